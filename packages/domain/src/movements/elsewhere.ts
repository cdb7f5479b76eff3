import type { DutyId } from '@kanribo/annex';
import type { Moment } from '@kanribo/kernel';
import { type Case, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { isNow } from '../engine/fitting.ts';
import { unsettledWith } from '../engine/lines.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';
import { endedStatuses, linesOutAt } from '../things/questions.ts';

/**
 * What the registers say against a fact about things kept here: that one was gone for good, or out
 * under another line, at the moment of the fact, whatever became of it since.
 */
export type Elsewhere =
  | { readonly thing: string; readonly status: 'ended' }
  | { readonly thing: string; readonly status: 'out'; readonly under: string };

/** The first of the things that was elsewhere at the moment; lines the fact itself is of aside. */
export function elsewhereAt(
  contract: Contract,
  things: readonly string[],
  { at, aside }: { readonly at: Moment; readonly aside: readonly string[] | 'out' },
): Elsewhere | undefined {
  for (const thing of things) {
    const found = caseOf(contract, thing);
    const hasEnded = found?.steps.some(
      ({ status, occurredAt }) => endedStatuses.includes(status) && occurredAt <= at,
    );
    if (hasEnded === true) return { thing, status: 'ended' };
    if (aside === 'out') continue;
    const line = linesOutAt(contract, thing, at).find(({ id }) => !aside.includes(id));
    if (line !== undefined) return { thing, status: 'out', under: line.id };
  }
  return undefined;
}

/**
 * What happens at this moment to a thing that is not here is a slip, and is put right first. What
 * lies in the past is recorded as it was, and marked.
 */
export function notHereNow(attempt: Attempt, found: Elsewhere | undefined): Refusal | null {
  if (found === undefined || !isNow(attempt)) return null;
  const { thing } = found;
  const past = wayOut('state-when-it-happened');
  if (found.status === 'ended') {
    return { ...misfit('thing-ended', { thing, where: '返還・廃棄済み' }), wayOut: [past] };
  }
  return {
    ...misfit('thing-not-here', { thing, where: `持出中：${found.under}` }),
    wayOut: [wayOut('record-return', { case: found.under }), past],
  };
}

/** A fact of the past that another record contradicts: somebody has to clear which is so. */
export function contradicted(
  attempt: Attempt,
  found: Elsewhere | undefined,
  duty: DutyId,
): readonly DeviationFound[] {
  return found === undefined || isNow(attempt) ? [] : [{ code: 'register-contradicted', duty }];
}

/** Where the things of a line of a register were when it happened, the line itself aside. */
export function elsewhere({ contract, id, values, occurredAt }: Attempt): Elsewhere | undefined {
  return elsewhereAt(contract, textsOf(values, 'things'), { at: occurredAt, aside: [id] });
}

/**
 * A line that ends after one of its things went out again under another: one of them is wrong. What
 * went out since, ended since.
 */
export function overlapping(attempt: Attempt, duty: DutyId): readonly DeviationFound[] {
  const { contract, id, before, values, occurredAt } = attempt;
  const since = (before && stepOf(before, 'taken'))?.occurredAt ?? occurredAt;
  const wentAgain = textsOf(values, 'things').some((thing) =>
    unsettledWith(contract, 'take-out', { field: 'things', value: thing, since }).some((line) => {
      const taken = stepOf(line, 'taken')?.occurredAt;
      return line.id !== id && taken !== undefined && since < taken && taken < occurredAt;
    }),
  );
  return wentAgain ? [{ code: 'register-contradicted', duty }] : [];
}

/**
 * Lines under which everything goes on by this sending: what is out already is sent from where it
 * is, and its line ends with that.
 */
export function sentOnLines({ contract, values, occurredAt }: Attempt): readonly Case[] {
  const sent = textsOf(values, 'things');
  const lines = sent.flatMap((thing) => linesOutAt(contract, thing, occurredAt));
  return [...new Map(lines.map((line) => [line.id, line])).values()].filter(
    (line) =>
      line.status === 'taken' &&
      textOf(line.values, 'sending') === null &&
      textsOf(line.values, 'things').every((thing) => sent.includes(thing)),
  );
}
