import { expect, test } from 'vitest';
import { readTextFile } from './read-text-file.ts';

test('WEB-20: an annex is read out of a file in UTF-8 or Shift_JIS, and out of no other', async () => {
  expect(await readTextFile(new Blob(['第1条　目的']))).toBe('第1条　目的');
  const shiftJis = new Uint8Array([0x91, 0xe6, 0x31, 0x8f, 0xf0]);
  expect(await readTextFile(new Blob([shiftJis]))).toBe('第1条');
  expect(await readTextFile(new Blob([new Uint8Array([0xff, 0xff])]))).toBeUndefined();
  expect(await readTextFile(new Blob(['%PDF\0']))).toBeUndefined();
});
