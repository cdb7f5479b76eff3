import { expect, test } from 'vitest';
import { outlineOf } from '../testing/outline-of.ts';
import { clientAnnex, madeUpAnnex } from '../testing/read-annex.ts';
import type { AnnexTree } from './annex-tree.ts';
import { parseAnnex } from './parse-annex.ts';

/** How many articles, paragraphs, items and sub-items there are. */
function counts({ articles }: AnnexTree) {
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const items = paragraphs.flatMap((paragraph) => paragraph.items);
  const subitems = [...paragraphs, ...items].flatMap((above) => above.subitems);
  return [articles.length, paragraphs.length, items.length, subitems.length];
}

const beginnings = (text: string, length: number) =>
  outlineOf(parseAnnex(text)).map((line) => line.slice(0, length));

test.skipIf(clientAnnex === null)('ANX-10: the client’s annex is read whole', () => {
  const tree = parseAnnex(clientAnnex ?? '');
  expect(counts(tree)).toEqual([30, 54, 28, 23]);
  const [paragraph] = tree.articles[21]?.paragraphs.slice(1) ?? [];
  expect(paragraph?.subitems.map(({ mark }) => mark)).toEqual(['ア', 'イ', 'ウ']);
  expect(tree.articles.map(({ number }) => number)).toEqual(
    Array.from({ length: 30 }, (_, index) => index + 1),
  );
  expect(tree.unplaced.map(({ line }) => line)).toEqual([1, 3]);
});

test('ANX-10: numbered in brackets, headed above, paged, with an appendix', () => {
  const tree = parseAnnex(madeUpAnnex('harbour'));
  expect(counts(tree)).toEqual([5, 7, 6, 2]);
  expect(tree.articles.map(({ heading }) => heading)).toEqual([
    '趣旨',
    '責任体制',
    '秘密の保持',
    '持出しの制限',
    '再委託',
  ]);
  expect(tree.unplaced.map(({ line }) => line)).toEqual([1, 26, 27, 31, 32]);
});

test('ANX-10: plain integers for articles, circled items, sub-items in the iroha order', () => {
  expect(beginnings(madeUpAnnex('valley'), 12)).toEqual([
    '1 [基本的事項]',
    '1.1 受託者は、行政手',
    '2 [取扱区域]',
    '2.1 受託者は、次のと',
    '2.1(1) 担当者のほ',
    '2.1(2) サーバを置',
    '2.1(2)イ 入ること',
    '2.1(2)ロ 名簿にな',
    '2.1(2)ハ 入った日',
    '3 [複写の禁止]',
    '3.1 受託者は、委託者',
    '4 [事故の報告]',
    '4.1 受託者は、漏えい',
  ]);
});

test('ANX-10: kanji numerals, circled paragraphs, an article between two', () => {
  const outline = outlineOf(parseAnnex(madeUpAnnex('kanji')));
  expect(outline).toContain('3.1(3)ロ 第二条の事務に就かない者');
  expect(outline).toContain('3.3 第一項第二号の者は、三年以上の経験を持つ者とする。');
  expect(outline).toContain('10の2 [証明]');
  expect(outline).toContain('10の2.2 前項の証明書には、写真を添える。');
  expect(counts(parseAnnex(madeUpAnnex('kanji')))).toEqual([6, 9, 3, 2]);
});

test('ANX-11: what does not follow on, or goes on as a reference, is text', () => {
  const text = [
    '第１条 乙は、番号法第',
    '２条第10項及び番号法',
    '第２条第９項に従い、平成',
    '25年法律第27号を守る。',
    '２ 前項の人数は、',
    '３人以上とする。',
    '第２条 乙は、第３条の',
    '例による。',
  ].join('\n');
  expect(outlineOf(parseAnnex(text))).toEqual([
    '1 []',
    '1.1 乙は、番号法第２条第10項及び番号法第２条第９項に従い、平成25年法律第27号を守る。',
    '1.2 前項の人数は、３人以上とする。',
    '2 []',
    '2.1 乙は、第３条の例による。',
  ]);
});

test('ANX-11: a clause that was left out leaves the others their numbers', () => {
  const text = '第２条 次の事項を守る。\n⑵ 二つ目\n⑷ 四つ目\nイ 中の二つ目\nエ 中の四つ目';
  expect(outlineOf(parseAnnex(`第１条 目的を定める。\n${text}\n４ 四項目\n第９条 最後`))).toEqual([
    '1 []',
    '1.1 目的を定める。',
    '2 []',
    '2.1 次の事項を守る。',
    '2.1(2) 二つ目',
    '2.1(4) 四つ目',
    '2.1(4)イ 中の二つ目',
    '2.1(4)エ 中の四つ目',
    '2.4 四項目',
    '9 []',
    '9.1 最後',
  ]);
});

test('ANX-12: a node knows the lines it was read from', () => {
  const tree = parseAnnex('（目的）\n\n第１条 次による。\n⑴ ひと\nつ目\n⑵ 二つ目\n');
  const [article] = tree.articles;
  const [paragraph] = article?.paragraphs ?? [];
  expect(article?.lines).toEqual({ from: 1, to: 6 });
  expect(paragraph?.lines).toEqual({ from: 3, to: 6 });
  expect(paragraph?.items.map(({ lines }) => lines)).toEqual([
    { from: 4, to: 5 },
    { from: 6, to: 6 },
  ]);
});

test.each([
  ['hillside', [14, 24, 9, 0]],
  ['riverside', [14, 14, 48, 5]],
  ['castle', [16, 37, 18, 0]],
  ['island', [14, 14, 25, 0]],
  ['fields', [12, 29, 8, 10]],
  ['bridge', [14, 32, 0, 24]],
  ['forest', [9, 9, 33, 3]],
  ['moor', [12, 20, 9, 0]],
  ['summit', [10, 39, 22, 0]],
  ['shore', [9, 13, 29, 0]],
  ['elsewhere', [23, 28, 0, 0]],
] as const)('ANX-10: the annex of %s is read whole', (name, whole) => {
  const tree = parseAnnex(madeUpAnnex(name));
  expect(counts(tree)).toEqual(whole);
  expect(tree.articles.map(({ number }) => number)).toEqual(
    Array.from({ length: tree.articles.length }, (_, index) => index + 1),
  );
  expect(tree.articles.every(({ heading }) => heading !== '')).toBe(true);
});

test('ANX-11: chapters and sections stand in no clause', () => {
  const tree = parseAnnex('第１章　総則\n第１条 目的を定める。\n第２章 管理\n第２条 管理する。\n');
  expect(tree.unplaced.map(({ line }) => line)).toEqual([1, 3]);
  expect(outlineOf(tree)).toEqual(['1 []', '1.1 目的を定める。', '2 []', '2.1 管理する。']);
});
