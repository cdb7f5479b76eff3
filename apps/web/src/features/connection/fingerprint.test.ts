import { expect, test } from 'vitest';
import { fingerprintIn, fingerprintText } from './fingerprint.ts';

test('WEB-150: a fingerprint is shown as certificate viewers do, and read however it is typed', () => {
  const hex = '0f'.repeat(32);
  const shown = fingerprintText(hex);
  expect(shown).toBe(Array(32).fill('0F').join(':'));
  for (const typed of [shown, hex, ` ${shown.replaceAll(':', ' ')} `, hex.toUpperCase()]) {
    expect(fingerprintIn(typed)).toBe(hex);
  }
  for (const typed of ['', hex.slice(1), `${hex}0`, hex.replace('f', 'g')]) {
    expect(fingerprintIn(typed)).toBeUndefined();
  }
});
