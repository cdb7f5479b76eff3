import { expect, test } from 'vitest';
import { type JsonObject, parseDay } from '@kanribo/kernel';
import { clientWords } from '../../client-words.ts';
import { textOf } from '../../engine/case.ts';
import { casesOf } from '../../engine/contract.ts';
import type { Life } from '../../testing/life.ts';
import {
  decidesAll,
  lineOf,
  medium,
  paper,
  sendingOf,
  setUpContract,
} from '../../testing/sample.ts';

const word = {
  from: '2026-04-01',
  until: '2026-12-31',
  form: 'written',
  clientPerson: '区 担当',
};
const oral = { ...word, form: 'oral', paperDueOn: '2026-05-31' };
const withdrawal = { withdrawnBecause: '区の指示' };

const against = (life: Life, id: string) =>
  [...casesOf(life.contract, 'deviation')]
    .filter(({ values }) => textOf(values, 'of') === id)
    .map(({ values }) => textOf(values, 'code'));

function usedBy(life: Life, on: string): readonly (readonly string[])[] {
  const day = parseDay(on);
  if (!day.ok) throw new Error(on);
  return clientWords(life.contract, day.value).map((told) => told.usedBy);
}

/** A place that nobody but the client's word allows to be sent to. */
function withRecipient(form: JsonObject): { readonly life: Life; readonly place: string } {
  const life = setUpContract();
  const place = life.takes('place', 'recorded', { name: '見本商店', kind: 'other' }).subject;
  const named = { destination: place, recipient: '特別徴収義務者' };
  life.takes('recipient-word', 'granted', { ...named, ...form });
  return { life, place };
}

test('MOV-20: a word on a recipient taken back marks the sendings and handings over it allowed', () => {
  const { life, place: destination } = withRecipient(word);
  life.on('2026-05-09 09:00').takes('sending', 'sent', sendingOf([paper], { destination }));
  life.on('2026-05-11 09:00');
  const line = { ...lineOf([medium]), destination, protection: 'encrypted' };
  const { subject } = life.takes('take-out', 'taken', line);
  life.takes('take-out', 'handed-to-client', { receivedBy: '見本商店' }, { case: subject });
  expect(against(life, subject)).not.toContain('provided-to-third-party');
  life.on('2026-05-12 09:00');
  const about = { case: 'recipient-word-1', at: '2026-05-10 09:00' };
  life.takes('recipient-word', 'withdrawn', withdrawal, about);
  expect(against(life, subject)).toContain('provided-to-third-party');
  expect(against(life, 'sending-1')).toEqual([]);
  expect(life.standing('third-parties', '2026-05-12').status).toBe('breached');
});

test('MOV-20: one the client never gave allowed nothing; a spoken one leaves it unproven', () => {
  for (const [step, values, codes] of [
    ['contradicted', { contradictedBecause: '述べていない' }, ['provided-to-third-party']],
    ['withdrawn', withdrawal, ['approval-unproven']],
  ] as const) {
    const { life, place: destination } = withRecipient(oral);
    life.takes('sending', 'sent', sendingOf([paper], { destination }));
    life.on('2026-04-22 09:00').takes('recipient-word', step, values, { case: 'recipient-word-1' });
    expect(against(life, 'sending-1')).toEqual(codes);
  }
});

test('MOV-20: ordinary mail by a word that is denied was sent untraceably; another word still holds', () => {
  const life = setUpContract();
  const bulk = { destination: 'place-2', scope: '通知書', ...word };
  const mail = { ...sendingOf([paper], { method: 'ordinary' }) };
  life.takes('ordinary-mail-word', 'granted', bulk);
  life.takes('ordinary-mail-word', 'granted', bulk);
  life.takes('sending', 'sent', mail);
  const denied = { contradictedBecause: '述べていない' };
  life.takes('ordinary-mail-word', 'contradicted', denied, { case: 'ordinary-mail-word-1' });
  expect(against(life, 'sending-1')).toEqual([]);
  life.takes('ordinary-mail-word', 'contradicted', denied, { case: 'ordinary-mail-word-2' });
  expect(against(life, 'sending-1')).toEqual(['untraceable-sending']);
});

test('SAY-10: a word on a recipient and one on ordinary mail name the sendings that rest on them', () => {
  const { life, place: destination } = withRecipient(word);
  life.takes('ordinary-mail-word', 'granted', { destination, scope: '通知書', ...word });
  life.takes('sending', 'sent', sendingOf([paper], { destination, method: 'ordinary' }));
  life.takes('sending', 'sent', sendingOf([medium], { protection: 'encrypted' }));
  expect(usedBy(life, '2026-04-20')).toEqual([['sending-1'], ['sending-1']]);
  life.on('2026-04-21 09:00');
  decidesAll(life).takes('sending', 'voided', { voidReason: '二重' }, { case: 'sending-1' });
  expect(usedBy(life, '2026-04-21')).toEqual([[], []]);
  expect(usedBy(life, '2026-04-20')).toEqual([['sending-1'], ['sending-1']]);
});
