import { type Day, type Moment, midnightAfter } from '@kanribo/kernel';
import { type Case, caseBefore, isAmendment, isVoided, lineBefore, valuesOf } from './case.ts';
import {
  type Contract,
  type Mention,
  caseOf,
  casesOf,
  countOfCases,
  indexName,
  openCasesOf,
} from './contract.ts';
import { proofLimit } from './standing.ts';

/** How the cases of one declaration stood at the end of a day. */
export interface Lines {
  /** Cases of which something is still expected, oldest first. */
  readonly open: readonly Case[];
  /** The latest cases of which nothing more is expected, at most `proofLimit`, oldest first. */
  readonly ended: readonly Case[];
}

/** The name of a declaration and its final statuses. */
interface Register {
  readonly name: string;
  readonly final: readonly string[];
}

/**
 * The lines of a register, filing or approval as they stood at the end of a day by what had
 * happened. Of those that had come to their end only the latest are given, in the order in which
 * it was recorded that they last did: that is all a standing names. `final` are the declaration's
 * own final statuses.
 *
 * What was recorded before the end of the day had happened by then. So only cases that are open
 * now and those whose end was recorded later are looked at one by one.
 */
export function linesOn(contract: Contract, declaration: Register, day: Day): Lines {
  const { name, final } = declaration;
  const end = midnightAfter(day);
  const open: Case[] = [];
  const ended: { readonly found: Case; readonly at: number }[] = [];
  const since = { moment: end, others: proofLimit };
  const take = (found: Case, at: number): void => {
    const standing = caseBefore(found, end);
    if (standing === undefined) return;
    if (final.includes(standing.status)) ended.push({ found: standing, at });
    else open.push(standing);
  };
  for (const found of openCasesOf(contract, name)) take(found, endOf(found, final));
  for (const { found, sequence } of endedSince(contract, name, since)) {
    take(found, sequence);
  }
  open.sort((one, other) => one.steps[0].sequence - other.steps[0].sequence);
  ended.sort((one, other) => one.at - other.at);
  return { open, ended: ended.slice(-proofLimit).map(({ found }) => found) };
}

/** The ended cases whose end was recorded at a moment or later, and so many of the others. */
interface Since {
  readonly moment: Moment;
  readonly others: number;
}

/** Ended cases of a declaration and the entries that ended them, the latest first. */
function* endedSince(contract: Contract, declaration: string, { moment, others }: Since) {
  const { open, ended } = contract;
  const stillOpen = open.get(declaration);
  const seen = new Set<string>();
  let left = others;
  for (let one = ended.get(declaration) ?? null; one !== null; one = one.earlier) {
    const isEarlier = one.recordedAt < moment;
    if (isEarlier && left === 0) return;
    if (seen.has(one.id) || stillOpen?.has(one.id) === true) continue;
    seen.add(one.id);
    const found = caseOf(contract, one.id);
    if (found === undefined || isStruckBefore(found, moment)) continue;
    yield { found, sequence: one.sequence };
    if (isEarlier) left -= 1;
  }
}

const isStruckBefore = (found: Case, moment: Moment) =>
  isVoided(found) && (found.steps.at(-1) ?? found.steps[0]).recordedAt < moment;

/** The entry by which a case last came to its end, though it is open again; −1 where it never did. */
function endOf({ steps }: Case, final: readonly string[]): number {
  let last = -1;
  let wasFinal = false;
  for (const { step, status, sequence } of steps) {
    if (isAmendment(step)) continue;
    const isFinal = final.includes(status);
    if (isFinal && !wasFinal) last = sequence;
    wasFinal = isFinal;
  }
  return last;
}

/**
 * The cases of a declaration as they stood at the end of a day, in no order, but for those that
 * had surely come to their end by then: every case of which something was still expected is there.
 */
export function* unsettledOn(contract: Contract, declaration: string, day: Day): Generator<Case> {
  const end = midnightAfter(day);
  for (const found of openCasesOf(contract, declaration)) {
    const standing = caseBefore(found, end);
    if (standing !== undefined) yield standing;
  }
  for (const { found } of endedSince(contract, declaration, { moment: end, others: 0 })) {
    const standing = caseBefore(found, end);
    if (standing !== undefined) yield standing;
  }
}

