import type { AnnexParagraph, AnnexTree } from '../parser/annex-tree.ts';

/** Every clause of a tree as it is cited, with what stands below it. */
export function citedClauses({ articles }: AnnexTree): readonly string[] {
  return articles.flatMap(({ number, paragraphs }) => [
    `${number}`,
    ...paragraphs.flatMap((paragraph) => {
      const cited = citedAs(number, paragraph, paragraphs.length);
      return [
        ...(paragraphs.length === 1 ? [] : [cited]),
        ...paragraph.subitems.map(({ mark }) => `${cited}${mark}`),
        ...paragraph.items.flatMap((item) => [
          `${cited}(${item.number})`,
          ...item.subitems.map(({ mark }) => `${cited}(${item.number})${mark}`),
        ]),
      ];
    }),
  ]);
}

/** The tree as it would be had the annex lacked a clause and what stands below it. */
export function withoutClause({ articles, unplaced }: AnnexTree, clause: string): AnnexTree {
  const kept = articles.filter(({ number }) => `${number}` !== clause);
  return {
    unplaced,
    articles: kept.map((article) => {
      const { number, paragraphs } = article;
      const cite = (paragraph: AnnexParagraph) => citedAs(number, paragraph, paragraphs.length);
      const left = paragraphs.map((paragraph) =>
        cite(paragraph) === clause
          ? { ...paragraph, text: '', items: [], subitems: [] }
          : thinned(paragraph, cite(paragraph), clause),
      );
      return { ...article, paragraphs: left };
    }),
  };
}

function thinned(paragraph: AnnexParagraph, cited: string, clause: string): AnnexParagraph {
  const items = paragraph.items
    .filter(({ number }) => `${cited}(${number})` !== clause)
    .map((item) => ({
      ...item,
      subitems: item.subitems.filter(({ mark }) => `${cited}(${item.number})${mark}` !== clause),
    }));
  const subitems = paragraph.subitems.filter(({ mark }) => `${cited}${mark}` !== clause);
  return { ...paragraph, items, subitems };
}

const citedAs = (article: number, { number }: AnnexParagraph, count: number): string =>
  count === 1 ? `${article}` : `${article}.${number}`;

/** Whether a clause is another one, or stands below it. */
export const isWithin = (clause: string, above: string): boolean =>
  clause === above || (clause.startsWith(above) && !/^[0-9の]/u.test(clause.slice(above.length)));
