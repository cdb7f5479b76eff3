import { expect, test } from 'vitest';
import { decidedHarmless } from '../../testing/harmless.ts';
import {
  copyOf,
  handler,
  medium,
  otherWorker,
  paper,
  setUpContract,
  thingOf,
} from '../../testing/sample.ts';
import { setsAside } from '../../testing/set-aside.ts';

const duty = 'copy-approval';
const word = {
  things: [paper],
  schedule: '控えを1部',
  from: '2026-04-01',
  until: '2026-04-30',
  clientPerson: '区 担当',
  form: 'oral',
  paperDueOn: '2026-04-24',
};

test('DUT-copy-approval-1: every standing of the approval of copies', () => {
  const life = setUpContract();
  expect(life.standing(duty, '2026-04-20').status).toBe('not-yet');
  const oral = life.takes(duty, 'granted', word);
  const open = { dueOn: '2026-04-24', proofs: [oral.sequence] };
  expect(life.standing(duty, '2026-04-24')).toMatchObject({ ...open, status: 'due' });
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...open, status: 'overdue' });
  life.takes(duty, 'confirmed', { clientReference: '区発第3号' }, { case: oral.subject });
  const made = life.takes('thing', 'made', { ...thingOf('paper', 'C-1'), copyOf: paper });
  const met = { status: 'met', proofs: [made.sequence + 1], cases: ['copy-1'] };
  const remarks = ['as-recorded-only'];
  expect(life.standing(duty, '2026-04-25')).toMatchObject({ ...met, remarks });
  life.takes('thing', 'made', { ...thingOf('paper', 'C-2'), copyOf: medium });
  const { before, isProven, after } = decidedHarmless(life, duty, '2026-04-20');
  expect([before.status, isProven]).toEqual(['breached', true]);
  expect(after).toMatchObject({ ...met, deviations: 1 });
  expect(setsAside(life, duty).statuses).toEqual(['met', 'not-applicable', 'met']);
});

test('DUT-copy-approval-2: a copying is permitted only as far as its approval goes', () => {
  const life = setUpContract();
  const refused = life.refuses('copy', 'permitted', copyOf([paper]));
  expect([refused.code, refused.duty, refused.house]).toEqual(['copy-unapproved', duty, false]);
  life.takes(duty, 'granted', { ...word, form: 'written', repeats: 'once', copies: 2 });
  const permits = (changed: object) => {
    const decided = life.decides('copy', 'permitted', { ...copyOf([paper]), ...changed });
    return decided.ok ? decided.value.events[0]?.facts['values'] : decided.error.code;
  };
  expect(permits({ count: 3 })).toBe('copy-unapproved');
  expect(permits({ sources: [paper, medium] })).toBe('copy-unapproved');
  expect(permits({ maker: otherWorker })).toBe('carrier-not-filed');
  expect(permits({ use: 'purpose-1' })).toMatchObject({ approval: 'copy-approval-1' });
  const about = { case: life.takes('copy', 'permitted', copyOf([paper])).subject };
  expect(life.takes('copy', 'made', {}, about).events).toHaveLength(1);
  expect(permits({ count: 1 })).toBe('copy-unapproved');
  const line = { copyOf: paper, copyLine: about.case };
  const { events } = life.takes('thing', 'made', { ...thingOf('paper', 'C-1'), ...line });
  expect(events).toHaveLength(1);
  const shredded = { disposedBy: handler, disposal: '細断' };
  life.takes('copy', 'disposed', shredded, about);
  expect(life.contract.cases.get(about.case)?.status).toBe('disposed');
});