/** How many cases of a declaration had begun by the end of a day and were not struck out by then. */
export function begunOn(contract: Contract, declaration: string, day: Day): number {
  const end = midnightAfter(day);
  let begun = countOfCases(contract, declaration);
  for (let number = begun; number > 0; number -= 1) {
    const found = caseOf(contract, `${declaration}-${number}`);
    if (found !== undefined && found.steps[0].recordedAt < end) break;
    if (found === undefined || lineBefore(found, end) === undefined) begun -= 1;
  }
  for (let one = contract.voided.get(declaration) ?? null; one !== null; one = one.earlier) {
    if (one.recordedAt < end) begun -= 1;
  }
  return begun;
}

/**
 * The cases of a declaration whose field holds the value, alone or in a list, oldest first, as
 * known now. The declaration names the field in `indexedBy`; for any other all cases are read.
 */
export function casesWith(
  contract: Contract,
  declaration: string,
  sought: { readonly field: string; readonly value: string },
): readonly Case[] {
  return casesEverWith(contract, declaration, sought).filter((found) => !isVoided(found));
}

/** Like {@link casesWith}, with those struck out since: for who asks how they stood on a day. */
export function casesEverWith(
  contract: Contract,
  declaration: string,
  { field, value }: { readonly field: string; readonly value: string },
): readonly Case[] {
  const holds = ({ values }: Case) => valuesOf(values, field).includes(value);
  const mentions = contract.index.get(indexName(declaration, field));
  if (mentions === undefined) return [...casesOf(contract, declaration)].filter(holds);
  const found = new Set<Case>();
  for (let one = mentions.get(value) ?? null; one !== null; one = one.earlier) {
    const mentioned = caseOf(contract, one.id);
    if (mentioned !== undefined && holds(mentioned)) found.add(mentioned);
  }
  return [...found].sort((one, other) => one.steps[0].sequence - other.steps[0].sequence);
}

/** A value some cases of a declaration have, and from when on it matters that they ended. */
interface Sought {
  readonly field: string;
  readonly value: string;
  /** Left out where only cases that are open now are looked for. */
  readonly since?: Moment;
}

/**
 * What {@link casesWith} finds, oldest first, but for cases whose end was recorded before a moment:
 * of those any may be missing. The latest mentions of the value are read by turns with what is open
 * or ended since, until one of the two is read to its end: a value that was given thousands of
 * times costs no more than what is going on, and the other way about.
 */
export function unsettledWith(
  contract: Contract,
  declaration: string,
  { field, value, since }: Sought,
): readonly Case[] {
  const mentions = contract.index.get(indexName(declaration, field));
  const all =
    mentions === undefined
      ? casesOf(contract, declaration)
      : mentionedIn(contract, mentions.get(value) ?? null);
  const found = shorterOf(all, notEndedBefore(contract, declaration, since));
  return [...new Set(found)]
    .filter((one) => !isVoided(one) && valuesOf(one.values, field).includes(value))
    .sort((one, other) => one.steps[0].sequence - other.steps[0].sequence);
}

function* mentionedIn(contract: Contract, latest: Mention | null): Generator<Case> {
  for (let one = latest; one !== null; one = one.earlier) {
    const found = caseOf(contract, one.id);
    if (found !== undefined) yield found;
  }
}

function* notEndedBefore(contract: Contract, declaration: string, since?: Moment) {
  yield* openCasesOf(contract, declaration);
  if (since === undefined) return;
  const ended = endedSince(contract, declaration, { moment: since, others: 0 });
  for (const { found } of ended) yield found;
}

/** All that one of two has, whichever comes to its end first; they are read by turns. */
function shorterOf<V>(one: Iterator<V>, other: Iterator<V>): readonly V[] {
  const taken: V[] = [];
  const alsoTaken: V[] = [];
  for (;;) {
    const next = one.next();
    if (next.done === true) return taken;
    taken.push(next.value);
    const alsoNext = other.next();
    if (alsoNext.done === true) return alsoTaken;
    alsoTaken.push(alsoNext.value);
  }
}
