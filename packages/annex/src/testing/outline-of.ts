import type { AnnexParagraph, AnnexTree } from '../parser/annex-tree.ts';

/** Each clause of a tree as it is cited, with its text: `4.2(2)ア 記録媒体に…`. */
export function outlineOf({ articles }: AnnexTree): readonly string[] {
  return articles.flatMap(({ number, branch, heading, paragraphs }) => {
    const article = branch === null ? `${number}` : `${number}の${branch}`;
    const lines = paragraphs.flatMap((paragraph) => below(article, paragraph));
    return [`${article} [${heading}]`, ...lines];
  });
}

function below(article: string, { number, text, items, subitems }: AnnexParagraph) {
  const cited = `${article}.${number}`;
  return [
    `${cited} ${text}`,
    ...subitems.map((subitem) => `${cited}${subitem.mark} ${subitem.text}`),
    ...items.flatMap((item) => [
      `${cited}(${item.number}) ${item.text}`,
      ...item.subitems.map((subitem) => `${cited}(${item.number})${subitem.mark} ${subitem.text}`),
    ]),
  ];
}
