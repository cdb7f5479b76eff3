import type { Day, JsonObject } from '@kanribo/kernel';
import { type Case, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, type Page, caseOf, casesOn, openCasesOf } from '../engine/contract.ts';
import { type ActTime, approvalCovering } from '../engine/covering.ts';
import { begunOn, unsettledOn } from '../engine/lines.ts';
import { outStatuses } from './out.ts';

export { awaitedBackOn, linesOutAt, outStatuses, takenIn } from './out.ts';

/**
 * Where a thing is: kept at a place, out under a register line, or gone for good; what was lost where it was
 * kept is out under its own record.
 */
export type Whereabouts =
  | { readonly status: 'here'; readonly place: string | null; readonly custodian: string | null }
  | { readonly status: 'out'; readonly under: string }
  | { readonly status: 'ended'; readonly how: string };

/** Statuses in which a thing is no longer the contractor's to keep. */
export const endedStatuses: readonly string[] = ['returned-to-client', 'destroyed', 'handed-over'];

/** The line of the take-out register (持出管理簿) under which the thing is out now, if any. */
export function outUnder(contract: Contract, thing: string): Case | undefined {
  for (const line of openCasesOf(contract, 'take-out')) {
    if (outStatuses.includes(line.status) && textsOf(line.values, 'things').includes(thing)) {
      return line;
    }
  }
  return undefined;
}

/** The facts of a take-out that an approval is held against. */
export interface TakeOutAct extends ActTime {
  readonly values: JsonObject;
}

/** The approval that covers a take-out: in force, all its things, its destination (20(3)). */
export function approvalOfTakeOut(contract: Contract, act: TakeOutAct): Case | undefined {
  const { things = null, destination = null } = act.values;
  const about = { things, destination };
  return approvalCovering(contract, 'take-out-approval', { at: act.at, on: act.on, about });
}

/** What kind of place (場所の区分) it is; null for one that is not on record. */
export function placeKind(contract: Contract, place: string | null): string | null {
  return textOf(caseOf(contract, place ?? '')?.values ?? {}, 'kind');
}

/** Whether a place is a handling or controlled area (取扱区域・管理区域). */
export function isArea(contract: Contract, place: string | null): boolean {
  const kind = placeKind(contract, place);
  return kind === 'handling-area' || kind === 'controlled-area';
}

/** The purposes of the contract (利用目的) that hold on a day. */
export function purposesOn(contract: Contract, day: Day): readonly Case[] {
  return [...casesOn(contract, 'purpose', day)].filter(
    ({ status, values }) =>
      status === 'declared' &&
      (textOf(values, 'from') ?? '') <= day &&
      day <= (textOf(values, 'until') ?? ''),
  );
}

/** Whether every thing may be used for the purpose; one that names no purposes for all of them. */
export function isPurposeOf(
  contract: Contract,
  purpose: string,
  things: readonly string[],
): boolean {
  return things.every((thing) => {
    const named = textsOf(caseOf(contract, thing)?.values ?? {}, 'purposes');
    return named.length === 0 || named.includes(purpose);
  });
}

/** Whether a purpose of the contract (利用目的) holds on a day and was not taken back before. */
export function isPurposeOn(contract: Contract, purpose: string | null, act: ActTime): boolean {
  const found = caseOf(contract, purpose ?? '');
  if (found === undefined || found.declaration !== 'purpose') return false;
  const withdrawn = stepOf(found, 'withdrawn');
  const [from, until] = [textOf(found.values, 'from') ?? '', textOf(found.values, 'until') ?? ''];
  const holds = from <= act.on && act.on <= until;
  return holds && (withdrawn === undefined || withdrawn.occurredAt > act.at);
}

/** Where the thing is, as known now. */
export function whereIs(contract: Contract, thing: Case): Whereabouts {
  return whereUnder(thing, outUnder(contract, thing.id)?.id);
}

/** A thing on record by a day, and where it was at the day's end. */
export interface Kept {
  readonly thing: string;
  readonly where: Whereabouts;
}

/** Where every thing was, or a page of them, at a day's end by what had happened, oldest first. */
export function whereaboutsOn(contract: Contract, day: Day, page: Page = {}): readonly Kept[] {
  const under = linesOut(contract, day);
  return [...casesOn(contract, 'thing', day, page)].map((thing) => ({
    thing: thing.id,
    where: whereUnder(thing, under.get(thing.id)),
  }));
}

/** The lines under which things were out at the end of a day, by thing. */
function linesOut(contract: Contract, day: Day): ReadonlyMap<string, string> {
  const under = new Map<string, string>();
  for (const { id, status, values } of unsettledOn(contract, 'take-out', day)) {
    if (!outStatuses.includes(status)) continue;
    for (const thing of textsOf(values, 'things')) under.set(thing, id);
  }
  return under;
}

function whereUnder({ id, status, values }: Case, line: string | undefined): Whereabouts {
  if (endedStatuses.includes(status)) return { status: 'ended', how: status };
  if (line !== undefined) return { status: 'out', under: line };
  if (status === 'lost') return { status: 'out', under: id };
  return {
    status: 'here',
    place: textOf(values, 'place'),
    custodian: textOf(values, 'custodian'),
  };
}

/** How many things came in or were made, and how many of them are here, out and ended. */
export interface Balance {
  readonly created: number;
  readonly here: number;
  readonly out: number;
  readonly ended: number;
}

/** The balance of all things on a day: what came in or was made is here, out, or ended. */
export function balanceOn(contract: Contract, day: Day): Balance {
  const under = linesOut(contract, day);
  const created = begunOn(contract, 'thing', day);
  const counted = { here: 0, out: 0, ended: 0 };
  for (const thing of unsettledOn(contract, 'thing', day)) {
    counted[whereUnder(thing, under.get(thing.id)).status] += 1;
  }
  return { created, ...counted, ended: created - counted.here - counted.out };
}
