import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { changeFiling } from './fixtures/change-filing.ts';
import { everySection } from './fixtures/every-section.ts';
import { canReadPages, printedText, squeeze } from './fixtures/pdf-pages.ts';
import { sampleProof } from './fixtures/sample-parts.ts';
import { mapTexts } from './glyphs/document-texts.ts';
import type { OfficeDocument } from './office-document.ts';
import { openFormRenderer } from './renderer.ts';
import type { Section } from './section.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

const withSections = (...sections: readonly Section[]): OfficeDocument => ({
  ...changeFiling,
  sections,
});

describe.skipIf(!canReadPages)('text read off the page', () => {
  test('FRM-3: markup in any field is printed letter by letter', async () => {
    const hostile = [
      '#panic("x")',
      '#import"@preview/x:1"',
      '*b*_i_`c`$x^2$',
      '@label<label>\\',
      '=h-l+e/t:d~~',
      '//c/*d*/"q"\'s\'',
      '[#read("/etc/passwd")]',
      '#{1+1}...---',
    ];
    const document = { ...everySection, proof: { ...sampleProof, typedCode: '1', basis: '2' } };
    for (const text of hostile) {
      const changed = mapTexts(document, (original) => `${original}${text}`);
      const printed = await printedText(renderer, changed);
      let expected = 0;
      mapTexts(changed, (each) => {
        expect(printed).toContain(squeeze(each));
        expected += 1;
        return each;
      });
      expect(printed.split(text).length - 1).toBeGreaterThanOrEqual(expected);
    }
  });

  test('FRM-3: any signs of the keyboard are printed as they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 40 }), async (text) => {
        const printed = await printedText(
          renderer,
          withSections(
            { kind: 'remarks', lines: [`始${text}終`] },
            { kind: 'fields', rows: [{ label: `始${text}終`, value: `始${text}終` }] },
          ),
        );
        expect(printed.split(squeeze(`始${text}終`))).toHaveLength(4);
      }),
      { numRuns: 40 },
    );
  });

  test('FRM-4: every part of a document is printed, in the order it is read', async () => {
    const printed = await printedText(renderer, everySection);
    const parts = [
      '見本第2026-0001号',
      '令和8年11月23日',
      '検証鍵の届出',
      '架空区架空区長様',
      '見本事務センター株式会社',
      '印',
      '下記の契約について',
      '記',
      '欄件名入力業務鍵abcd',
      '表',
      '1R8.4.6髙橋',
      '文一つ目の段落です。二つ目の段落です。',
      '確認',
      'まだのことです。',
      '備考一行目です。二行目です。',
      '以上',
    ];
    const places = parts.map((part, index) => {
      const from = parts.slice(0, index).reduce((at, before) => printed.indexOf(before, at), 0);
      return printed.indexOf(part, from);
    });
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(printed).toContain('受付印');
  });

  test('FRM-4: boxes, sender and labels are left out where they are not asked for', async () => {
    const bare: OfficeDocument = {
      ...withSections(),
      addressee: [],
      sender: null,
      receiptBox: false,
      labels: null,
    };
    const printed = await printedText(renderer, bare);
    for (const part of ['受付印', '記', '以上', '様']) {
      expect(printed.replaceAll(/記録|特記|下記/gu, '')).not.toContain(part);
    }
    const unsealed = { ...bare, sender: { lines: ['見本'], stamp: false } };
    expect(await printedText(renderer, unsealed)).not.toContain('印');
    expect(await printedText(renderer, { ...bare, sender: { lines: [], stamp: true } })).toContain(
      '印',
    );
  });

  test('FRM-5: a statement that is made has a tick, one that is not has none', async () => {
    const printed = await printedText(
      renderer,
      withSections({
        kind: 'statements',
        statements: [
          { text: '甲です。', checked: true },
          { text: '乙です。', checked: false },
        ],
      }),
    );
    expect(printed).toMatch(/□✓甲です。□乙です。/u);
  });
});
