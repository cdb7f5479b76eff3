import { expect, test } from 'vitest';
import {
  type JsonObject,
  isIndividualNumber,
  parseDay,
  parseTrackingNumber,
} from '@kanribo/kernel';
import { caseOf, casesOf } from '../engine/contract.ts';
import { correctionsOf } from '../engine/correction.ts';
import { whereIs, whereaboutsOn } from '../things/questions.ts';
import type { Life } from '../testing/life.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  medium,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
} from '../testing/sample.ts';

function where(life: Life, thing: string): string {
  const found = caseOf(life.contract, thing);
  return found === undefined ? 'unknown' : whereIs(life.contract, found).status;
}

const status = (life: Life, id: string) => caseOf(life.contract, id)?.status;

test('DOM-10: a sending stands in both registers from one command, and its receipt closes both', () => {
  const life = setUpContract();
  const sent = life.takes('sending', 'sent', sendingOf([paper, medium]));
  expect(sent.events.slice(0, 2).map(({ declaration }) => declaration)).toEqual([
    'sending/sent@1',
    'take-out/taken@1',
  ]);
  const line = caseOf(life.contract, 'take-out-1');
  expect(line?.values).toMatchObject({ sending: 'sending-1', carrier: handler });
  expect(sent.events[1]?.particulars).toEqual({ contents: '申請書', purpose: '納品' });
  expect([where(life, paper), where(life, medium)]).toEqual(['out', 'out']);
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: 'sending-1' });
  expect([status(life, 'sending-1'), status(life, 'take-out-1')]).toEqual([
    'received',
    'handed-to-client',
  ]);
  expect([where(life, paper), where(life, medium)]).toEqual(['ended', 'ended']);
});

test('DOM-10: a sending that comes back closes its take-out as returned', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  life.on('2026-04-21 09:00');
  const back = { remarks: '宛所不明', returnConfirmedBy: manager };
  life.takes('sending', 'undelivered', back, { case: 'sending-1' });
  expect([status(life, 'sending-1'), status(life, 'take-out-1')]).toEqual([
    'undelivered',
    'returned',
  ]);
  expect(where(life, paper)).toBe('here');
  expect(life.standing('take-out-register', '2026-04-30').status).toBe('met');
});

test('DOM-10: what is against a clause about a sending is said in both registers, once', () => {
  const life = setUpContract().on('2026-04-24 09:00');
  const values = sendingOf([paper, medium], { method: 'courier', protection: 'none' });
  const { trackingNumber: _, ...untraced } = values;
  life.takes('sending', 'sent', untraced, { at: '2026-04-20 10:00' });
  const codes = [...casesOf(life.contract, 'deviation')].map(({ values: { of, code } }) => [
    of,
    code,
  ]);
  expect(codes.sort()).toEqual([
    ['sending-1', 'media-unprotected'],
    ['sending-1', 'paper-unprotected'],
    ['sending-1', 'recorded-late'],
    ['sending-1', 'untraceable-sending'],
    ['take-out-1', 'take-out-without-approval'],
  ]);
});

test('MOV-1: a number its carrier does not give is read again, or said to be printed so', () => {
  const life = setUpContract();
  const typed = (changed: object) =>
    life.decides('sending', 'sent', { ...sendingOf([paper]), ...changed });
  const refused = life.refuses(
    'sending',
    'sent',
    sendingOf([paper], { trackingNumber: '13112383853' }),
  );
  expect([refused.code, refused.duty]).toEqual(['tracking-number-misread', null]);
  expect(refused.wayOut.map(({ code }) => code)).toEqual(['read-again', 'declare-as-printed']);
  expect(typed({ trackingNumber: '444413758703', carrierFirm: 'yamato' }).ok).toBe(true);
  expect(typed({ trackingNumber: '444413758704', carrierFirm: 'yamato' }).ok).toBe(false);
  expect(typed({ trackingNumber: '444413758704', carrierFirm: 'other' }).ok).toBe(true);
  const printed = { trackingNumber: '１３１－１２－３８３８５－３', isNumberAsPrinted: true };
  const sent = life.takes('sending', 'sent', sendingOf([paper], printed));
  expect(sent.warnings).toEqual(['number-as-printed']);
  expect(caseOf(life.contract, 'sending-1')?.values['trackingNumber']).toBe('13112383853');
  const misread = { correctionReason: '書き誤り', trackingNumber: '13112383854' };
  const about = { case: 'sending-1' };
  const wrong = { ...misread, isNumberAsPrinted: false };
  expect(life.refuses('sending', 'corrected', wrong, about).code).toBe('tracking-number-misread');
});

