import { expect, test } from 'vitest';
import { dutyIds, specialProvisions, clauseParts } from '@kanribo/annex';
import type { Life } from '../../testing/life.ts';
import { handler } from '../../testing/sample.ts';
import { appliedFor, begins, checks, inMay, plans } from '../../testing/lives/subcontracts.ts';
import { measures } from './measure-list.ts';

test('SUB-6: the measures are those of 4 to 14, 19 to 22, 25 and 26.3, and no others', () => {
  const asked = dutyIds.filter((duty) => {
    const { article, paragraph } = clauseParts(specialProvisions.clauses[duty]);
    if (article === 26) return paragraph === 3;
    return (article >= 4 && article <= 14) || (article >= 19 && article <= 22) || article === 25;
  });
  expect(measures).toEqual(asked);
});

test('SUB-6: measures are confirmed once each is taken on evidence, or not needed for a reason', () => {
  const life = inMay();
  const { subject } = life.takes('measures-check', 'opened', { subcontract: plans(life) });
  const about = { case: subject };
  const answers = (values: Parameters<Life['takes']>[2]) =>
    life.decides('measures-check', 'answered', values, about);
  const [first, ...others] = measures;
  const evidence = { shownBy: `sha256:${'e'.repeat(64)}` };
  const missing = { error: { code: 'field-missing' } };
  expect(answers({ duties: [first], answer: 'taken', reason: '-' })).toMatchObject(missing);
  expect(answers({ duties: [first], answer: 'lacking', ...evidence })).toMatchObject(missing);
  const take = (values: Parameters<Life['takes']>[2]) =>
    life.takes('measures-check', 'answered', values, about);
  take({ duties: [...others], answer: 'taken', ...evidence });
  const confirm = () => life.decides('measures-check', 'confirmed', {}, about);
  const lacking = {
    error: { code: 'measures-unconfirmed', parameters: { count: 1, duty: first } },
  };
  expect(confirm()).toMatchObject(lacking);
  take({ duties: [first], answer: 'lacking', reason: '規程がない' });
  expect(confirm()).toMatchObject(lacking);
  take({ duties: [first], answer: 'not-needed', reason: '当方の方針による' });
  expect(confirm().ok).toBe(true);
});

test('SUB-7: the application follows the confirmation, and is made by the party itself', () => {
  const life = inMay();
  const node = plans(life);
  const name = 'subcontract-approval-application';
  const early = life.refuses(name, 'prepared', appliedFor(life, node));
  expect(early).toMatchObject({ code: 'application-before-confirmation', house: true });
  checks(life, node);
  expect(life.decides(name, 'prepared', appliedFor(life, node)).ok).toBe(true);
  const further = plans(life, node);
  const other = life.refuses(name, 'prepared', {
    ...appliedFor(life, further),
    applicant: handler,
  });
  expect(other.code).toBe('other-depth');
  checks(life, further);
  const below = `re${name}`;
  const copy = `sha256:${'c'.repeat(64)}`;
  const kept = { firm: further, applicant: further, copy };
  expect(life.refuses(below, 'copy-kept', kept).code).toBe('applicant-not-orderer');
  expect(life.decides(below, 'copy-kept', { ...kept, applicant: node }).ok).toBe(true);
});

test('SUB-7: confirmations keep to their depth, and name the check they rest on', () => {
  const life = inMay();
  const node = plans(life);
  const further = plans(life, node);
  const check = checks(life, node);
  checks(life, further);
  const copy = `sha256:${'c'.repeat(64)}`;
  const codes = [
    life.refuses('subcontract-confirmation', 'prepared', { subcontract: further }).code,
    life.refuses('resubcontract-confirmation', 'prepared', { subcontract: node }).code,
    life.refuses('resubcontract-confirmation', 'copy-kept', { subcontract: node, copy }).code,
  ];
  expect(codes).toEqual(['other-depth', 'other-depth', 'other-depth']);
  const { subject } = life.takes('subcontract-confirmation', 'prepared', { subcontract: node });
  expect(life.contract.cases.get(subject)?.values).toMatchObject({ check, subcontract: node });
});

test('SUB-7: further down the own paper of the party is enough to apply on', () => {
  const life = inMay();
  const further = plans(life, begins(life));
  const name = 'resubcontract-approval-application';
  const asked = appliedFor(life, further);
  expect(life.refuses(name, 'prepared', asked).code).toBe('application-before-confirmation');
  const copy = `sha256:${'c'.repeat(64)}`;
  life.takes('resubcontract-confirmation', 'copy-kept', { subcontract: further, copy });
  expect(life.decides(name, 'prepared', asked).ok).toBe(true);
});
