import { type JsonObject, dayOf } from '@kanribo/kernel';
import { type Case, stepOf, textOf, textsOf } from '../../engine/case.ts';
import type { Contract } from '../../engine/contract.ts';
import { type ActTime, covers, isUnconfirmed, isUnproven } from '../../engine/covering.ts';
import type { Attempt, Consequence } from '../../engine/declaration.ts';
import { casesWith } from '../../engine/lines.ts';

/** The lines of a register that stand on an approval of one kind. */
export interface Standing {
  readonly register: 'take-out' | 'copy';
  /** The step that needed the approval. */
  readonly step: 'taken' | 'made';
  /** The field of the line that holds what the approval names as `things`. */
  readonly things: 'things' | 'sources';
  readonly duty: 'take-out-approval' | 'copy-approval';
  readonly missing: 'take-out-without-approval' | 'copy-without-approval';
}

/** What was done under an approval, told by the approval's own fields. */
interface Done extends ActTime {
  readonly line: Case;
  readonly about: JsonObject;
}

/**
 * What the end of an approval shows of what was done under it. From the moment it was taken back,
 * or ever where the client never gave it, it covered nothing; and what stood on a spoken word that
 * was never confirmed stays unproven, as no paper will come any more.
 */
export function shownByEnd(standing: Standing) {
  return (attempt: Attempt, isContradicted: boolean): readonly Consequence[] => {
    const { contract, before, occurredAt } = attempt;
    if (before === undefined) return [];
    const isSpoken = isUnconfirmed(before);
    return doneUnder(contract, standing, before).flatMap((done) => {
      const isUncovered = isContradicted || done.at >= occurredAt;
      if (!isUncovered && !isSpoken) return [];
      if (isCoveredByOther(contract, standing, { done, ended: before })) return [];
      const code = isUncovered ? standing.missing : ('approval-unproven' as const);
      return isKnown(contract, done.line, code) ? [] : [opened(done.line, standing, code)];
    });
  };
}

function doneUnder(contract: Contract, standing: Standing, approval: Case): readonly Done[] {
  const { register, step, things } = standing;
  const named = textsOf(approval.values, 'things').flatMap((value) =>
    casesWith(contract, register, { field: things, value }),
  );
  return [...new Map(named.map((line) => [line.id, line])).values()].flatMap((line) => {
    const at = stepOf(line, step)?.occurredAt;
    if (at === undefined) return [];
    const about = aboutOf(standing, line);
    const done = { line, at, on: dayOf(at), about };
    return covers(approval, done) ? [done] : [];
  });
}

function aboutOf({ register, things }: Standing, { values }: Case): JsonObject {
  const about = { things: textsOf(values, things) };
  return register === 'copy' ? about : { ...about, destination: textOf(values, 'destination') };
}

function isCoveredByOther(
  contract: Contract,
  { duty, things }: Standing,
  { done, ended }: { readonly done: Done; readonly ended: Case },
): boolean {
  const [value = ''] = textsOf(done.line.values, things);
  return casesWith(contract, duty, { field: 'things', value }).some(
    (other) => other.id !== ended.id && covers(other, done) && !isUnproven(other, done),
  );
}

/** Whether a line is marked with this code already. */
export function isKnown(contract: Contract, line: Case, code: string): boolean {
  const known = casesWith(contract, 'deviation', { field: 'of', value: line.id });
  return known.some(({ values }) => textOf(values, 'code') === code);
}

/** The deviation of a line that somebody's word turned out not to allow. */
export function opened(line: Case, { duty }: { readonly duty: string }, code: string): Consequence {
  const values = { of: line.id, duty, code };
  return { declaration: 'deviation', step: 'opened', case: null, values };
}