test('MOV-2: a carrier number of twelve digits that looks like an Individual Number is taken', () => {
  const life = setUpContract();
  const both = '444413758810';
  expect([isIndividualNumber(both), parseTrackingNumber('yamato', both).ok]).toEqual([true, true]);
  const values = sendingOf([paper], {
    trackingNumber: both,
    method: 'courier',
    carrierFirm: 'yamato',
  });
  expect(life.decides('sending', 'sent', values).ok).toBe(true);
});

test('MOV-14: an Individual Number is no tracking number, whatever is said of it', () => {
  const life = setUpContract();
  const individual = '123456789018';
  const typed = (changed: JsonObject) =>
    life.decides('sending', 'sent', sendingOf([paper], { trackingNumber: individual, ...changed }));
  const suspected = { error: { code: 'individual-number-suspected', duty: null } };
  for (const carrierFirm of ['yamato', 'sagawa', 'japan-post']) {
    expect(typed({ carrierFirm, isNumberAsPrinted: true })).toMatchObject(suspected);
  }
  expect(typed({ carrierFirm: 'other' })).toMatchObject(suspected);
  expect(typed({ carrierFirm: 'other', isNumberAsPrinted: true }).ok).toBe(true);
});

test('MOV-3: a correction of a sending stands in both registers, and none of its line alone', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  const because = { correctionReason: '書き誤り' };
  const alone = { ...because, protection: 'seal-sticker' };
  const line = { case: 'take-out-1' };
  expect(life.refuses('take-out', 'corrected', alone, line).code).toBe('register-mismatch');
  expect(life.decides('take-out', 'corrected', { ...because, remarks: '-' }, line).ok).toBe(true);
  const along = life.takes(
    'sending',
    'corrected',
    { ...alone, contents: '申告書' },
    { case: 'sending-1' },
  );
  expect(along.events.map(({ declaration, particulars }) => [declaration, particulars])).toEqual([
    ['sending/corrected@1', { contents: '申告書', correctionReason: '書き誤り' }],
    ['take-out/corrected@1', { contents: '申告書', correctionReason: '書き誤り' }],
  ]);
  expect(caseOf(life.contract, 'take-out-1')?.values['protection']).toBe('seal-sticker');
});

test('MOV-4: a correction that shows a deviation opens it once; one that hides it erases nothing', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper]));
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const corrects = (values: JsonObject) => {
    const given = { correctionReason: '書き誤り', ...values };
    const { events } = life.takes('take-out', 'corrected', given, { case: 'take-out-1' });
    return events.slice(1).map(({ facts }) => facts['values']);
  };
  life.on('2026-04-28 09:00');
  expect(corrects({ remarks: '-' })).toEqual([]);
  const shown = { of: 'take-out-1', code: 'paper-unprotected', duty: 'take-out-protection' };
  expect(corrects({ protection: 'none' })).toEqual([shown]);
  expect(corrects({ protection: 'sealed' })).toEqual([]);
  expect(corrects({ protection: 'none' })).toEqual([]);
  expect(life.standing('take-out-protection', '2026-04-28').status).toBe('breached');
  const elsewhere = {
    of: 'take-out-1',
    code: 'take-out-without-approval',
    duty: 'take-out-approval',
  };
  expect(corrects({ destination: 'place-1', carrier: otherWorker })).toEqual([
    elsewhere,
    { of: 'take-out-1', code: 'carried-by-unfiled-person', duty: 'handlers-list' },
  ]);
});

test('MOV-4: a correction opens nothing that it does not itself show', () => {
  const life = setUpContract();
  const word = { case: life.takes('take-out-approval', 'granted', approvalOf([paper])).subject };
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  life.takes('take-out-approval', 'contradicted', { contradictedBecause: '記録がない' }, word);
  const given = { correctionReason: '書き誤り', protection: 'seal-sticker' };
  const { events } = life.takes('take-out', 'corrected', given, { case: 'take-out-1' });
  expect(events).toHaveLength(1);
});

