/** Why a body is not read as JSON. */
export class JsonBodyFault extends Error {
  override readonly name = 'JsonBodyFault';
}

/**
 * Reads a body of at most `depth` levels: counted before it is parsed, so that no bomb is ever
 * built. A key that would reach a prototype is refused.
 */
export function readJsonBody(text: string, depth: number): unknown {
  if (text === '') return undefined;
  if (depthOf(text) > depth) throw new JsonBodyFault('nested too deeply');
  const value: unknown = JSON.parse(text, (key, inner: unknown) => {
    if (key === '__proto__') throw new JsonBodyFault('names a prototype');
    return inner;
  });
  return value;
}

/** How deep brackets outside of texts are nested. */
function depthOf(text: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isText) {
      if (character === '\\') index += 1;
      else if (character === '"') isText = false;
    } else if (character === '"') {
      isText = true;
    } else if (character === '{' || character === '[') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return deepest;
}
