import type { XmlElement } from './xml-reader.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const office = 'application/vnd.openxmlformats-officedocument';
const microsoft = 'application/vnd.ms-word';
const text = /^word\/(?:glossary\/)?[\w-]+\.xml$/u;
const picture = /^(?:word\/(?:glossary\/)?media|docProps)\/[\w-]+\.(?:png|jpe?g|gif|bmp|tiff?)$/iu;

/** What a part may be, by its content type, and what it is then named. */
const allowed: ReadonlyMap<string, RegExp> = new Map([
  [`${word}.document.main+xml`, /^word\/document\.xml$/u],
  [`${word}.document.glossary+xml`, /^word\/glossary\/document\.xml$/u],
  ...[
    ...'comments endnotes fontTable footer footnotes header numbering people settings styles webSettings'
      .split(' ')
      .map((name) => `${word}.${name}+xml`),
    ...'commentsExtended commentsExtensible commentsIds'
      .split(' ')
      .map((name) => `${word}.${name}+xml`),
    `${microsoft}.stylesWithEffects+xml`,
  ].map((type) => [type, text] as const),
  [`${office}.theme+xml`, /^word\/(?:theme|glossary\/theme)\/[\w-]+\.xml$/u],
  ['application/vnd.openxmlformats-package.core-properties+xml', /^docProps\/[\w-]+\.xml$/u],
  [`${office}.extended-properties+xml`, /^docProps\/[\w-]+\.xml$/u],
  [`${office}.custom-properties+xml`, /^docProps\/[\w-]+\.xml$/u],
  [`${office}.customXmlProperties+xml`, /^customXml\/[\w-]+\.xml$/u],
  ['application/vnd.ms-office.classificationlabels+xml', /^docMetadata\/[\w-]+\.xml$/u],
  ['application/xml', /^customXml\/[\w-]+\.xml$/u],
  [
    'application/vnd.openxmlformats-package.relationships+xml',
    /^(?:[\w-]+\/)*_rels\/(?:[\w-]+\.xml)?\.rels$/u,
  ],
  ...['png', 'jpeg', 'jpg', 'gif', 'bmp', 'tiff'].map(
    (kind) => [`image/${kind}`, picture] as const,
  ),
]);

const typesSpace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** What `[Content_Types].xml` says (ECMA-376-2, 7.2). */
export class ContentTypes {
  readonly #defaults = new Map<string, string>();
  readonly #overrides = new Map<string, string>();
  /** Whether anything in it has no place there, or is said twice. */
  isOdd = false;

  /** Takes an element of the part as it opens. */
  take({ name, space, attributes }: XmlElement): void {
    const said = new Map(attributes.map(({ name: key, value }) => [key, value]));
    const type = (said.get('ContentType') ?? '').toLowerCase();
    const [to, key] =
      name === 'Override'
        ? [this.#overrides, (said.get('PartName') ?? '').toLowerCase()]
        : [this.#defaults, (said.get('Extension') ?? '').toLowerCase()];
    if (space !== typesSpace) this.isOdd = true;
    if (name === 'Types') return;
    if ((name !== 'Override' && name !== 'Default') || to.has(key)) this.isOdd = true;
    to.set(key, type);
  }

  /** The content type of a part, in lower case; undefined where it has none. */
  of(part: string): string | undefined {
    const name = part.toLowerCase();
    const extension = name.slice(name.lastIndexOf('.') + 1);
    return this.#overrides.get(`/${name}`) ?? this.#defaults.get(extension);
  }

  /** Every type that is said, of parts that are there or not. */
  all(): readonly string[] {
    return [...this.#defaults.values(), ...this.#overrides.values()];
  }
}

/** Whether a form may have a part of this name and content type. */
export function isFormPart(name: string, type: string | undefined): boolean {
  const [, named] = [...allowed].find(([known]) => known.toLowerCase() === type) ?? [];
  return named?.test(name) === true;
}

/** The content type of the document itself, in lower case. */
export const documentType = `${word}.document.main+xml`;
