import { expect, test } from 'vitest';
import { type Day, parseDay } from '@kanribo/kernel';
import { answer } from '../questions.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  cityHall,
  handler,
  lineOf,
  manager,
  medium,
  office,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
} from '../testing/sample.ts';
import { reconciliation } from './reconciliation.ts';

const receipt = `sha256:${'e'.repeat(64)}`;

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

const on = (life: Life, text: string) => reconciliation(life.contract, day(text));

test('MOV-9: what is out is listed with its line, its place, since when and until when', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper, medium], { receipt }));
  const laptop = life.takes('thing', 'made', thingOf('device', 'PC-1')).subject;
  life.on('2026-04-21 10:00');
  const { plannedReturnOn: _, ...line } = lineOf([laptop]);
  life.takes('take-out', 'taken', { ...line, protection: 'disk-encrypted' });
  const out = (thing: string, kind: string, under: string) => ({
    thing,
    kind,
    under,
    destination: cityHall,
    isLost: false,
    since: tokyo(under === 'take-out-1' ? '2026-04-20 09:00' : '2026-04-21 10:00'),
    plannedReturnOn: under === 'take-out-1' ? '2026-04-22' : null,
  });
  const sent = [out(paper, 'paper', 'take-out-1'), out(medium, 'medium', 'take-out-1')];
  expect(on(life, '2026-04-20')).toMatchObject({
    sendings: 1,
    lines: 1,
    out: sent,
    differences: [],
  });
  const found = on(life, '2026-04-21');
  expect(found.out).toEqual([...sent, out(laptop, 'device', 'take-out-2')]);
  expect(found.balance).toEqual({
    paper: { created: 1, here: 0, out: 1, ended: 0 },
    medium: { created: 1, here: 0, out: 1, ended: 0 },
    device: { created: 1, here: 0, out: 1, ended: 0 },
  });
  expect(on(life, '2026-04-23').differences).toEqual([
    { what: 'not-yet-received', cases: ['sending-1'] },
    { what: 'out-too-long', cases: ['take-out-2'] },
  ]);
});

test('MOV-9: missing receipts, what is lost and lines that differ are listed', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  const what = (text: string) => on(life, text).differences.map((found) => found.what);
  expect(what('2026-04-20')).toEqual(['receipt-missing']);
  life.takes('sending', 'lost', { remarks: '不着' }, { case: 'sending-1' });
  expect(what('2026-04-20')).toEqual(['receipt-missing', 'lost']);
  expect(on(life, '2026-04-20').out).toMatchObject([{ thing: paper, isLost: true }]);
  const back = { remarks: '返送', returnConfirmedBy: manager, receipt };
  life.takes('sending', 'undelivered', back, { case: 'sending-1' });
  expect(what('2026-04-20')).toEqual([]);
  const byHand = sendingOf([medium], { method: 'in-person' });
  life.takes('sending', 'sent', byHand);
  expect(what('2026-04-20')).toEqual([]);
  const line = life.contract.cases.get('take-out-2');
  if (line === undefined) throw new Error('a sending has its line');
  const differing = { ...line, values: { ...line.values, carrier: manager } };
  const strange = { ...life.contract, cases: life.contract.cases.set(line.id, differing) };
  expect(reconciliation(strange, day('2026-04-20')).differences).toEqual([
    { what: 'line-differs', cases: ['sending-2', 'take-out-2'] },
  ]);
  const unlinked = { ...line, values: { ...line.values, sending: 'sending-9' } };
  const torn = { ...life.contract, cases: life.contract.cases.set(line.id, unlinked) };
  expect(reconciliation(torn, day('2026-04-20')).differences).toEqual([
    { what: 'sending-without-line', cases: ['sending-2'] },
    { what: 'line-without-sending', cases: ['take-out-2'] },
  ]);
});

test('MOV-9: it is a question of the contract', () => {
  const life = setUpContract();
  const asker = { actor: handler, now: tokyo('2026-04-20 10:00') };
  const answered = answer(life.contract, { kind: 'reconciliation', day: day('2026-04-20') }, asker);
  expect(answered).toMatchObject({ value: { found: { sendings: 0, lines: 0, differences: [] } } });
  life.takes('thing', 'moved', { place: office, custodian: manager }, { case: paper });
  expect(on(life, '2026-04-20').out).toEqual([]);
});
