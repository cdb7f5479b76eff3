import { type JsonObject, type JsonValue, isJsonObject } from '@kanribo/kernel';

/** One less than canonical JSON allows, for the entry around the facts. */
const deepest = 63;

/**
 * A copy of the facts, the keys of its objects in the order of canonical JSON (RFC 8785). What
 * `JSON.stringify` writes for it is canonical unless it has an escape `\u` in it, and the copy is
 * what reading that text gives. Undefined where that is not certain: what JSON has no form for, a
 * number out of range, a key that objects keep in an order or treat in a way of their own.
 */
export function ordered(value: JsonObject): JsonObject | undefined {
  return orderedObject(value, deepest);
}

function orderedValue(value: JsonValue | undefined, depthLeft: number): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON has one zero: the sum makes it of a negative one.
      return isSound(value) ? value + 0 : undefined;
    case 'object':
      return value === null ? null : orderedInside(value, depthLeft - 1);
    default:
      return undefined;
  }
}

function orderedInside(
  value: readonly JsonValue[] | JsonObject,
  depthLeft: number,
): JsonValue | undefined {
  if (depthLeft <= 0) return undefined;
  return isJsonObject(value) ? orderedObject(value, depthLeft) : orderedArray(value, depthLeft);
}

function orderedArray(items: readonly JsonValue[], depthLeft: number): JsonValue | undefined {
  const values: JsonValue[] = [];
  for (const item of items) {
    const value = orderedValue(item, depthLeft);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function orderedObject(members: JsonObject, depthLeft: number): JsonObject | undefined {
  const keys = Object.keys(members);
  if (!ascend(keys)) keys.sort();
  const copy: Record<string, JsonValue> = {};
  for (const key of keys) {
    const value = orderedValue(members[key], depthLeft);
    if (value === undefined || isOdd(key)) return undefined;
    copy[key] = value;
  }
  return copy;
}

function ascend(keys: readonly string[]): boolean {
  let last = '';
  for (const key of keys) {
    if (key < last) return false;
    last = key;
  }
  return true;
}

const isSound = (value: number): boolean =>
  Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));

/** A key that may be an index, which objects move to the front, or names the prototype. */
const isOdd = (key: string): boolean => (key >= '0' && key < ':') || key === '__proto__';
