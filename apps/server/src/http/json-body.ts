import { fromUtf8 } from '@kanribo/kernel';

/** Why a body is not read as JSON. */
export class JsonBodyFault extends Error {
  override readonly name = 'JsonBodyFault';
}

/** How much a body may hold before it is parsed. */
export interface JsonBounds {
  readonly depth: number;
  /** Values of all objects and arrays together. */
  readonly values: number;
}

/**
 * Reads a body of at most `depth` levels and `values` values: counted before it is parsed, so that
 * no bomb is ever built. What is no UTF-8 is refused, and not mended; a key that would reach a prototype is
 * refused too.
 */
export function readJsonBody(bytes: Uint8Array, { depth, values }: JsonBounds): unknown {
  const text = fromUtf8(bytes);
  if (text === undefined) throw new JsonBodyFault('is no UTF-8');
  if (text === '') return undefined;
  const extent = extentOf(text);
  if (extent.depth > depth) throw new JsonBodyFault('nested too deeply');
  if (extent.values > values) throw new JsonBodyFault('holds too many values');
  const value: unknown = mayNamePrototype(text)
    ? JSON.parse(text, withoutPrototype)
    : JSON.parse(text);
  return value;
}

function withoutPrototype(key: string, inner: unknown): unknown {
  if (key === '__proto__') throw new JsonBodyFault('names a prototype');
  return inner;
}

/** Looking at each key takes long, so it is done only where one of them could be it, escaped too. */
const mayNamePrototype = (text: string): boolean => /__proto__|\\u00/iu.test(text);

const code = (character: string): number => character.charCodeAt(0);
const [quote, escape, comma] = [code('"'), code('\\'), code(',')];
const openings: ReadonlySet<number> = new Set([code('{'), code('[')]);
const closings: ReadonlySet<number> = new Set([code('}'), code(']')]);

/** How deep brackets outside of texts are nested, and how many values they hold at most. */
function extentOf(text: string): JsonBounds {
  let [depth, deepest, values, isText] = [0, 0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (isText) {
      if (character === escape) index += 1;
      else if (character === quote) isText = false;
    } else if (character === quote) {
      isText = true;
    } else if (character === comma) {
      values += 1;
    } else if (openings.has(character)) {
      values += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (closings.has(character)) {
      depth -= 1;
    }
  }
  return { depth: deepest, values };
}
