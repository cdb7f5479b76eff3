import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { SaxesParser } from 'saxes';

/** An element as it opens; names are without their prefixes. */
export interface XmlElement {
  readonly name: string;
  /** Its namespace; empty without one. */
  readonly space: string;
  readonly attributes: readonly XmlAttribute[];
}

/** An attribute, its references already read. */
interface XmlAttribute {
  readonly name: string;
  readonly space: string;
  readonly value: string;
}

/** What is told of a part in the order of its text. */
export interface XmlListener {
  readonly opened: (element: XmlElement) => void;
  /** Text between tags, written plainly or as CDATA. */
  readonly said?: (text: string) => void;
  readonly closed?: () => void;
}

/** How many elements, comments, instructions and CDATA sections may still be read. */
export interface XmlBudget {
  left: number;
}

const deepest = 100;
const mostAttributes = 100;
const chunkLength = 65_536;

/**
 * Reads a part as XML 1.0 in UTF-8, without a document type; the work grows with its length only.
 * False where it is not well formed, too deep, or holds more than the budget; lets others run
 * between chunks.
 */
export async function readXml(
  bytes: Uint8Array,
  budget: XmlBudget,
  listener: XmlListener,
): Promise<boolean> {
  if (!isUtf8(bytes)) return false;
  const text = new TextDecoder().decode(bytes);
  try {
    const parser = parserOf(budget, listener);
    for (let at = 0; at < text.length; at += chunkLength) {
      parser.write(text.slice(at, at + chunkLength));
      if (budget.left < 0) return false;
      await setImmediate();
    }
    parser.close();
    return true;
  } catch (fault) {
    if (fault instanceof NotReadFault) return false;
    throw fault;
  }
}

/** Ends the reading of a part; never leaves this file. */
class NotReadFault extends Error {}

function stop(): never {
  throw new NotReadFault();
}

function parserOf(budget: XmlBudget, listener: XmlListener): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let attributes = 0;
  const spend = () => {
    budget.left -= 1;
    if (budget.left < 0) stop();
  };
  parser.on('error', stop);
  parser.on('doctype', stop);
  parser.on('comment', spend);
  parser.on('processinginstruction', spend);
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0' || !/^utf-8$/iu.test(encoding ?? 'utf-8')) stop();
  });
  parser.on('opentagstart', () => {
    spend();
    depth += 1;
    attributes = 0;
    if (depth > deepest) stop();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) stop();
  });
  parser.on('opentag', ({ local, uri, attributes: found }) => {
    const listed = Object.values(found).map(({ local: name, uri: space, value }) => ({
      name,
      space,
      value,
    }));
    listener.opened({ name: local, space: uri, attributes: listed });
  });
  parser.on('closetag', () => {
    depth -= 1;
    listener.closed?.();
  });
  parser.on('text', (text) => listener.said?.(text));
  parser.on('cdata', (text) => {
    spend();
    listener.said?.(text);
  });
  return parser;
}
