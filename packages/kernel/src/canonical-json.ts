import canonicalize from 'canonicalize';
import { type JsonProblem, findJsonProblem } from './json-problem.ts';
import type { JsonValue } from './json.ts';
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
  const problem = findJsonProblem(value);
  if (problem !== undefined) return err(problem);
  return isOwnForm(value, text) ? ok(value) : err('json-not-canonical');
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
// the keys of every object ascend, the text is canonical. That answers almost every text twice as
// fast as `canonicalize`, which decides the rest: keys like "10" that engines do not keep in order.
function isOwnForm(value: JsonValue, text: string): boolean {
  if (JSON.stringify(value) === text && keysAscend(value)) return true;
  return canonicalForm(value) === text;
}

function keysAscend(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysAscend);
  let last: string | undefined;
  for (const [key, member] of Object.entries(value)) {
    if (last !== undefined && key <= last) return false;
    if (!keysAscend(member)) return false;
    last = key;
  }
  return true;
}

function canonicalForm(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new KernelFault('not-json', 'no canonical JSON text');
  return text;
}
