import canonicalize from 'canonicalize';
import {
  type JsonProblem,
  deepestNesting,
  findJsonProblem,
  problemInNumber,
} from './json-problem.ts';
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts';
import { KernelFault } from './kernel-fault.ts';
import { type Result, err, ok } from './result.ts';

/** Why a text is refused as canonical JSON. */
export type CanonicalJsonProblem = JsonProblem | 'json-malformed' | 'json-not-canonical';

/**
 * The one text of a value by RFC 8785 (JSON Canonicalization Scheme).
 * @throws {KernelFault} with the {@link JsonProblem} of a value that may not be hashed.
 */
export function canonicalText(value: JsonValue): string {
  const problem = findJsonProblem(value);
  if (problem !== undefined) throw new KernelFault(problem, 'no canonical JSON text');
  return canonicalForm(value);
}

/**
 * Reads a text that is its own canonical form (RFC 8785) and nothing else: white space, another
 * order of keys, duplicate keys, another spelling of a string or number are refused, and so is
 * every value {@link canonicalText} throws on.
 */
export function parseCanonical(text: string): Result<JsonValue, CanonicalJsonProblem> {
  const value = parseJson(text);
  if (value === undefined) return err('json-malformed');
  if (isPlainlyCanonical(value, text)) return ok(value);
  const problem = findJsonProblem(value);
  if (problem !== undefined) return err(problem);
  return canonicalForm(value) === text ? ok(value) : err('json-not-canonical');
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** `JSON.parse` makes nothing but JSON values (ECMA-262 §25.5.1). */
const isJson = (value: unknown): value is JsonValue => value !== undefined;

// `JSON.stringify` writes strings and numbers as RFC 8785 does; where it gives the text back and
// the keys of every object ascend, the text is canonical. Measured on entries of 400 bytes this
// takes 2 µs of which `JSON.parse` is 0.8, `canonicalize` 5 µs. A true answer is certain; where it
// is false (an escape, keys like "10" that engines move to the front) the slow way decides.
function isPlainlyCanonical(value: JsonValue, text: string): boolean {
  // Only an escape, read or written, can stand for a lone surrogate or U+0000 in both texts.
  if (text.includes(String.raw`\u`)) return false;
  return isPlain(value, deepestNesting) && JSON.stringify(value) === text;
}

/**
 * Whether keys ascend, numbers are sound and nesting is not too deep; strings are not looked at.
 * What `JSON.parse` makes inherits nothing that `for … in` would come upon, and going through it
 * so takes half the time of its `Object.keys`.
 */
function isPlain(value: JsonValue, depthLeft: number): boolean {
  if (typeof value === 'number') return problemInNumber(value) === undefined;
  if (typeof value !== 'object' || value === null) return true;
  if (depthLeft === 0) return false;
  return isJsonObject(value)
    ? hasPlainMembers(value, depthLeft - 1)
    : areAllPlain(value, depthLeft - 1);
}

function areAllPlain(items: readonly JsonValue[], depthLeft: number): boolean {
  for (const item of items) {
    if (typeof item !== 'string' && !isPlain(item, depthLeft)) return false;
  }
  return true;
}

function hasPlainMembers(members: JsonObject, depthLeft: number): boolean {
  let last: string | undefined;
  for (const key in members) {
    if (last !== undefined && key <= last) return false;
    const member = members[key];
    if (typeof member === 'object' || typeof member === 'number') {
      if (!isPlain(member, depthLeft)) return false;
    }
    last = key;
  }
  return true;
}

function canonicalForm(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new KernelFault('not-json', 'no canonical JSON text');
  return text;
}