test('MOV-5: the history of a case shows what each correction put in another value’s place', () => {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const given = {
    correctionReason: '書き誤り',
    protection: 'none',
    returner: handler,
    purpose: '-',
  };
  const { sequence } = life.takes('take-out', 'corrected', given, { case: 'take-out-1' });
  const line = caseOf(life.contract, 'take-out-1');
  expect(line && correctionsOf(line)).toEqual([
    {
      sequence,
      before: { protection: 'sealed', returner: null },
      after: { protection: 'none', returner: handler },
      given: ['correctionReason', 'purpose'],
    },
  ]);
});

test('MOV-6: what went to our own premises stays out until it is stored there or comes back', () => {
  const life = setUpContract();
  const inside = sendingOf([paper], { destination: 'place-1', method: 'in-person' });
  life.takes('sending', 'sent', inside);
  life.takes('sending', 'received', { receivedBy: '支店 担当' }, { case: 'sending-1' });
  expect([status(life, 'sending-1'), status(life, 'take-out-1')]).toEqual(['received', 'taken']);
  expect(where(life, paper)).toBe('out');
  const stored = { custodian: handler, returnConfirmedBy: manager };
  life.takes('take-out', 'stored', stored, { case: 'take-out-1' });
  expect(where(life, paper)).toBe('here');
});

test('MOV-13: a sending under a permit uses it, and any other opens a line of its own', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  const permit = life.takes('take-out', 'permitted', lineOf([paper])).subject;
  const other = sendingOf([medium], { protection: 'encrypted', permit });
  life.takes('sending', 'sent', other);
  expect([status(life, permit), status(life, 'take-out-2')]).toEqual(['permitted', 'taken']);
  const { events } = life.takes('sending', 'sent', sendingOf([paper], { permit }));
  expect(events).toHaveLength(2);
  expect(caseOf(life.contract, permit)).toMatchObject({
    status: 'taken',
    values: { sending: 'sending-2', protection: 'sealed' },
  });
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: 'sending-2' });
  expect(status(life, permit)).toBe('handed-to-client');
});

test('MOV-7: a line says what was carried and for what, whoever entered it', () => {
  const life = setUpContract();
  const { contents: _, ...rest } = lineOf([paper]);
  const silent = { ...rest, protection: 'sealed' };
  const refused = life.refuses('take-out', 'taken', silent);
  expect(refused).toMatchObject({ code: 'field-missing', parameters: { field: '含まれる情報' } });
  life.takes('take-out', 'taken', { ...silent, contents: '申請書' });
  const nobody = { returnConfirmedBy: manager };
  expect(life.refuses('take-out', 'returned', nobody, { case: 'take-out-1' }).code).toBe(
    'field-missing',
  );
});

test('MOV-8: what was sent late, unlisted or contradicts the record is said at once', () => {
  const life = setUpContract();
  const plain = { ...thingOf('medium', 'M-2'), isEncrypted: false };
  const { subject } = life.takes('thing', 'received', plain);
  const bulk = sendingOf([subject], { count: 3, protection: 'encrypted' });
  const { warnings } = life.takes('sending', 'sent', bulk);
  expect(warnings).toEqual(['bulk-list-missing', 'encryption-not-on-record']);
  life.on('2026-04-23 09:00');
  const received = life.takes('sending', 'received', { receivedBy: '-' }, { case: 'sending-1' });
  expect(received.warnings).toEqual(['received-after-expected']);
});

test('MOV-12: where everything was is answered for any day, moves and losses included', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  life.on('2026-04-22 09:00');
  life.takes('sending', 'lost', { remarks: '不着' }, { case: 'sending-1' });
  const room = { name: '書庫', kind: 'handling-area' };
  const place = life.takes('place', 'recorded', room).subject;
  life.takes('thing', 'moved', { place, custodian: manager }, { case: medium });
  life.takes('thing', 'made', thingOf('paper', 'P-2'));
  const on = (text: string) => {
    const day = parseDay(text);
    return day.ok ? whereaboutsOn(life.contract, day.value).map(({ where }) => where) : [];
  };
  const out = { status: 'out', under: 'take-out-1' };
  const here = { status: 'here', place: 'place-1', custodian: handler };
  expect(on('2026-04-19')).toEqual([]);
  expect(on('2026-04-20')).toEqual([out, here]);
  expect(on('2026-04-22')).toEqual([out, { status: 'here', place, custodian: manager }, here]);
});
