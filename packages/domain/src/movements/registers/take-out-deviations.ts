import { textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import { isUnproven } from '../../engine/covering.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { isFiledPersonAt } from '../../organisation/questions.ts';
import { approvalOfTakeOut } from '../../things/questions.ts';
import { contradicted, elsewhere, overlapping } from '../elsewhere.ts';
import { recordedLate } from '../late.ts';
import { unprotected } from '../protection.ts';
import { outsidePurpose } from '../purposes.ts';
import { givenToThirdParty, isHandOver, receivedByOther } from '../recipients.ts';

/** Whether the line stands for itself; what is against a sending is said with the sending. */
export function isUnlinked({ values }: Pick<Attempt, 'values'>): boolean {
  return textOf(values, 'sending') === null;
}

/** What was against a clause when it was taken out; an approval dated later never covers it. */
export function takenAgainst(attempt: Attempt): readonly DeviationFound[] {
  const { contract, occurredAt, occurredOn, values } = attempt;
  const act = { at: occurredAt, on: occurredOn, values };
  const found: DeviationFound[] = [];
  const approval = approvalOfTakeOut(contract, act);
  if (approval === undefined) {
    found.push({ code: 'take-out-without-approval', duty: 'take-out-approval' });
  } else if (isUnproven(approval, act)) {
    found.push({ code: 'approval-unproven', duty: 'take-out-approval' });
  }
  return [...found, ...measuresMissing(attempt), ...(isUnlinked(attempt) ? own(attempt) : [])];
}

/** By a carrier its measures are those of 19(2) and 19(3), said with the sending; by hand 20(5). */
function measuresMissing(attempt: Attempt): readonly DeviationFound[] {
  const { contract, values } = attempt;
  const sending = caseOf(contract, textOf(values, 'sending') ?? '');
  const isByHand = sending === undefined || textOf(sending.values, 'method') === 'in-person';
  const against = { media: 'take-out-protection', paper: 'take-out-protection' } as const;
  return isByHand ? unprotected(attempt, against) : [];
}

/**
 * Who carries is filed by our own rule, which supports 19(1) on the way to a handing over and 9.1
 * within the house; the handing over itself is held against 19(1) when it happens.
 */
function own(attempt: Attempt): readonly DeviationFound[] {
  const { contract, occurredAt, occurredOn, values } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  const found: DeviationFound[] = [];
  if (!isFiledPersonAt(contract, textOf(values, 'carrier') ?? '', act)) {
    const isOut = isHandOver(contract, textOf(values, 'destination'));
    const duty = isOut ? 'hand-over-persons' : 'handlers-list';
    found.push({ code: 'carried-by-unfiled-person', duty });
  }
  if (textOf(values, 'approver') === null) {
    found.push({ code: 'approver-missing', duty: 'take-out-register' });
  }
  return [
    ...found,
    ...outsidePurpose(attempt),
    ...recordedLate(attempt, 'take-out-register'),
    ...contradicted(attempt, elsewhere(attempt), 'take-out-register'),
  ];
}

/** What was against a clause when it came back. */
export function endsAgainst(attempt: Attempt): readonly DeviationFound[] {
  const overlap = overlapping(attempt, 'take-out-register');
  return isUnlinked(attempt) ? [...recordedLate(attempt, 'take-out-register'), ...overlap] : [];
}

/** Handing over is for managers and handlers, to a named officer, and to nobody else (16, 19(1)). */
export function handedOverAgainst(attempt: Attempt): readonly DeviationFound[] {
  if (!isUnlinked(attempt)) return [];
  const { contract, values, occurredAt, occurredOn } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  const isFiled = isFiledPersonAt(contract, textOf(values, 'carrier') ?? '', act);
  const found: readonly DeviationFound[] = isFiled
    ? []
    : [{ code: 'handed-over-by-unfiled-person', duty: 'hand-over-persons' }];
  return [
    ...found,
    ...receivedByOther(attempt),
    ...givenToThirdParty(attempt),
    ...endsAgainst(attempt),
  ];
}

/**
 * What was lost under a line of its own; a lost sending says so itself. The register is kept by
 * saying so: a loss is what 26.1 asks about, as a leak may follow.
 */
export function lostAgainst(attempt: Attempt): readonly DeviationFound[] {
  return isUnlinked(attempt) ? [{ code: 'lost', duty: 'incident-first-report' }] : [];
}
