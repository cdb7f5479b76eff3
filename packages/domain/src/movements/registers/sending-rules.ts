import {
  type Carrier,
  type JsonObject,
  isCarrier,
  isIndividualNumber,
  parseTrackingNumber,
} from '@kanribo/kernel';
import { countOf, isYes, textOf, textsOf } from '../../engine/case.ts';
import { approvalCovering } from '../../engine/covering.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { casesWith } from '../../engine/lines.ts';
import { type Refusal, misfit, wayOut } from '../../engine/refusal.ts';
import { isFiledPersonAt } from '../../organisation/questions.ts';
import type { WarningCode } from '../../refusals/warnings.ts';
import { contradicted, elsewhereAt, notHereNow, sentOnLines } from '../elsewhere.ts';
import { recordedLate } from '../late.ts';
import { unprotected } from '../protection.ts';
import { outsidePurpose } from '../purposes.ts';
import { givenToThirdParty, restsOnMailWord } from '../recipients.ts';

const mail = ['specified-record', 'registered', 'ordinary'];

/** What is sent now is here, or goes on from where all of its line is. */
export function elsewhereNow(attempt: Attempt): Refusal | null {
  return notHereNow(attempt, elsewhereWhenSent(attempt));
}

function elsewhereWhenSent(attempt: Attempt) {
  const { contract, id, values, occurredAt } = attempt;
  const own = casesWith(contract, 'take-out', { field: 'sending', value: id });
  const aside = [...own, ...sentOnLines(attempt)].map((line) => line.id);
  return elsewhereAt(contract, textsOf(values, 'things'), { at: occurredAt, aside });
}

/**
 * A number that its carrier does not give is read again, or said to be printed so. One that has the
 * check digit of an Individual Number and not the carrier's own is never taken: a carrier prints
 * such a number hardly ever, and an entry keeps it for ever.
 */
export function misreadNumber({ values }: Attempt): Refusal | null {
  const number = textOf(values, 'trackingNumber');
  if (number === null) return null;
  const carrier = carrierOf(values);
  const isOfCarrier = parseTrackingNumber(carrier, number).ok;
  const isPrintedSo = isYes(values, 'isNumberAsPrinted');
  const isSuspected = isIndividualNumber(number);
  if (isSuspected && (!isOfCarrier || (carrier === 'other' && !isPrintedSo))) {
    const ways = [wayOut('remove-number'), wayOut('read-again')];
    return { ...misfit('individual-number-suspected', { field: '追跡番号' }), wayOut: ways };
  }
  if (isOfCarrier || isPrintedSo) return null;
  return {
    ...misfit('tracking-number-misread', { number }),
    wayOut: [
      wayOut('read-again'),
      wayOut('declare-as-printed', { field: '追跡番号は控えのとおり' }),
    ],
  };
}

/** The carrier as typed; mail is Japan Post's, of any other the number is known by its shape. */
function carrierOf(values: JsonObject): Carrier {
  const typed = textOf(values, 'carrierFirm') ?? '';
  if (isCarrier(typed)) return typed;
  return mail.includes(textOf(values, 'method') ?? '') ? 'japan-post' : 'other';
}

const isBulk = (values: JsonObject) => (countOf(values, 'count') ?? 1) > 1;

/** Several letters in one entry need the list of whom they went to. */
export function bulkListMissing({ values }: Attempt): readonly WarningCode[] {
  return isBulk(values) && textOf(values, 'list') === null ? ['bulk-list-missing'] : [];
}

/** Only what nobody signs for is closed by its posting: ordinary mail, and bulk posting. */
export function awaitsReceipt({ id, values }: Attempt): Refusal | null {
  const isUnsigned = textOf(values, 'method') === 'ordinary' || isBulk(values);
  return isUnsigned ? null : misfit('receipt-awaited', { case: id });
}

/** What a sending was against when it went. */
export function sentAgainst(attempt: Attempt): readonly DeviationFound[] {
  return [
    ...howItWent(attempt),
    ...handedOverBy(attempt),
    ...givenToThirdParty(attempt),
    ...outsidePurpose(attempt),
    ...recordedLate(attempt, 'sending-register'),
    ...contradicted(attempt, elsewhereWhenSent(attempt), 'sending-register'),
  ];
}

/** Over the internet never; by a carrier traceably and protected; in person there is no carrier. */
function howItWent(attempt: Attempt): readonly DeviationFound[] {
  const method = textOf(attempt.values, 'method');
  if (method === 'internet') return [{ code: 'sent-over-internet', duty: 'no-internet-sending' }];
  if (method === 'in-person') return [];
  const against = unprotected(attempt, {
    media: 'media-sending-protection',
    paper: 'paper-sending-protection',
  });
  if (isTraced(attempt) || isOrdinaryByWord(attempt)) return against;
  return [{ code: 'untraceable-sending', duty: 'sending-register' }, ...against];
}

/** Its number stands in the entry; the numbers of bulk posting stand in its list. */
function isTraced({ values }: Attempt): boolean {
  if (textOf(values, 'method') === 'ordinary') return false;
  if (textOf(values, 'trackingNumber') !== null) return true;
  return isBulk(values) && textOf(values, 'list') !== null;
}

function isOrdinaryByWord({ contract, values, occurredAt, occurredOn }: Attempt): boolean {
  if (textOf(values, 'method') !== 'ordinary') return false;
  const act = { at: occurredAt, on: occurredOn };
  if (!restsOnMailWord({ contract, values }, act)) return true;
  const about = { destination: textOf(values, 'destination') };
  return approvalCovering(contract, 'ordinary-mail-word', { ...act, about }) !== undefined;
}

/** Handing over is for managers and handlers only (19(1)). */
function handedOverBy(attempt: Attempt): readonly DeviationFound[] {
  const { contract, values, occurredAt, occurredOn } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  if (isFiledPersonAt(contract, textOf(values, 'sender') ?? '', act)) return [];
  return [{ code: 'handed-over-by-unfiled-person', duty: 'hand-over-persons' }];
}
