import { expect, test } from 'vitest';
import {
  auditor,
  chief,
  handler,
  lineOf,
  manager,
  otherWorker,
  paper,
  setUpContract,
  thingOf,
  unfiled,
} from '../testing/sample.ts';

test('DOM-29: the audit officer, and whoever finds one, records a deviation', () => {
  const life = setUpContract().by(auditor);
  const values = { duty: 'locked-storage', finding: '書庫が施錠されていない' };
  const found = life.takes('deviation', 'found', values);
  const broken = { status: 'breached', cases: [found.subject], deviations: 1 };
  expect(life.standing('locked-storage', '2026-04-20')).toMatchObject(broken);
  const decision = { isIncident: false, reason: '直後に施錠' };
  const about = { case: found.subject };
  expect(life.refuses('deviation', 'decided', decision, about).code).toBe('role-missing');
  const { warnings } = life.by(chief).takes('deviation', 'decided', decision, about);
  expect(warnings).toEqual(['breach-set-aside']);
  const incident = { isIncident: true, reason: '鍵の所在が不明' };
  expect(life.takes('deviation', 'decided', incident, about).warnings).toEqual([]);
  expect(life.by(otherWorker).refuses('deviation', 'found', values).code).toBe('role-missing');
});

test('DOM-29: whoever had a hand in what deviated is warned when deciding about it', () => {
  const life = setUpContract().by(handler);
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const decision = { isIncident: false, reason: '実害がない' };
  const decides = (actor: string) => {
    const decided = life
      .by(actor)
      .decides('deviation', 'decided', decision, { case: 'deviation-1' });
    return decided.ok ? decided.value.warnings : decided.error.code;
  };
  expect(decides(manager)).toEqual(['breach-set-aside', 'decides-own-deviation']);
  expect(decides(chief)).toEqual(['breach-set-aside']);
});

test('DOM-30: what is refused for want of a paper cites the clause of the first that is missing', () => {
  const life = unfiled();
  life.takes('thing', 'received', thingOf('paper', 'P-1'));
  const refused = life.refuses('take-out', 'permitted', lineOf([paper]));
  expect(refused).toMatchObject({ code: 'papers-outstanding', duty: 'chief-officer', house: true });
});
