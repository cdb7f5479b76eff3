import type { DutyId } from '@kanribo/annex';
import { type Case, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import { type ActTime, approvalCovering, isInForce } from '../engine/covering.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { choice, oneOf, person } from '../engine/field.ts';
import { type Refusal, forbidden, wayOut } from '../engine/refusal.ts';
import { placeKind } from '../things/questions.ts';

/** The client's word a line may rest on: how it is sent, or to whom. */
export const clientWord = oneOf(
  '根拠となる委託者の仕様・指示・承認',
  'specification',
  'instruction',
  'subcontract-approval',
  'resubcontract-approval',
);

/** Who took it over at the other end: a named officer of the client, or who else. */
export const receiverFields = {
  receiver: person('受領した委託者の担当者'),
  otherReceiver: choice('担当者のほかに受領した者', {
    reception: '受付・守衛',
    colleague: 'ほかの職員',
    other: 'その他',
  }),
} as const;

/** What a step may say of who took it over. */
export const receiverNames = ['receiver', 'otherReceiver'] as const;

/** Places nobody outside is given anything at, and the client's. */
const openToAll = ['client', 'handling-area', 'controlled-area', 'own-premises'];

/** Whether going to a place hands the information over to somebody else (授受). */
export function isHandOver(contract: Contract, destination: string | null): boolean {
  const kind = placeKind(contract, destination);
  return kind === 'client' || kind === 'subcontractor' || kind === 'other';
}

/** Whether a word of the client that a line names held when it was acted on. */
function wordHolds(found: Case, act: ActTime): boolean {
  if (textOf(found.values, 'until') !== null) return isInForce(found, act);
  const isBegun =
    found.steps[0].occurredAt <= act.at && (textOf(found.values, 'from') ?? '') <= act.on;
  const ended = ['withdrawn', 'contradicted', 'replaced'];
  return (
    isBegun &&
    !found.steps.some(({ step, occurredAt }) => ended.includes(step) && occurredAt <= act.at)
  );
}

/** Whether the line names a specification or instruction in force that is about the duty. */
function isSaidOf(
  { contract, values }: Pick<Attempt, 'contract' | 'values'>,
  duty: DutyId,
  act: ActTime,
): boolean {
  const found = caseOf(contract, textOf(values, 'clientWord') ?? '');
  const isWord = found?.declaration === 'specification' || found?.declaration === 'instruction';
  return isWord && textsOf(found.values, 'duties').includes(duty) && wordHolds(found, act);
}

/**
 * Whether the destination is nobody's the annex calls a third party (16): the client, the
 * contractor itself, an approved subcontractor, or whom the client's specification or instruction
 * names. A carrier is no recipient.
 */
function isRecipientAllowed(
  { contract, values }: Pick<Attempt, 'contract' | 'values'>,
  act: ActTime,
): boolean {
  if (!restsOnRecipientWord({ contract, values }, act)) return true;
  const about = { destination: textOf(values, 'destination') };
  return approvalCovering(contract, 'recipient-word', { ...act, about }) !== undefined;
}

/** Whether nothing but the client's word on a recipient (提供先の指定) allows the destination. */
export function restsOnRecipientWord(
  { contract, values }: Pick<Attempt, 'contract' | 'values'>,
  act: ActTime,
): boolean {
  const destination = textOf(values, 'destination');
  if (openToAll.includes(placeKind(contract, destination) ?? '')) return false;
  if (isSaidOf({ contract, values }, 'third-parties', act)) return false;
  const word = caseOf(contract, textOf(values, 'clientWord') ?? '');
  const isSubcontract = word?.declaration.endsWith('subcontract-approval') ?? false;
  return !(isSubcontract && word !== undefined && isInForce(word, act));
}

/** Whether nothing but the client's word on ordinary mail (普通郵便の指示) allows how it was sent. */
export function restsOnMailWord(
  { contract, values }: Pick<Attempt, 'contract' | 'values'>,
  act: ActTime,
): boolean {
  if (textOf(values, 'method') !== 'ordinary') return false;
  return !isSaidOf({ contract, values }, 'sending-register', act);
}

/** An act names only recipients it may have. */
export function recipientNotAllowed(attempt: Attempt): Refusal | null {
  if (isRecipientAllowed(attempt, { at: attempt.now, on: attempt.today })) return null;
  return forbidden('recipient-not-allowed', {
    duty: 'third-parties',
    parameters: { place: textOf(attempt.values, 'destination') ?? '' },
    wayOut: [wayOut('record-recipient-word'), wayOut('obtain-subcontract-approval')],
  });
}

/** What was given to somebody the contract does not know. */
export function givenToThirdParty(attempt: Attempt): readonly DeviationFound[] {
  const act = { at: attempt.occurredAt, on: attempt.occurredOn };
  if (isRecipientAllowed(attempt, act)) return [];
  return [{ code: 'provided-to-third-party', duty: 'third-parties' }];
}

/** At the client's end a named officer takes it over (19(1)); whoever else did is said. */
export function receivedByOther({ contract, values }: Attempt): readonly DeviationFound[] {
  const receiver = caseOf(contract, textOf(values, 'receiver') ?? '');
  const isOfficer = receiver === undefined || textOf(receiver.values, 'party') === 'client';
  if (isOfficer && textOf(values, 'otherReceiver') === null) return [];
  return [{ code: 'received-by-other', duty: 'hand-over-persons' }];
}
