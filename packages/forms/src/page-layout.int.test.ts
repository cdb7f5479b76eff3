import { afterAll, describe, expect, test } from 'vitest';
import { changeFiling } from './fixtures/change-filing.ts';
import { everySection } from './fixtures/every-section.ts';
import { handlerList } from './fixtures/handler-list.ts';
import { longRegister } from './fixtures/long-register.ts';
import { canReadPages, printedPages, printedText, squeeze, wordsOf } from './fixtures/pdf-pages.ts';
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

const pointsPerMm = 72 / 25.4;

describe.skipIf(!canReadPages)('places read off the page', () => {
  test('FRM-6: 200 rows run over pages under repeated heads, each whole and once', async () => {
    const pages = await printedPages(renderer, longRegister(200));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toContain('持出日時種類保有する情報');
    for (let row = 1; row <= 200; row += 1) {
      const whole = `甲${row}、乙${row}、丙${row}、`;
      expect(pages.filter((page) => page.includes(whole))).toHaveLength(1);
    }
    const order = Array.from(pages.join('').matchAll(/甲(\d+)、/gu), ([, row]) => Number(row));
    expect(order).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  test('FRM-6: a row of several lines is never divided between pages', async () => {
    const columns = [{ head: '記載', share: 1, align: 'left' as const }];
    const rows = Array.from({ length: 60 }, (_, index) => [
      Array.from({ length: 2 + (index % 9) }, (_, line) => `行${index}の${line}、`).join('\n'),
    ]);
    const pages = await printedPages(renderer, withSections({ kind: 'table', columns, rows }));
    expect(pages.length).toBeGreaterThan(5);
    for (const [cell = ''] of rows) {
      expect(pages.filter((page) => page.includes(squeeze(cell)))).toHaveLength(1);
    }
  });

  test('FRM-6: a cell taller than a page is broken and nothing of it is lost', async () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `第${index}文、`).join('');
    const table = withSections({
      kind: 'table',
      columns: [
        { head: '番号', share: 1, align: 'center' },
        { head: '記載', share: 3, align: 'left' },
      ],
      rows: [
        ['1', sentences],
        ['2', '短い'],
      ],
    });
    const pages = await printedPages(renderer, table);
    expect(pages.length).toBeGreaterThan(1);
    const inOrder = Array.from(pages.join('').matchAll(/第(\d+)文、/gu), ([, each]) =>
      Number(each),
    );
    expect(inOrder).toEqual(Array.from({ length: 400 }, (_, index) => index));
  });

  test('FRM-6: a table without rows says so', async () => {
    const columns = [{ head: '番号', share: 1, align: 'center' as const }];
    expect(
      await printedText(renderer, withSections({ kind: 'table', columns, rows: [] })),
    ).toContain('番号該当なし');
  });

  test('FRM-7: long names, addresses and keys stay inside the margins', async () => {
    const long = [
      'x'.repeat(300),
      'kanribo.example/a-very-long-contract-name/register/0+530d903a+AekyeRrm56hApGFkyQR4ZCbV54I',
      '東京都架空区見本町'.repeat(12),
      'ー'.repeat(80),
      'マクドナルド・アレクサンドラ・ヴィクトリア'.repeat(3),
      'Łódź—Żółć'.repeat(20),
    ];
    for (const text of long) {
      for (const document of [everySection, { ...handlerList, sections: everySection.sections }]) {
        const { pdf } = await renderer.renderDocument(
          mapTexts({ ...document, proof: null }, (original) => `${original}${text}`),
        );
        const isPortrait = document.orientation === 'portrait';
        const words = wordsOf(pdf);
        const edge = (isPortrait ? 210 - 18 : 297 - 16) * pointsPerMm;
        const start = (isPortrait ? 25 : 16) * pointsPerMm;
        expect(words.filter((word) => word.right > edge + 6)).toEqual([]);
        expect(words.filter((word) => word.left < start - 1)).toEqual([]);
        expect(words.length).toBeGreaterThan(0);
      }
    }
  });

  test('FRM-8: 以上 is never alone on a page, however many rows there are', async () => {
    for (let count = 1; count <= 24; count += 1) {
      const pages = await printedPages(renderer, {
        ...longRegister(count),
        labels: { opening: '記', closing: '以上' },
      });
      expect(pages.at(-1)).toContain(`丙${count}、`);
      expect(pages.at(-1)).toContain('以上');
    }
    for (let count = 1; count <= 30; count += 1) {
      const rows = Array.from({ length: count }, (_, index) => [`行${index}`]);
      const columns = [{ head: '記載', share: 1, align: 'left' as const }];
      const pages = await printedPages(
        renderer,
        withSections({ kind: 'table', columns, rows }, { kind: 'remarks', lines: ['末尾です。'] }),
      );
      expect(pages.at(-1)).toContain('末尾です。以上');
    }
  });
});
