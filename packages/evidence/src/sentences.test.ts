import { expect, test } from 'vitest';
import { sentenceOf, verdictSentences } from './sentences.ts';

test('EVI-27: a finding says in Japanese what it is, where it is and what to do', () => {
  const place = { log: 'register', file: 'register/entries.jsonl', line: 6, sequence: 5 } as const;
  expect(sentenceOf({ code: 'entry-changed', ...place })).toBe(
    '台帳の記録の番号5（register/entries.jsonl の6行目）が書き換えられています。この控えは証拠に使わず、作成者に説明を求めてください。',
  );
  const { log, file } = place;
  expect(sentenceOf({ code: 'tail-cut', log, file, from: 5, to: 8 })).toContain('番号5から7まで');
  expect(sentenceOf({ code: 'entries-removed', log, file, from: 5, to: 6 })).toContain('番号5が');
  for (const sentence of Object.values(verdictSentences))
    expect(sentence).toMatch(/(?:です|ます|ません|ください)。/);
});

test('EVI-27: a file’s name cannot write a line of its own into what is told', () => {
  for (const code of ['file-unnamed', 'file-repeated'] as const) {
    const said = sentenceOf({ code, file: `x\n${verdictSentences.sound}\u2028\u001b[2J` });
    expect(said).not.toMatch(/[\p{Cc}\p{Zl}]/u);
    expect(said).toContain('x\\u000a');
    expect(said).toContain('\\u2028\\u001b[2J');
  }
});
