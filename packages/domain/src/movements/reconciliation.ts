import { type Day, type Moment, dayOf } from '@kanribo/kernel';
import { dayValue } from '../contract/questions.ts';
import { type Case, caseOn, stepOf, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf, casesOf, casesOn } from '../engine/contract.ts';
import { type Balance, endedStatuses, outStatuses } from '../things/questions.ts';

/** A thing that is out: under which line, to where, since when, and until when. */
export interface OutThing {
  readonly thing: string;
  readonly kind: string;
  readonly under: string;
  readonly destination: string | null;
  readonly since: Moment;
  readonly plannedReturnOn: Day | null;
  readonly isLost: boolean;
}

/** Where the two registers, or a register and its receipts, do not agree. */
export interface Difference {
  readonly what:
    | 'sending-without-line'
    | 'line-without-sending'
    | 'line-differs'
    | 'receipt-missing'
    | 'not-yet-received'
    | 'out-too-long'
    | 'lost';
  readonly cases: readonly string[];
}

/** Sendings held against take-outs on a day, and where everything is (突合). */
export interface Reconciliation {
  readonly sendings: number;
  readonly lines: number;
  readonly out: readonly OutThing[];
  /** By kind of thing (種別): papers, media, devices, keys, packages. */
  readonly balance: Readonly<Record<string, Balance>>;
  readonly differences: readonly Difference[];
}

/**
 * Holds the register of sendings against the register of take-outs as both stood at the end of a
 * day: every sending has its line and the reverse, what was carried is the same, receipts are
 * attached, and what is out is where a line says.
 */
export function reconciliation(contract: Contract, day: Day): Reconciliation {
  const lines = [...casesOn(contract, 'take-out', day)];
  const sendings = [...casesOn(contract, 'sending', day)];
  const out = [
    ...lines.flatMap((line) => thingsOut(contract, line, day)),
    ...lostHere(contract, day),
  ];
  return {
    sendings: sendings.length,
    lines: lines.length,
    out,
    balance: balanceByKind(contract, day, new Set(out.map(({ thing }) => thing))),
    differences: [
      ...unmatched(contract, sendings, { lines, day }),
      ...sendings.flatMap((found) => notReceipted(found, day)),
      ...lines.flatMap((line) => tooLong(line, day)),
    ],
  };
}

function thingsOut(contract: Contract, line: Case, day: Day): readonly OutThing[] {
  if (!outStatuses.includes(line.status)) return [];
  const since = (stepOf(line, 'taken') ?? line.steps[0]).occurredAt;
  const left = textsOf(line.values, 'things').filter((thing) => !hasEnded(contract, thing, day));
  return left.map((thing) => ({
    thing,
    kind: textOf(caseOf(contract, thing)?.values ?? {}, 'kind') ?? '',
    under: line.id,
    destination: textOf(line.values, 'destination'),
    since,
    plannedReturnOn: dayValue(line, 'plannedReturnOn'),
    isLost: line.status === 'lost',
  }));
}

/** What ended where it was taken is out no more, though the rest of its line is. */
function hasEnded(contract: Contract, thing: string, day: Day): boolean {
  const found = caseOf(contract, thing);
  return endedStatuses.includes((found && caseOn(found, day))?.status ?? '');
}

/** What was lost where it was kept is out under its own record. */
function lostHere(contract: Contract, day: Day): readonly OutThing[] {
  return [...casesOn(contract, 'thing', day)].flatMap((thing) => {
    const lost = thing.status === 'lost' ? stepOf(thing, 'lost') : undefined;
    if (lost === undefined) return [];
    const kind = textOf(thing.values, 'kind') ?? '';
    const nowhere = { destination: null, plannedReturnOn: null, isLost: true };
    return [{ thing: thing.id, kind, under: thing.id, since: lost.occurredAt, ...nowhere }];
  });
}

function balanceByKind(contract: Contract, day: Day, away: ReadonlySet<string>) {
  const balance: Record<string, Balance> = {};
  for (const found of casesOf(contract, 'thing')) {
    const thing = caseOn(found, day);
    if (thing === undefined) continue;
    const kind = textOf(thing.values, 'kind') ?? '';
    const { created, here, out, ended } = balance[kind] ?? {
      created: 0,
      here: 0,
      out: 0,
      ended: 0,
    };
    const isEnded = endedStatuses.includes(thing.status);
    const isOut = !isEnded && away.has(thing.id);
    balance[kind] = {
      created: created + 1,
      here: here + (isEnded || isOut ? 0 : 1),
      out: out + (isOut ? 1 : 0),
      ended: ended + (isEnded ? 1 : 0),
    };
  }
  return balance;
}

interface Lines {
  readonly lines: readonly Case[];
  readonly day: Day;
}

function unmatched(
  contract: Contract,
  sendings: readonly Case[],
  { lines, day }: Lines,
): readonly Difference[] {
  const bySending = new Map(
    lines.flatMap((line): readonly [string, Case][] => {
      const sending = textOf(line.values, 'sending');
      return sending === null ? [] : [[sending, line]];
    }),
  );
  const withoutLine = sendings.flatMap((found): readonly Difference[] => {
    const line = bySending.get(found.id);
    if (line === undefined) return [{ what: 'sending-without-line', cases: [found.id] }];
    return isSame(found, line) ? [] : [{ what: 'line-differs', cases: [found.id, line.id] }];
  });
  const withoutSending = [...bySending].flatMap(([id, line]): readonly Difference[] => {
    const found = caseOf(contract, id);
    const isThere = found !== undefined && caseOn(found, day) !== undefined;
    return isThere ? [] : [{ what: 'line-without-sending', cases: [line.id] }];
  });
  return [...withoutLine, ...withoutSending];
}

/** What a sending and its line must say alike. */
const alike = [
  ['destination', 'destination'],
  ['protection', 'protection'],
  ['sender', 'carrier'],
  ['approver', 'approver'],
] as const;

function isSame(found: Case, line: Case): boolean {
  const things = textsOf(line.values, 'things');
  const sent = textsOf(found.values, 'things');
  const isAlike = alike.every(
    ([name, its]) => textOf(found.values, name) === textOf(line.values, its),
  );
  return isAlike && sent.length === things.length && sent.every((thing) => things.includes(thing));
}

/** A receipt belongs to everything that a carrier took; what is on its way too long is listed. */
function notReceipted(found: Case, day: Day): readonly Difference[] {
  const cases = [found.id];
  const method = textOf(found.values, 'method');
  const isCarried = method !== 'in-person' && method !== 'internet';
  const expectedOn = dayValue(found, 'expectedOn');
  const isAwaited = found.status === 'sent' && expectedOn !== null && expectedOn < day;
  const differences: Difference[] = [];
  if (isCarried && textOf(found.values, 'receipt') === null) {
    differences.push({ what: 'receipt-missing', cases });
  }
  if (isAwaited) differences.push({ what: 'not-yet-received', cases });
  if (found.status === 'lost') differences.push({ what: 'lost', cases });
  return differences;
}

function tooLong(line: Case, day: Day): readonly Difference[] {
  const isLinked = textOf(line.values, 'sending') !== null;
  if (!outStatuses.includes(line.status) || isLinked) return [];
  const planned = dayValue(line, 'plannedReturnOn');
  const since = dayOf((stepOf(line, 'taken') ?? line.steps[0]).occurredAt);
  const what = line.status === 'lost' ? 'lost' : 'out-too-long';
  return what === 'lost' || (planned ?? since) < day ? [{ what, cases: [line.id] }] : [];
}
