import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { changeFiling } from './fixtures/change-filing.ts';
import { keyFiling } from './fixtures/key-filing.ts';
import { longRegister } from './fixtures/long-register.ts';
import { canReadPages, printedPages, printedText } from './fixtures/pdf-pages.ts';
import { checkGlyphs } from './glyphs/check-glyphs.ts';
import type { OfficeDocument } from './office-document.ts';
import { openFormRenderer } from './renderer.ts';
import type { Section } from './section.ts';

const renderer = openFormRenderer();
afterAll(() => renderer.close());

const withSections = (...sections: readonly Section[]): OfficeDocument => ({
  ...changeFiling,
  sections,
});

test('FRM-14: no text whatever keeps a document from being made', async () => {
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), {
    minLength: 20,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(texts, async (lines) => {
      const printed = await renderer.renderDocument(withSections({ kind: 'remarks', lines }));
      expect(printed.pages).toBeGreaterThan(0);
    }),
    { numRuns: 25 },
  );
});

test('FRM-14: characters of every block with and without marks can all be printed', async () => {
  const marks = ['', '\u3099', '\u0301', '\u20DD', '\u{E0100}', '\uFE00'];
  for (const mark of marks) {
    const lines = Array.from({ length: 0x300 }, (_, block) =>
      [0x07, 0x41, 0x80, 0xe9].map((low) => String.fromCodePoint(block * 0x100 + low) + mark),
    ).map((characters) => characters.join(''));
    const { pages } = await renderer.renderDocument(withSections({ kind: 'remarks', lines }));
    expect(pages).toBeGreaterThan(1);
  }
});

describe.skipIf(!canReadPages)('characters read off the page', () => {
  test('FRM-14: uncovered characters are printed as 〓 and listed on the last page', async () => {
    const document = {
      ...longRegister(30),
      title: '届\u{20000}😀',
      documentNumber: '永\u{E01EF}号',
    };
    const { missingGlyphs } = await renderer.renderDocument(document);
    expect(missingGlyphs).toEqual(checkGlyphs(document));
    const pages = await printedPages(renderer, document);
    expect(pages[0]).toContain('届〓〓');
    for (const [index, page] of pages.entries()) {
      const note = 'U+20000（1か所）、U+1F600（1か所）、永の異体字U+6C38U+E01EF（1か所）';
      expect(page.includes(note)).toBe(index === pages.length - 1);
    }
  });

  test('FRM-14: the note names thirty characters and counts the others', async () => {
    const uncovered = Array.from({ length: 33 }, (_, index) =>
      String.fromCodePoint(0x1f600 + index),
    );
    const printed = await printedText(
      renderer,
      withSections({ kind: 'remarks', lines: [uncovered.join('')] }),
    );
    expect(printed).toContain('U+1F61D（1か所）、ほか3字');
    expect(printed).not.toContain('U+1F61E');
  });

  test('FRM-13: 𠮷 and 髙 are printed as they are', async () => {
    const { missingGlyphs } = await renderer.renderDocument({ ...keyFiling, title: '𠮷髙' });
    expect(missingGlyphs).toEqual([]);
    expect(await printedText(renderer, { ...keyFiling, title: '𠮷髙' })).toContain('𠮷髙');
  });
});
