import { expect, test } from 'vitest';
import { caseOf } from '../engine/contract.ts';
import { basicFacts, chief, knownContract, setUpContract } from '../testing/sample.ts';

const agreed = {
  rulesReviewMonths: 12,
  trainingMonths: 12,
  inspectionMonths: 6,
  logRetentionDays: 1825,
  logAnalysisDays: 30,
  patternAgeDays: 1,
  patchAgeDays: 30,
};

test('ORG-8: what was agreed is given with the client’s reference, and nothing is assumed', () => {
  const life = setUpContract().by(chief);
  const about = { case: 'contract-1' };
  const before = Object.keys(caseOf(life.contract, 'contract-1')?.values ?? {});
  expect(Object.keys(agreed).filter((name) => before.includes(name))).toEqual([]);
  expect(life.refuses('contract', 'amended', agreed, about).code).toBe('field-missing');
  life.takes('contract', 'amended', { ...agreed, clientReference: '区発第7号' }, about);
  expect(caseOf(life.contract, 'contract-1')?.values).toMatchObject(agreed);
  const again = knownContract().refuses('contract', 'set-up', { ...basicFacts, ...agreed });
  expect(again.code).toBe('contract-already-set-up');
});
