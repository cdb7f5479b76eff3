import { equalBytes, err, ok, type Result } from '@kanribo/kernel';
import { fromSymbols, readSymbols, toSymbols, writeSymbols } from './base32.ts';
import { checkSymbolsOf, isChecked } from './check-symbols.ts';
import type { TreeHead } from './consistency.ts';
import { requireHash } from './hash.ts';
import { parseSize, requireSize } from './tree-size.ts';

/** What a person typed from paper: a size, and the first 160 bits of the root at that size. */
export interface TypedCode {
  readonly size: number;
  /** 20 bytes. */
  readonly rootStart: Uint8Array;
}

/** Why a text is not a typed code; `check-failed`: it has the form, but a slip is in it. */
export type TypedCodeProblem = 'typed-code-malformed' | 'typed-code-check-failed';

const rootStartLength = 20;
const rootSymbols = 32;
const checkSymbols = 2;
const longestTyped = 200;
const separators = /[\s\p{Dash_Punctuation}\u2212\u30fc]+/u;

/**
 * The head of a log for typing: size, 160 bits of the root as 32 characters of Crockford base32 in
 * groups of four, and 2 check characters over all of it, size digits included.
 * @throws {MerkleFault} `size-out-of-range`, `hash-malformed`.
 */
export function formatTypedCode({ size, root }: TreeHead): string {
  requireSize(size);
  requireHash(root);
  const digits = sizeSymbols(size);
  const rootPart = toSymbols(root.subarray(0, rootStartLength));
  const check = checkSymbolsOf([...digits, ...rootPart]);
  const groups = writeSymbols([...rootPart, ...check]).match(/.{1,4}/g) ?? [];
  return [writeSymbols(digits), ...groups].join('-');
}

/**
 * Reads what a person typed: small letters, full-width characters, spaces and any dash between
 * groups are taken; I and L are 1, O is 0. The size ends at the first space or dash. One false
 * character and two exchanged neighbours are always refused.
 */
export function parseTypedCode(text: string): Result<TypedCode, TypedCodeProblem> {
  if (text.length > longestTyped) return err('typed-code-malformed');
  const [sizeText = '', ...groups] = text.normalize('NFKC').trim().split(separators);
  const digits = readSymbols(sizeText);
  const symbols = readSymbols(groups.join(''));
  const size = digits === undefined ? undefined : parseSize(writeSymbols(digits));
  if (size === undefined || symbols?.length !== rootSymbols + checkSymbols) {
    return err('typed-code-malformed');
  }
  if (!isChecked([...sizeSymbols(size), ...symbols])) return err('typed-code-check-failed');
  const rootStart = fromSymbols(symbols.slice(0, rootSymbols));
  return rootStart === undefined ? err('typed-code-malformed') : ok({ size, rootStart });
}

/** Whether a typed code can come from this head: the same size, and a root that begins alike. */
export function isTypedCodeOf(code: TypedCode, head: TreeHead): boolean {
  if (code.rootStart.length !== rootStartLength || code.size !== head.size) return false;
  return equalBytes(code.rootStart, head.root.subarray(0, rootStartLength));
}

function sizeSymbols(size: number): readonly number[] {
  return Array.from(String(size), Number);
}
