import { contractRules } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { type Day, addDays, dayOf, parseMoment } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { emptyKept, evolveKept } from './kept-contract.ts';
import { look } from './look.ts';
import { rules } from './contract-domain.ts';

const kept = lives
  .spine()
  .stored.map(({ recorded }) => recorded)
  .reduce(evolveKept, emptyKept());
const last = kept.contract.recordedAt;
const now =
  last ??
  (() => {
    throw new Error('nothing was recorded');
  })();
const asked = { kind: 'look', at: 'register', subjects: ['take-out'] } as const;

test('SRV-2: who holds no office sees nothing, and is told by which duty', () => {
  const refused = look(kept, asked, { actor: 'person-999', now });
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'role-missing', duty: 'access-limit' },
  });
  expect(look(kept, asked, { actor: 'software', now }).ok).toBe(true);
});

test('SRV-3: a command for a case as it was before its last step is not decided', () => {
  const thing = kept.contract.cases.get('thing-1');
  const version = (thing?.steps.at(-1)?.sequence ?? 0) - 1;
  const occurredAt = parseMoment('2026-04-01T00:00:00.000Z');
  if (thing === undefined || !occurredAt.ok) throw new Error('the life has no thing');
  const command = {
    declaration: 'thing',
    step: 'corrected',
    case: thing.id,
    occurredAt: occurredAt.value,
    values: {},
    falseAlarms: [],
  };
  const context = { actor: 'software', now, size: kept.contract.size };
  const stale = rules.decide(kept, { ...command, version }, context);
  expect(stale).toMatchObject({
    ok: false,
    error: { code: 'changed-meanwhile', version: version + 1 },
  });
  const fresh = rules.decide(kept, { ...command, version: version + 1 }, context);
  expect(fresh.ok ? '' : fresh.error.code).not.toBe('changed-meanwhile');
});

test('SRV-2: what was looked at is written down by names of ours only', () => {
  const gist = rules.gistOfQuestion({
    kind: 'look',
    at: 'case',
    subjects: ['thing-1', '見本 花子'],
  });
  expect(gist).toEqual({ kind: 'case', subjects: ['thing-1', 'unknown'] });
});

test('SRV-70: an external auditor looks until the end of the last day, at what is open to one', () => {
  const today = dayOf(now);
  const as = 'external-auditor';
  const looking = (until: Day, mayLook: boolean) =>
    look(kept, { ...asked, by: { as, until, mayLook } }, { actor: 'account-9', now });
  const allowed = looking(today, true);
  expect(allowed.ok && allowed.value.roles.size).toBe(0);
  expect(contractRules.cite(kept.contract, 'access-limit', now)).toMatch(/^\d/u);
  const yesterday = addDays(today, -1);
  const about = {
    duty: 'access-limit',
    clause: contractRules.cite(kept.contract, 'access-limit', now),
  };
  for (const mayLook of [true, false]) {
    expect(looking(yesterday, mayLook)).toEqual({
      ok: false,
      error: { code: 'audit-over', ...about, until: yesterday },
    });
  }
  expect(looking(today, false)).toEqual({
    ok: false,
    error: { code: 'audit-looks-only', ...about, until: today },
  });
});
