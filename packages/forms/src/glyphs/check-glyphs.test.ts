import { expect, test } from 'vitest';
import { changeFiling } from '../fixtures/change-filing.ts';
import { handlerList } from '../fixtures/handler-list.ts';
import { keyFiling } from '../fixtures/key-filing.ts';
import { takeOutRegister } from '../fixtures/take-out-register.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { mapTexts } from './document-texts.ts';

const samples = [keyFiling, handlerList, changeFiling, takeOutRegister];

test('FRM-15: characters to be replaced are counted over the whole document', () => {
  const document = {
    ...keyFiling,
    title: '届😀',
    lead: '永\u{E01EF}と😀と😀',
    addressee: ['\u{20000} 様'],
  };
  expect(checkGlyphs(document)).toEqual([
    { character: '😀', count: 3, printedAs: '〓' },
    { character: '\u{20000}', count: 1, printedAs: '〓' },
    { character: '永\u{E01EF}', count: 1, printedAs: '永' },
  ]);
});

test('FRM-15: the samples lose nothing', () => {
  expect(samples.map(checkGlyphs)).toEqual([[], [], [], []]);
});

test('FRM-15: every printed text is looked at, and the codes are left as they are', () => {
  for (const sample of samples) {
    const seen: string[] = [];
    const changed = mapTexts(sample, (text) => {
      seen.push(text);
      return '😀';
    });
    expect(checkGlyphs(changed)).toEqual([
      { character: '😀', count: seen.length, printedAs: '〓' },
    ]);
    expect(JSON.stringify(changed.sections)).not.toMatch(/[ぁ-ん]/u);
    expect(changed.proof?.note).toBe(sample.proof?.note);
    expect(changed.proof?.codeQr).toBe(sample.proof?.codeQr);
  }
});
