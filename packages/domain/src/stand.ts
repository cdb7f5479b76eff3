import type { DutyId } from '@kanribo/annex';
import { type Day, parseDay } from '@kanribo/kernel';
import { basics, deviationsOn, notApplicableOn, weightOfCase } from './contract/questions.ts';
import { type Case, caseOn, isYes, textOf } from './engine/case.ts';
import type { Contract } from './engine/contract.ts';
import type { RemarkCode } from './refusals/remarks.ts';
import {
  type Duty,
  type Look,
  type Standing,
  type StandingStatus,
  type Waiting,
  proofLimit,
} from './engine/standing.ts';

/** A duty of the catalogue, and who watches it if anybody does. */
export interface Watched {
  readonly id: DutyId;
  readonly watch: Duty | undefined;
}

const nothing: Look = { kept: [], waiting: [], broken: [] };

/**
 * How a duty stands on a day, of the contract as known. The worst found counts: breached before
 * overdue before due before met. A deviation breaks its duty until a named person has decided
 * whether it is an incident, and for as long as it is one, whether the duty is watched or not. A sign
 * of one breaks nothing: it leaves the duty due, as somebody has to find out. What deviated from a
 * duty never proves that it was kept, and a decision that the duty does not apply hides no
 * deviation. What is otherwise than our own rule has it changes no standing and is remarked on.
 */
export function stand({ id, watch }: Watched, contract: Contract, day: Day): Standing {
  const { against, marks } = deviationsOn(contract, id, day);
  const counting = against.filter(
    ({ status, values }) => status === 'opened' || isYes(values, 'isIncident'),
  );
  const standing = counting.map(provenBy);
  const isBreach = (found: Case) => weightOfCase(found) === 'breach';
  const signs = counting.filter((found) => !isBreach(found));
  const decision = notApplicableOn(contract, id, day);
  const about = { duty: id, deviations: against.length };
  if (decision !== undefined) return { ...about, ...setAside(decision, standing, day) };
  const look = watch?.look(asAgreedOn(contract, day), day) ?? nothing;
  const deviated = new Set(against.filter(isBreach).map(({ values }) => textOf(values, 'of')));
  const kept = look.kept.filter((found) => !deviated.has(found.case));
  const broken = [...look.broken, ...counting.filter(isBreach).map(provenBy)];
  const worst = worstOf({ ...look, kept, broken, signs: signs.map(provenBy) }, day);
  const isUnwatched = watch === undefined && worst.status === 'not-yet';
  const status: StandingStatus = isUnwatched ? 'not-watched' : worst.status;
  const remarks = [
    ...decidedRemarks(worst.status, against.length),
    ...signRemarks(signs),
    ...(marks.length > 0 ? (['house-marks-on-record'] as const) : []),
    ...(look.remarks ?? []),
  ];
  return { ...about, ...worst, status, remarks };
}

/**
 * The cases a duty waits for past their day, each with whether every such day is our own rule: what
 * their lines are marked by. What broke the duty meanwhile hides none of them; a decision that it
 * does not apply does.
 */
export function overdueIn(
  { id, watch }: Watched,
  contract: Contract,
  day: Day,
): ReadonlyMap<string, { readonly isByHouse: boolean }> {
  const found = new Map<string, { readonly isByHouse: boolean }>();
  if (notApplicableOn(contract, id, day) !== undefined) return found;
  const { waiting } = watch?.look(asAgreedOn(contract, day), day) ?? nothing;
  for (const { case: line, dueOn, house } of waiting) {
    if (dueOn >= day) continue;
    const isByHouse = house === true && (found.get(line)?.isByHouse ?? true);
    found.set(line, { isByHouse });
  }
  return found;
}

const provenBy = ({ id, steps: [opened] }: Case) => ({ case: id, proof: opened.sequence });

/** Signs somebody has still to decide on, and those that were decided to be incidents. */
function signRemarks(signs: readonly Case[]): readonly RemarkCode[] {
  const isOpen = signs.some(({ status }) => status === 'opened');
  const isIncident = signs.some(({ status }) => status !== 'opened');
  return [
    ...(isOpen ? (['sign-undecided'] as const) : []),
    ...(isIncident ? (['sign-is-incident'] as const) : []),
  ];
}

/**
 * The contract with what was agreed as it was on a day: an amendment recorded later mends no
 * earlier day. Before the set-up was recorded it counts as it was set up.
 */
function asAgreedOn(contract: Contract, day: Day): Contract {
  const found = basics(contract);
  if (found === undefined) return contract;
  const [first] = found.steps;
  const atFirst = { ...found, status: first.status, values: first.values, steps: [first] } as const;
  const agreed = caseOn(found, day) ?? atFirst;
  return agreed === found ? contract : { ...contract, cases: contract.cases.set(found.id, agreed) };
}

/** Deviations that were no incident leave a mark on what otherwise would look as if nothing was. */
function decidedRemarks(worst: StandingStatus, deviations: number): readonly RemarkCode[] {
  if (deviations === 0) return [];
  if (worst === 'not-yet') return ['deviations-decided'];
  return worst === 'met' ? ['deviations-on-record'] : [];
}

function setAside(decision: Case, standing: Look['broken'], day: Day) {
  const found = [...standing, { case: decision.id, proof: decision.steps[0].sequence }];
  const remarks: readonly RemarkCode[] = standing.length > 0 ? ['deviations-set-aside'] : [];
  const dueOn = parsedUntil(textOf(decision.values, 'until'), day);
  return { ...told('not-applicable', { dueOn, isDueByHouse: false }, found), remarks };
}

interface Found extends Look {
  readonly signs: Look['broken'];
}

function worstOf({ broken, waiting, kept, signs }: Found, day: Day) {
  const overdue = waiting.filter(({ dueOn }) => dueOn < day);
  const due = earliestOf(waiting);
  if (broken.length > 0) return told('breached', due, broken);
  if (overdue.length > 0) return told('overdue', due, [...overdue, ...signs]);
  if (waiting.length + signs.length > 0) return told('due', due, [...waiting, ...signs]);
  return told(kept.length > 0 ? 'met' : 'not-yet', due, kept);
}

/** When the next thing is due, and whether that day is ours; it is not where another also names it. */
function earliestOf(waiting: readonly Waiting[]): Due {
  const dueOn =
    waiting
      .map((one) => one.dueOn)
      .sort()
      .at(0) ?? null;
  const then = waiting.filter((one) => one.dueOn === dueOn);
  return { dueOn, isDueByHouse: dueOn !== null && then.every(({ house }) => house === true) };
}

type Due = Pick<Standing, 'dueOn' | 'isDueByHouse'>;

function told(
  status: StandingStatus,
  due: Due,
  found: readonly { readonly case: string; readonly proof: number }[],
) {
  const proofs = [...new Set(found.map(({ proof }) => proof).filter((proof) => proof >= 0))];
  const cases = [...new Set(found.map((one) => one.case))].slice(-proofLimit);
  return { status, ...due, proofs: proofs.sort((a, b) => a - b).slice(-proofLimit), cases };
}

/** The day the decision holds until; it was checked when it was recorded. */
function parsedUntil(until: string | null, day: Day): Day {
  const parsed = parseDay(until ?? '');
  return parsed.ok ? parsed.value : day;
}
