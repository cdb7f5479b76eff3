import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryArticles, arbitraryManner } from '../testing/arbitrary-annex.ts';
import { type Manner, type WrittenArticle, renderAnnex } from '../testing/render-annex.ts';
import { clientAnnex } from '../testing/read-annex.ts';
import type { AnnexTree } from './annex-tree.ts';
import { parseAnnex } from './parse-annex.ts';

/** Styles of articles that leave paragraphs no numbers of their own. */
const flat: ReadonlySet<Manner['article']> = new Set<Manner['article']>([
  'plain',
  'plain-full',
  'pointed',
]);

const annex = arbitraryManner
  .map((manner): Manner => {
    const isTwice = manner.item === 'circled' && manner.paragraph === 'circled';
    const isBare = flat.has(manner.article) && manner.heading === 'none';
    return {
      ...manner,
      ...(isTwice && { item: 'glyph' as const }),
      ...(isBare && { heading: 'above' as const }),
    };
  })
  .chain((manner) =>
    fc.tuple(fc.constant(manner), arbitraryArticles(flat.has(manner.article) ? 1 : 4)),
  );

const expected = (articles: readonly WrittenArticle[], { heading }: Manner) =>
  articles.map((article, index) => ({
    number: index + 1,
    heading: heading === 'none' ? '' : article.heading,
    paragraphs: article.paragraphs.map(({ text, items, subitems }, place) => ({
      number: place + 1,
      text,
      items: items.map((item, at) => ({ number: at + 1, ...item })),
      subitems,
    })),
  }));

const read = ({ articles }: AnnexTree) =>
  articles.map(({ number, heading, paragraphs }) => ({
    number,
    heading,
    paragraphs: paragraphs.map((paragraph) => ({
      number: paragraph.number,
      text: paragraph.text,
      items: paragraph.items.map((item) => ({
        number: item.number,
        text: item.text,
        subitems: item.subitems.map(({ text }) => text),
      })),
      subitems: paragraph.subitems.map(({ text }) => text),
    })),
  }));

test('ANX-10: what was written in any manner is read back', () => {
  fc.assert(
    fc.property(annex, ([manner, articles]) => {
      expect(read(parseAnnex(renderAnnex(articles, manner)))).toEqual(expected(articles, manner));
    }),
    { numRuns: 300, seed: 20260401 },
  );
});

test.skipIf(clientAnnex === null)('ANX-10: the client’s annex reads the same at any width', () => {
  const lines = outlines(parseAnnex(clientAnnex ?? ''));
  const whole = clientAnnex ?? '';
  expect(lines.length).toBeGreaterThan(130);
  for (const width of [17, 26, 33]) {
    const broken = whole
      .split(/\n/)
      .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
      .join('\n');
    expect(outlines(parseAnnex(broken))).toEqual(lines);
  }
});

const outlines = (tree: AnnexTree) =>
  read(tree).flatMap(({ number, heading, paragraphs }) => [
    `${number} ${heading}`,
    ...paragraphs.flatMap(({ items, subitems, ...paragraph }) => [
      `${number}.${paragraph.number} ${squeezed(paragraph.text)}`,
      ...subitems.map(squeezed),
      ...items.flatMap((item) => [
        `(${item.number}) ${squeezed(item.text)}`,
        ...item.subitems.map(squeezed),
      ]),
    ]),
  ]);

const squeezed = (text: string) => text.replaceAll(/\s/gu, '');

const fragments = fc.constantFrom(
  '第１条 ',
  '第２条',
  '第一条の二 ',
  '（目的）',
  '２ ',
  '３',
  '⑴ ',
  '（１）',
  '①',
  '一　',
  'ア ',
  'イ ',
  'ロ ',
  'ａ ',
  '乙は、書面で届け出る。',
  '番号法第',
  '２条第10項',
  '- 3 -',
  '\n',
  '\n\n',
  '\r\n',
  '\f',
  '　',
  '附則',
);
const hostile = fc.oneof(
  fc.array(fragments, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 80 })
    .map((parts) => parts.join('')),
);

test('ANX-12: any text gives a tree, and no line that is not blank is lost', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tree = parseAnnex(text);
      const covered = new Set(tree.unplaced.map(({ line }) => line));
      for (const { lines } of tree.articles) {
        for (let line = lines.from; line <= lines.to; line += 1) covered.add(line);
      }
      const lines = text.split(/\r\n|\n|\r/u);
      const lost = lines.flatMap((line, index) =>
        line.trim() === '' || covered.has(index + 1) ? [] : [index + 1],
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** How often each character stands in a text, spaces aside. */
function characters(text: string): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const character of squeezed(text)) {
    counted.set(character, (counted.get(character) ?? 0) + 1);
  }
  return counted;
}

/** What marks of clauses and brackets of headings are made of. */
const markup =
  /[0-9０-９第条の（）()【】［］[\]〔〕〈〉＜＞〇一二三四五六七八九十百.．、\u2150-\u24ff\u2776-\u277f\u3220-\u33ff]|[ア-ンヰヱｱ-ﾝa-zａ-ｚ]/u;

test('ANX-12: all characters of the source but those of marks stand in the tree', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const tree = parseAnnex(text);
      const kept = [
        ...tree.unplaced.map((line) => line.text),
        ...read(tree).flatMap(({ heading, paragraphs }) => [
          heading,
          ...paragraphs.flatMap((paragraph) => [
            paragraph.text,
            ...paragraph.subitems,
            ...paragraph.items.flatMap((item) => [item.text, ...item.subitems]),
          ]),
        ]),
      ];
      const found = characters(kept.join(''));
      const missing = [...characters(text)].filter(
        ([character, count]) => !markup.test(character) && (found.get(character) ?? 0) !== count,
      );
      expect(missing).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('ANX-13: a hundred thousand lines, and lines without end, are read in a moment', () => {
  const clauses = ['第１条 あ。', '２ い。', '⑴ う。', 'ア え。'];
  const lines = Array.from({ length: 100_000 }, (_, index) => clauses[index % 4] ?? '');
  const numbers = Array.from({ length: 100_000 }, (_, index) => `${index % 900} ⑴ 乙は、`);
  const endless = ['第', '（', ' ', '1', '一'].map((unit) => unit.repeat(400_000)).join('\n');
  for (const text of [lines.join('\n'), numbers.join('\n'), endless]) {
    const started = performance.now();
    parseAnnex(text);
    expect(performance.now() - started).toBeLessThan(8000);
  }
});
