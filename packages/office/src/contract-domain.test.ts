import { type Command, parseCommand } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { rules } from './contract-domain.ts';

const about = (words: { declaration?: string; step?: string; case?: string | null }): Command => {
  const whole = { declaration: 'take-out', step: 'taken', case: null, ...words };
  const occurredAt = '2026-04-01T00:00:00.000Z';
  const parsed = parseCommand({ ...whole, occurredAt, values: {} });
  if (!parsed.ok) throw new Error(parsed.error.key);
  return parsed.value;
};

test('CLI-24: names of ours stand in the access log as they are', () => {
  expect(rules.gistOfCommand(about({ case: 'take-out-12' }))).toMatchObject({
    kind: 'take-out/taken',
    subjects: ['take-out-12'],
  });
  expect(rules.gistOfCommand(about({ step: 'corrected' })).kind).toBe('take-out/corrected');
  expect(rules.gistOfQuestion({ kind: 'register', declaration: 'sending' }).subjects).toEqual([
    'sending',
  ]);
});

test.each(['見本 花子', '123456789018', 'take-out-123456789018', 'person-01', '__proto__', ''])(
  'CLI-24: what was typed in their place does not: %s',
  (text) => {
    const gists = [
      rules.gistOfCommand(about({ declaration: text })),
      rules.gistOfCommand(about({ step: text })),
      rules.gistOfCommand(about({ case: text })),
      rules.gistOfQuestion({ kind: 'case', case: text }),
      rules.gistOfQuestion({ kind: 'register', declaration: text }),
    ];
    const written = gists.flatMap(({ kind, subjects }) => [kind, ...subjects]);
    expect(new Set(written)).toEqual(
      new Set(['unknown', 'take-out/unknown', 'take-out/taken', 'case', 'register']),
    );
  },
);
