import type { Day } from '@kanribo/kernel';
import { type Case, caseOn, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf, casesOf, casesOn, openCasesOf } from '../engine/contract.ts';

/** Where a thing is: kept at a place, out under a register line, or gone for good. */
export type Whereabouts =
  | { readonly status: 'here'; readonly place: string | null; readonly custodian: string | null }
  | { readonly status: 'out'; readonly under: string }
  | { readonly status: 'ended'; readonly how: string };

/** Statuses in which a thing is no longer the contractor's to keep. */
export const endedStatuses: readonly string[] = ['returned-to-client', 'destroyed', 'handed-over'];

/** The line of the take-out register (持出管理簿) under which the thing is out now, if any. */
export function outUnder(contract: Contract, thing: string): Case | undefined {
  for (const line of openCasesOf(contract, 'take-out')) {
    if (line.status === 'taken' && textsOf(line.values, 'things').includes(thing)) return line;
  }
  return undefined;
}

/** Where the thing is, as known now. */
export function whereIs(contract: Contract, thing: Case): Whereabouts {
  if (endedStatuses.includes(thing.status)) return { status: 'ended', how: thing.status };
  const line = outUnder(contract, thing.id);
  if (line !== undefined) return { status: 'out', under: line.id };
  return {
    status: 'here',
    place: textOf(thing.values, 'place'),
    custodian: textOf(thing.values, 'custodian'),
  };
}

/** Whether a thing is kept as paper, so that it needs a seal and not encryption (19(2), 19(3)). */
export function isPaper(contract: Contract, thing: string): boolean {
  return textOf(caseOf(contract, thing)?.values ?? {}, 'kind') === 'paper';
}

/** The balance of all things on a day: what came in or was made is here, out, or ended. */
export function balanceOn(
  contract: Contract,
  day: Day,
): {
  readonly created: number;
  readonly here: number;
  readonly out: number;
  readonly ended: number;
} {
  const things = [...casesOn(contract, 'thing', day)];
  const ended = things.filter(({ status }) => endedStatuses.includes(status));
  const away = new Set<string>();
  for (const line of casesOf(contract, 'take-out')) {
    const standing = caseOn(line, day);
    if (standing?.status !== 'taken') continue;
    for (const thing of textsOf(standing.values, 'things')) away.add(thing);
  }
  const out = things.filter(({ id, status }) => !endedStatuses.includes(status) && away.has(id));
  return {
    created: things.length,
    here: things.length - ended.length - out.length,
    out: out.length,
    ended: ended.length,
  };
}
