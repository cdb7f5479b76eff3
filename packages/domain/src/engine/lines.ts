import type { Day } from '@kanribo/kernel';
import { type Case, caseOn, textOf, textsOf } from './case.ts';
import { type Contract, casesOf } from './contract.ts';
import { proofLimit } from './standing.ts';

/** How the cases of one declaration stood at the end of a day. */
export interface Lines {
  /** Cases of which something is still expected, oldest first. */
  readonly open: readonly Case[];
  /** The latest cases of which nothing more is expected, at most `proofLimit`, oldest first. */
  readonly ended: readonly Case[];
}

/**
 * The lines of a register, filing or approval as they stood at the end of a day by what had
 * happened. Of those that had come to their end only the latest are given: that is all a standing
 * names. `final` are the declaration's final statuses.
 */
export function linesOn(
  contract: Contract,
  declaration: { readonly name: string; readonly final: readonly string[] },
  day: Day,
): Lines {
  const open: Case[] = [];
  const ended: Case[] = [];
  for (const found of casesOf(contract, declaration.name)) {
    const standing = caseOn(found, day);
    if (standing === undefined) continue;
    (declaration.final.includes(standing.status) ? ended : open).push(standing);
  }
  return { open, ended: ended.slice(-proofLimit) };
}

/**
 * The cases of a declaration whose field holds the value, alone or in a list, oldest first, as
 * known now. The declaration names the field in `indexedBy`.
 */
export function* casesWith(
  contract: Contract,
  declaration: string,
  { field, value }: { readonly field: string; readonly value: string },
): Generator<Case> {
  for (const found of casesOf(contract, declaration)) {
    const { values } = found;
    if (textOf(values, field) === value || textsOf(values, field).includes(value)) yield found;
  }
}
