import { FormsFault } from '../forms-fault.ts';
import type { OfficeDocument } from '../office-document.ts';
import { papers } from './catalogue.ts';
import type { PaperInput } from './paper-input.ts';

/** Kinds of every paper that can be made: declared filings and registers, and the duty map. */
export const paperKinds: readonly string[] = [...papers.keys()];

/** Whether a text from outside names a paper. */
export function isPaperKind(text: string): boolean {
  return papers.has(text);
}

/** Whether a paper of this kind is made of one filing and not of the contract as a whole. */
export function isPaperOfCase(kind: string): boolean {
  return papers.get(kind)?.subject === 'case';
}

/**
 * The document that prints a filing, a register or the duty map of a contract. Pure: the same
 * input gives the same document.
 * @throws {FormsFault} `paper-impossible` where there is no such paper, the subject is no prepared
 * filing of that kind or the contract is not set up.
 */
export function paperOf(kind: string, input: PaperInput): OfficeDocument {
  const paper = papers.get(kind);
  if (paper === undefined) throw new FormsFault('paper-impossible', `there is no paper ${kind}`);
  return paper.make(input);
}

/**
 * The entries whose particulars a paper asks for, in order, so that they can be read beforehand.
 * @throws {FormsFault} as `paperOf` does.
 */
export function particularsNeeded(
  kind: string,
  input: Omit<PaperInput, 'particularsAt'>,
): readonly number[] {
  const asked = new Set<number>();
  paperOf(kind, {
    ...input,
    particularsAt: (sequence) => {
      asked.add(sequence);
      return { status: 'none' };
    },
  });
  return [...asked].sort((left, right) => left - right);
}
