import * as fc from 'fast-check';
import { type Manner, type WrittenArticle, type WrittenParagraph, marks } from './render-annex.ts';

/** Sentences with what looks like the beginning of a clause as soon as a line breaks before it. */
const sentences = [
  '受託者は、番号法第２条第10項に規定する事務を行うときは、特に注意して取り扱わなければならない。',
  '乙は、第３条及び第４条第２項の規定により届け出た者に限り、平成25年法律第27号の定めるところによる。',
  '前項の規定にかかわらず、２人以上の担当者を置くときは、第５条の例による。',
  '乙は、事故が生じたときは、24時間以内に甲へ知らせ、その後３日以内に書面を出すものとする。',
  'アクセスの記録を１年間残し、イントラネットの外から見えないようにすること。',
  '記録媒体（第２号に規定するものを除く。）は、鍵のかかる場所に置くこと。',
  '乙は、第１号から第３号までに掲げる者の一覧を作り、変わったときは直ちに改めなければならない。',
  '甲は、必要があると認めるときは、いつでも乙に報告を求めることができる。',
  '一定の期間が過ぎたものは、二度と戻せない方法で消さなければならない。',
  '乙は、10人を超える従事者に見せる場合（（１）の場合を除く。）は、あらかじめ甲の承認を受けること。',
  'この契約が終わった後も、同様とする。',
  '持ち出した日時、持ち出した者及び返した日時を管理簿に書くこと。',
] as const;

const headings = [
  '目的',
  '秘密の保持',
  '再委託の制限',
  '特定個人情報の授受',
  '漏えい等が起きたときの対応',
  '従事者への教育',
  '返還及び廃棄',
] as const;

/** Real annexes hardly repeat a sentence, so each made-up one begins with a word of its own. */
const word = fc.string({
  unit: fc.constantFrom(...Array.from('福利厚生課税納付整理係窓口受付審査決裁文書管財')),
  minLength: 2,
  maxLength: 9,
});
const text = fc
  .array(fc.tuple(word, fc.constantFrom(...sentences)), { minLength: 1, maxLength: 3 })
  .map((chosen) => chosen.map(([own, sentence]) => `${own}については、${sentence}`).join(''));
const list = (least: number) => fc.array(text, { minLength: least, maxLength: 5 });
const lists = (least: number) => fc.oneof(fc.constant([]), list(least));

const paragraph: fc.Arbitrary<WrittenParagraph> = fc.oneof(
  { weight: 4, arbitrary: text.map((lead) => ({ text: lead, items: [], subitems: [] })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        text,
        fc.array(fc.record({ text, subitems: lists(2) }), { minLength: 2, maxLength: 12 }),
      )
      .map(([lead, items]) => ({ text: lead, items, subitems: [] })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, list(2))
      .map(([lead, subitems]) => ({ text: lead, items: [], subitems })),
  },
);

/** Articles of a made-up annex; `mostParagraphs` is 1 where a style knows no paragraphs. */
export const arbitraryArticles = (
  mostParagraphs: number,
): fc.Arbitrary<readonly WrittenArticle[]> =>
  fc.array(
    fc.record({
      heading: fc.constantFrom(...headings),
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: mostParagraphs }),
    }),
    { minLength: 3, maxLength: 14 },
  );

const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>): readonly string[] =>
  Object.keys(table);

const oneOf = <T extends string>(table: Readonly<Record<T, unknown>>): fc.Arbitrary<T> => {
  const isKey = (key: string): key is T => Object.hasOwn(table, key);
  return fc.constantFrom(...keysOf(table).filter(isKey));
};

/** A manner of writing, over all styles. */
export const arbitraryManner: fc.Arbitrary<Manner> = fc.record({
  article: oneOf(marks.articleMarks),
  heading: fc.constantFrom('above', 'behind', 'behind-alone', 'bare', 'none'),
  paragraph: oneOf(marks.paragraphMarks),
  item: oneOf(marks.itemMarks),
  subitem: oneOf(marks.subitemMarks),
  wrap: fc.constantFrom(0, 22, 31, 38, 45),
  indents: fc.boolean(),
  blankLines: fc.boolean(),
  page: fc.constantFrom(0, 27, 40),
});
