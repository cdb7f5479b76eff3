import type { JsonObject } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';
import type { Attempt } from '../engine/declaration.ts';
import { type Fields, choice, day, evidence, person, text } from '../engine/field.ts';
import { isOfClient, rolesOf } from '../engine/offices.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';
import type { WarningCode } from '../refusals/warnings.ts';

/** Who records what the client said: the contractor as a fact, the client's officer by account. */
export const wordKeepers = ['set-up', 'chief-officer', 'manager', 'client-officer'] as const;

const paperDueOn = day('書面の受領予定日');
const clientPerson = text('委託者の担当者', 100);

/** What every word of the client has (委託者の意思表示): who gave it, in which form, for how long. */
export const wordFields = {
  form: choice('形式', {
    written: '書面',
    oral: '口頭（未確認）',
    account: '委託者のアカウント',
  }),
  from: day('期間（始）'),
  until: day('期間（終）'),
  clientPerson,
  clientOfficer: person('委託者の担当者（アカウント）'),
  clientReference: text('委託者の文書番号', 100),
  paperDueOn,
  conditions: text('条件', 400),
  paper: evidence('書面の写し'),
} as const satisfies Fields;

/** What may be said of any word of the client beside what it needs. */
export const wordDetails = [
  'clientPerson',
  'clientReference',
  'paperDueOn',
  'conditions',
  'paper',
] as const;

/** The officer whose account a word came by stands in the entry. */
export function officerOf({ actor, values }: Attempt): JsonObject {
  return textOf(values, 'form') === 'account' ? { clientOfficer: actor } : {};
}

/**
 * Only the client's officer gives a word by account, and gives it no other way; a word recorded by
 * the contractor names who spoke; a spoken one needs a day for its paper; a period is not reversed.
 */
export function wordDoesNotFit(attempt: Attempt): Refusal | null {
  const { contract, actor, today, values, changes } = attempt;
  const form = textOf(values, 'form');
  const isClient = rolesOf(contract, actor, today).has('client-officer');
  if (isClient && form !== 'account') return misfit('client-speaks-by-account');
  if (!isClient && form === 'account') return misfit('account-not-of-client', { actor });
  if (!isClient && changes['clientPerson'] === undefined) {
    return misfit('field-missing', { field: clientPerson.label });
  }
  if (form === 'oral' && textOf(values, 'paperDueOn') === null) {
    return misfit('field-missing', { field: paperDueOn.label });
  }
  const [from, until] = [textOf(values, 'from'), textOf(values, 'until')];
  return from !== null && until !== null && until < from ? misfit('period-reversed') : null;
}

/** What the client's officer entered by account is moved and taken back by an account of the client. */
export function saidByAccount({ contract, actor, today, before, id }: Attempt): Refusal | null {
  if (rolesOf(contract, actor, today).has('client-officer')) return null;
  const isTheirs = before !== undefined && isOfClient(contract, before.steps[0].actor);
  if (!isTheirs) return null;
  return { ...misfit('word-of-account', { case: id }), wayOut: [wayOut('client-records-it')] };
}

/** A spoken word stays unconfirmed (口頭・未確認) until its paper comes. */
export function spokenWarning({ values }: Attempt): readonly WarningCode[] {
  return textOf(values, 'form') === 'oral' ? ['oral-approval'] : [];
}
