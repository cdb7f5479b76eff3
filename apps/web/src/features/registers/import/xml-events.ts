import { TableFault } from './table-file.ts';

/** What stands in a document, one after another. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Attributes of an element, without the prefixes of their names. */
export type Attributes = ReadonlyMap<string, string>;

const markup =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[(?<raw>[\s\S]*?)\]\]>|<(?<end>\/?)(?<name>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/uy;
const attribute = /(?<name>[\w:.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;

/**
 * The elements and texts of an XML document as spreadsheets write it. Strict: a document type, an
 * entity that is not one of XML's own, or anything else that is not well formed is a fault.
 */
export function* xmlEvents(document: string): Generator<XmlEvent> {
  markup.lastIndex = 0;
  let at = document.startsWith('\u{feff}') ? 1 : 0;
  while (at < document.length) {
    markup.lastIndex = at;
    const groups = markup.exec(document)?.groups;
    if (groups === undefined) throw new TableFault('damaged');
    at = markup.lastIndex;
    const { raw, text, name, end, attributes = '', empty } = groups;
    if (raw !== undefined) yield { kind: 'text', text: raw };
    if (text !== undefined) yield { kind: 'text', text: withoutEntities(text) };
    if (name === undefined) continue;
    const local = localName(name);
    if (end === '/') yield { kind: 'close', name: local };
    else yield { kind: 'open', name: local, attributes: attributesIn(attributes) };
    if (empty === '/') yield { kind: 'close', name: local };
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesIn(text: string): Attributes {
  const found = new Map<string, string>();
  for (const { groups } of text.matchAll(attribute)) {
    const { name = '', double, single = '' } = groups ?? {};
    found.set(localName(name), withoutEntities(double ?? single));
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([^;]*));?/giu,
    (_, hex, decimal, name) => {
      if (typeof name === 'string') return named[name] ?? faulty();
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : faulty();
    },
  );
}

function faulty(): never {
  throw new TableFault('damaged');
}
