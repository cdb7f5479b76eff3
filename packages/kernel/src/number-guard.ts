import { isIndividualNumber } from './check-digit.ts';
import { type DigitGroup, digitGroups } from './digit-groups.ts';

/** A place in a text that may be an Individual Number (個人番号). */
export interface FoundIndividualNumber {
  /** Where it begins and ends (exclusive) in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** That part of the text as it is written. */
  readonly text: string;
}

const numberLength = 12;

/**
 * Every place in a text that may be an Individual Number: 12 digits that pass the check digit after
 * NFKC, together, in three groups of four, or in other groups with one kind of separator
 * throughout. Separators are spaces, hyphens (also ー), dots (also ・ 。), commas (also 、), slashes
 * and bars. A group is taken whole: 12 digits within 13 or more are not a match. Places may
 * overlap. One random 12-digit number in ten passes, so a match is a question, not a proof.
 */
export function findIndividualNumbers(text: string): readonly FoundIndividualNumber[] {
  const groups = digitGroups(text);
  return groups.flatMap((first, index) => {
    const last = lastGroupOfNumber(groups, index);
    if (last === undefined) return [];
    return [{ start: first.start, end: last.end, text: text.slice(first.start, last.end) }];
  });
}

function lastGroupOfNumber(groups: readonly DigitGroup[], from: number): DigitGroup | undefined {
  let digits = '';
  for (let index = from; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || (index > from && group.joinedBy === undefined)) return undefined;
    digits += group.digits;
    if (digits.length > numberLength) return undefined;
    if (digits.length === numberLength) {
      const isNumber = isOneSpelling(groups.slice(from, index + 1)) && isIndividualNumber(digits);
      return isNumber ? group : undefined;
    }
  }
  return undefined;
}

/** Keeps a date beside a number of four digits (2026-11-23 1405) from being read as one number. */
function isOneSpelling(groups: readonly DigitGroup[]): boolean {
  if (groups.every(({ digits }) => digits.length === 4)) return true;
  const separators = new Set(groups.slice(1).map(({ joinedBy }) => joinedBy));
  return separators.size <= 1 && !separators.has('mixed');
}
