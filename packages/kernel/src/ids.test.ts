import { expect, test } from 'vitest';
import { parseCommandId, parseContractId } from './ids.ts';

test.each(['nerima-2026', '0', 'a'.repeat(63)])('KER-8: %s is a contract id', (text) => {
  expect(parseContractId(text)).toEqual({ ok: true, value: text });
});

test.each(['', '-a', 'A', 'a b', 'a/b', 'a'.repeat(64), 'a\n', '契約'])(
  'KER-8: %j is not a contract id',
  (text) => {
    expect(parseContractId(text)).toEqual({ ok: false, error: 'contract-id-malformed' });
  },
);

test('KER-8: a command id is 32 lower-case hex digits', () => {
  const text = '0123456789abcdef'.repeat(2);
  expect(parseCommandId(text)).toEqual({ ok: true, value: text });
  for (const wrong of [text.toUpperCase(), text.slice(1), `${text}0`, `${text}\n`, '']) {
    expect(parseCommandId(wrong)).toEqual({ ok: false, error: 'command-id-malformed' });
  }
});
