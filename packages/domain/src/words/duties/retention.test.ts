import { expect, test } from 'vitest';
import { type JsonObject, dayOf } from '@kanribo/kernel';
import { catalogue } from '../../catalogue.ts';
import { tokyo } from '../../testing/life.ts';
import { retentionOn } from '../questions.ts';
import { said } from '../../testing/lives/consultations.ts';
import { withClientOfficer, written } from '../../testing/lives/words.ts';
import { knownContract, medium, paper, setUpContract, thingOf } from '../../testing/sample.ts';

const duty = 'retention';
const name = 'retention-instruction';

const told = (changed: JsonObject): JsonObject => ({
  ...said['retention-instruction'],
  ...written,
  from: '2026-04-01',
  ...changed,
});

test('DUT-retention-1: every standing of the retention the client instructs', () => {
  expect(knownContract().standing(duty, '2026-04-20').status).toBe('not-yet');
  const { life } = withClientOfficer();
  const asked = { status: 'due', dueOn: '2026-09-01', cases: [paper, medium] };
  expect(life.standing(duty, '2026-09-01')).toMatchObject({
    ...asked,
    remarks: ['retention-not-instructed'],
  });
  const spoken = told({ form: 'oral', paperDueOn: '2026-04-24' });
  const papers = life.takes(name, 'given', spoken);
  const paperless = { dueOn: '2026-04-24', status: 'overdue' };
  expect(life.standing(duty, '2026-04-25')).toMatchObject(paperless);
  life.takes(name, 'confirmed', { clientReference: '区発第2号' }, { case: papers.subject });
  expect(life.standing(duty, '2026-09-01')).toMatchObject({ ...asked, cases: [medium] });
  const days = { kind: 'medium', keep: 'days-after-receipt', keepDays: 30 };
  const media = life.takes(name, 'given', told(days));
  expect(life.standing(duty, '2026-05-12')).toMatchObject({
    status: 'met',
    proofs: [papers.sequence, media.sequence],
    remarks: [],
  });
  const last = { dueOn: '2026-05-20', cases: [medium] };
  expect(life.standing(duty, '2026-05-13')).toMatchObject({ ...last, status: 'due' });
  expect(life.standing(duty, '2026-05-20')).toMatchObject({ ...last, status: 'due' });
  expect(life.standing(duty, '2026-05-21')).toMatchObject({ ...last, status: 'overdue' });
  life.on('2026-05-21 09:00');
  life.takes('thing', 'returned-to-client', { reason: '保存期間の満了' }, { case: medium });
  expect(life.standing(duty, '2026-05-21').status).toBe('met');
  const denied = { contradictedBecause: '述べていない' };
  life.takes(name, 'contradicted', denied, { case: papers.subject });
  expect(life.standing(duty, '2026-05-21').status).toBe('breached');
  const decision = { duty, until: '2026-12-31', reason: '保管しない' };
  life.takes('not-applicable', 'decided', decision);
  expect(life.standing(duty, '2026-05-21').status).toBe('not-applicable');
});

test('DUT-retention-3: every kind of thing but a key can be instructed on, and is asked about', () => {
  const options = (declaration: string) => {
    const kind = catalogue.get(declaration)?.fields['kind'];
    return kind?.type === 'choice' ? Object.keys(kind.options) : [];
  };
  const kinds = options('thing').filter((kind) => kind !== 'key');
  expect(kinds.filter((kind) => !options(name).includes(kind))).toEqual([]);
  const life = knownContract();
  life.takes('thing', 'received', thingOf('key', 'K-1'));
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
});

test('DUT-retention-2: a newer instruction replaces the older one from the day it begins', () => {
  const life = setUpContract();
  life.takes(name, 'given', told({ kind: 'medium' }));
  const first = life.takes(name, 'given', told({}));
  const day = { keep: 'until-day', keepUntil: '2026-07-31' };
  const second = life.takes(name, 'given', told({ ...day, from: '2026-06-01' }));
  const replaced = life.contract.cases.get(first.subject);
  expect(replaced).toMatchObject({ status: 'replaced', values: { replacedFrom: '2026-06-01' } });
  expect(life.standing(duty, '2026-05-31').proofs).toContain(first.sequence);
  expect(life.standing(duty, '2026-06-01').proofs).toContain(second.sequence);
  expect(life.standing(duty, '2026-08-01').status).toBe('overdue');
  const one = told({ things: [paper], keep: 'until-day', keepUntil: '2026-12-31' });
  life.takes(name, 'given', one);
  expect(life.standing(duty, '2026-08-01').status).toBe('met');
  life.takes(name, 'withdrawn', { withdrawnBecause: '区の指示' }, { case: second.subject });
  expect(life.standing(duty, '2026-08-01').status).toBe('met');
  const earlier = told({ keep: 'until-day', keepUntil: '2026-07-31' });
  const again = told({ keep: 'until-day', keepUntil: '2026-12-31' });
  life.on('2026-06-10 09:00').takes(name, 'given', again);
  life.takes(name, 'given', earlier, { at: '2026-06-09 09:00' });
  expect(life.contract.cases.get(`${name}-5`)?.status).toBe('given');
  const retention = retentionOn(life.contract, dayOf(tokyo('2026-08-01 09:00')));
  expect(retention.byKind.get('paper')?.id).toBe(`${name}-5`);
  const unending = told({ keep: 'until-day' });
  expect(life.refuses(name, 'given', unending).code).toBe('field-missing');
  const endless = told({ keep: 'days-after-receipt' });
  expect(life.refuses(name, 'given', endless).code).toBe('field-missing');
});
