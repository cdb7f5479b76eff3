import { isJsonObject } from '@kanribo/kernel';

/** A value deep in an answer. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (Array.isArray(found)) found = found[Number(step)];
    else found = isJsonObject(found) ? found[step] : undefined;
  }
  return found;
}
