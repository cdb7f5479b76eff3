import { expect, test } from 'vitest';
import { dayOf, parseDay } from '@kanribo/kernel';
import { reconciliation } from '../movements/questions.ts';
import { clientWords } from '../client-words.ts';
import { type Life, tokyo } from '../testing/life.ts';
import {
  approvalOf,
  chief,
  decidesAll,
  handler,
  lineOf,
  manager,
  medium,
  paper,
} from '../testing/sample.ts';
import { sendingOf, setUpContract, takenOut, thingOf, useOf } from '../testing/sample.ts';
import { balanceOn, whereIs } from '../things/questions.ts';
import { versionAt } from '../version-at.ts';
import { caseOf, casesOn } from './contract.ts';

const why = { voidReason: '二重に記録したため' };
const day = dayOf(tokyo('2026-04-20 12:00'));
const next = dayOf(tokyo('2026-04-21 12:00'));

const linesOf = (life: Life, on = day) => [...casesOn(life.contract, 'take-out', on)].length;

test('DOM-31: a line struck out stays with its history and stands nowhere from then on', () => {
  const life = takenOut();
  expect(life.standing('take-out-approval', '2026-04-20').status).toBe('breached');
  const before = life.contract;
  decidesAll(life.on('2026-04-21 09:00'));
  const { events, warnings } = life.takes('take-out', 'voided', why, {
    case: 'take-out-1',
  });
  expect(events.map(({ declaration }) => declaration)).toEqual([
    'take-out/voided@1',
    'deviation/voided@1',
  ]);
  expect(warnings).toEqual(['deviations-voided-along']);
  const found = caseOf(life.contract, 'take-out-1');
  expect(found).toMatchObject({ status: 'voided', steps: [{ step: 'taken' }, { step: 'voided' }] });
  expect([linesOf(life, next), linesOf(life)]).toEqual([0, 1]);
  expect(life.standing('take-out-approval', '2026-04-21')).toMatchObject({ deviations: 0 });
  expect(life.standing('take-out-register', '2026-05-30').status).toBe('not-yet');
  expect(life.standing('take-out-approval', '2026-04-20').status).toBe('breached');
  const known = versionAt(life.contract, before.size);
  expect([...casesOn(known, 'take-out', next)]).toHaveLength(1);
  const thing = caseOf(life.contract, paper);
  expect(thing && whereIs(life.contract, thing).status).toBe('here');
  expect(reconciliation(life.contract, next)).toMatchObject({ lines: 0, out: [] });
});

test('DOM-32: what something else relies on is not struck out, and what relies on it is said', () => {
  const life = takenOut();
  const thing = life.refuses('thing', 'voided', why, { case: paper });
  expect(thing).toMatchObject({
    code: 'line-relied-on',
    parameters: { case: paper, by: 'take-out-1' },
    wayOut: [{ code: 'void-that-first', parameters: { case: 'take-out-1' } }],
  });
  decidesAll(life).takes('take-out', 'voided', why, { case: 'take-out-1' });
  life.takes('thing', 'voided', why, { case: paper });
  expect(life.refuses('use', 'used', useOf([paper])).code).toBe('reference-unknown');
  const counted = balanceOn(life.contract, day);
  expect(counted).toEqual({ created: 1, here: 1, out: 0, ended: 0 });
});

test('DOM-32: what ended things, and what a person called an incident, stands', () => {
  const life = setUpContract();
  const line = { ...lineOf([medium]), protection: 'encrypted' };
  const { subject } = life.takes('take-out', 'taken', line);
  life.takes('take-out', 'handed-to-client', { receivedBy: '区 担当' }, { case: subject });
  const refused = life.refuses('take-out', 'voided', why, { case: subject });
  expect(refused).toMatchObject({ code: 'line-relied-on', parameters: { by: medium } });
  const read = life.takes('use', 'used', useOf([paper], { reader: manager })).subject;
  const [found] = [...casesOn(life.contract, 'deviation', day)].filter(
    ({ values }) => values['of'] === read,
  );
  const decision = { isIncident: true, reason: '範囲外' };
  life.takes('deviation', 'decided', decision, { case: found?.id ?? '' });
  expect(life.refuses('use', 'voided', why, { case: read }).code).toBe('line-is-incident');
});

test('DOM-33: a sending is struck out in both registers, its line never alone', () => {
  const life = setUpContract();
  life.takes('sending', 'sent', sendingOf([paper]));
  const alone = life.refuses('take-out', 'voided', why, { case: 'take-out-1' });
  expect(alone.code).toBe('register-mismatch');
  decidesAll(life).takes('sending', 'voided', why, { case: 'sending-1' });
  expect(caseOf(life.contract, 'take-out-1')?.status).toBe('voided');
  expect(reconciliation(life.contract, day)).toMatchObject({ sendings: 0, differences: [] });
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  life.takes('sending', 'sent', sendingOf([paper]));
  const refused = life.refuses('sending', 'voided', why, { case: 'sending-2' });
  expect(refused.parameters).toMatchObject({ by: 'take-out-2' });
});

test('DOM-34: nothing more is done with a line struck out; only the office in charge strikes out', () => {
  const life = takenOut();
  const about = { case: 'take-out-1' };
  const { code } = life.by(handler).refuses('take-out', 'voided', why, about);
  expect(code).toBe('role-missing');
  const dated = { ...about, at: '2026-04-19 09:00' };
  expect(life.by(chief).refuses('take-out', 'voided', why, dated).code).toBe(
    'occurred-before-opening',
  );
  expect(life.refuses('take-out', 'voided', {}, about).code).toBe('field-missing');
  decidesAll(life).takes('take-out', 'voided', why, about);
  for (const [step, values] of [
    ['voided', why],
    ['corrected', { correctionReason: '訂正', remarks: '-' }],
    ['returned', { returner: handler, returnConfirmedBy: manager }],
  ] as const) {
    expect(life.refuses('take-out', step, values, about).code).toBe('not-in-step');
  }
});

test('DOM-35: an approval no longer says that a line struck out stood on it', () => {
  const life = setUpContract();
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const used = () => clientWords(life.contract, day).flatMap(({ usedBy }) => usedBy);
  expect(used()).toContain('take-out-1');
  life.takes('take-out', 'voided', why, { case: 'take-out-1' });
  expect(used()).not.toContain('take-out-1');
  const copied = { ...thingOf('paper', 'P-3'), copyOf: paper };
  const made = life.takes('thing', 'made', copied).subject;
  expect(life.decides('thing', 'voided', why, { case: made }).ok).toBe(true);
  const parsed = parseDay('2026-04-19');
  expect(parsed.ok && balanceOn(life.contract, parsed.value).created).toBe(0);
});
