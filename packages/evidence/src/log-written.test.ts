import { parseCommandId, momentOf } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { encodeEntry } from './entry-text.ts';

function written(declaration: string, facts: Record<string, string | number>): string {
  const command = parseCommandId('7'.repeat(32));
  if (!command.ok) throw new RangeError(command.error);
  return encodeEntry({
    format: 1,
    sequence: 3,
    recordedAt: momentOf(0),
    actor: 'software',
    command: command.value,
    ordinal: 0,
    declaration,
    duties: [],
    facts,
    particulars: null,
  });
}

test('EVI-40: what the log says of itself is written only as every verifier reads it', () => {
  const erased = { sequence: 1, reason: 'period-over' };
  expect(written('log/erased@1', erased)).toContain('log/erased@1');
  expect(written('use/used@1', { sequence: 'x' })).toContain('use/used@1');
  for (const [declaration, facts] of [
    ['log/erased@1', { ...erased, more: 1 }],
    ['log/erased@1', { sequence: 1 }],
    ['log/resumed@1', erased],
    ['log/anchored@1', { checkpoints: 'none' }],
    ['log/erased@2', erased],
    ['log/unheard-of@1', {}],
  ] as const) {
    expect(() => written(declaration, facts)).toThrow(/entry-facts/u);
  }
});
