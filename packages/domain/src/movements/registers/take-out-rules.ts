import { isVoided, stepOf, textOf, textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, Consequence } from '../../engine/declaration.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import type { WarningCode } from '../../refusals/warnings.ts';
import { endedStatuses, placeKind } from '../../things/questions.ts';
import { elsewhere, notHereNow } from '../elsewhere.ts';

const facts = {
  things: '持ち出すもの',
  destination: '持ち出し先',
  carrier: '持ち出した者',
} as const;
const texts = { contents: '含まれる情報', purpose: '用途' } as const;

const aims = ['contents', 'purpose', 'use', 'isOutsidePurpose', 'destination', 'clientWord'];
const means = ['carrier', 'approver', 'protection', 'paperProtection'];

/** What every line of the register has, whether its permit said it or its taking (20(4)). */
export function incomplete({ values, given, before }: Attempt): Refusal | null {
  const said = new Set([...given, ...(before?.steps.flatMap((taken) => taken.given) ?? [])]);
  const missing =
    Object.entries(facts).find(([name]) => values[name] === undefined) ??
    Object.entries(texts).find(([name]) => !said.has(name));
  return missing === undefined ? null : misfit('field-missing', { field: missing[1] });
}

/** A line that a sending opened is closed by that sending, so that both registers agree. */
export function endsUnfit({ contract, id, before, values }: Attempt): Refusal | null {
  const sending = caseOf(contract, textOf(values, 'sending') ?? '');
  const isLostAlong = sending?.status === 'lost' && before?.status === 'taken';
  if ((sending?.status !== 'sent' && sending?.status !== 'lost') || isLostAlong) return null;
  return misfit('register-mismatch', { case: id });
}

/** What is taken out now is here; what a sending carries is said with the sending. */
export function notHereAt(attempt: Attempt): Refusal | null {
  if (textOf(attempt.values, 'sending') !== null) return null;
  return notHereNow(attempt, elsewhere(attempt));
}

/** Whoever brought it back is named; what a carrier brought back has only who confirmed it. */
export function returnerMissing({ values }: Attempt): Refusal | null {
  const isNamed = textOf(values, 'returner') !== null || textOf(values, 'sending') !== null;
  return isNamed ? null : misfit('field-missing', { field: '返却した者' });
}

/** What stands in both registers is corrected along with the sending, never alone. */
export function correctedUnderSending({ contract, id, values, changes }: Attempt): Refusal | null {
  const sending = caseOf(contract, textOf(values, 'sending') ?? '');
  if (sending === undefined || ![...aims, ...means].some((name) => name in changes)) return null;
  const isAlong = stepOf(sending, 'corrected')?.sequence === contract.size - 1;
  return isAlong ? null : misfit('register-mismatch', { case: id });
}

/** A line that a sending opened is struck out with the sending, never alone. */
export function voidedUnderSending({ contract, id, values }: Attempt): Refusal | null {
  const sending = caseOf(contract, textOf(values, 'sending') ?? '');
  return sending === undefined || isVoided(sending)
    ? null
    : misfit('register-mismatch', { case: id });
}

/** What was handed over by the line is on record as gone: that relies on it. */
export function endedThings({ contract, id, before, values }: Attempt): Refusal | null {
  const handing = before?.steps.find(({ step }) => handings.includes(step));
  if (handing === undefined) return null;
  const by = textsOf(values, 'things').find((thing) =>
    caseOf(contract, thing)?.steps.some(
      ({ step, recordedAt }) => step === 'handed-over' && recordedAt === handing.recordedAt,
    ),
  );
  return by === undefined ? null : misfit('line-relied-on', { case: id, by });
}

const handings = ['handed-to-client', 'posted'];

/** Things stay where they were taken only in the contractor's own premises. */
export function notKeptAt({ contract, id, values }: Attempt): Refusal | null {
  const kept = ['handling-area', 'controlled-area', 'own-premises'];
  const kind = placeKind(contract, textOf(values, 'destination')) ?? '';
  return kept.includes(kind) ? null : misfit('destination-not-kept-at', { case: id });
}

/** What was handed over is no longer the contractor's to keep. */
export function handedOver(attempt: Attempt): readonly Consequence[] {
  return thingsLeft(attempt).map((thing) => ({
    declaration: 'thing',
    step: 'handed-over',
    case: thing,
    values: {},
  }));
}

/** What was taken to another area is kept there from now on. */
export function storedThere(attempt: Attempt): readonly Consequence[] {
  const { id, values } = attempt;
  const kept = { place: values['destination'] ?? '', custodian: values['custodian'] ?? '' };
  return thingsLeft(attempt).map((thing) => ({
    declaration: 'thing',
    step: 'moved',
    case: thing,
    values: { ...kept, under: id },
  }));
}

/** The things of a line that have not come to their end meanwhile. */
function thingsLeft({ contract, values }: Attempt): readonly string[] {
  return textsOf(values, 'things').filter(
    (thing) => !endedStatuses.includes(caseOf(contract, thing)?.status ?? ''),
  );
}

/** Whoever brought it back better is not who confirms it. */
export function confirmedBySame({ values }: Attempt): readonly WarningCode[] {
  return textOf(values, 'returner') === textOf(values, 'returnConfirmedBy')
    ? ['same-person-confirmed']
    : [];
}

/** What ends after its planned day keeps a mark of that in its entry. */
export function endsLate({ values, occurredOn }: Attempt): readonly WarningCode[] {
  const planned = textOf(values, 'plannedReturnOn');
  const isLate = planned !== null && occurredOn > planned;
  return isLate && textOf(values, 'sending') === null ? ['ended-after-planned'] : [];
}
