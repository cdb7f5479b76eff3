import { expect, test } from 'vitest';
import { readPersonId, readReason } from './code-words.ts';

test.each(['person-1', 'restored-backup', 'r'])('CLI-24: %s is a word for the log', (word) => {
  expect([readPersonId(word), readReason(word)]).toEqual([word, word]);
});

test.each(['山田', 'a b', '', '123456789018', 'no-1234-5678-9018'])(
  'CLI-24: %s stands in no log',
  (word) => {
    expect(() => readPersonId(word)).toThrow('人の番号');
    expect(() => readReason(word)).toThrow('理由の符号');
  },
);
