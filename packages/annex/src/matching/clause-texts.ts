import type { AnnexArticle, AnnexParagraph, AnnexTree } from '../parser/annex-tree.ts';
import { readNumeral } from '../parser/numerals.ts';
import { plainText } from './plain-text.ts';

/** A clause with what it must be read together with; all texts are plain. */
export interface ClauseText {
  /** As it is cited: `9.2`, `20(6)ウ`; the paragraph is left out where there is but one. */
  readonly clause: string;
  readonly own: string;
  /** Heading and leads it stands under. */
  readonly above: string;
  /** The clauses it refers to as the one before, or by number among its neighbours. */
  readonly referred: string;
  /** The list below it. */
  readonly below: string;
}

/** Every clause of an annex that has a text of its own. */
export function clauseTexts({ articles }: AnnexTree): readonly ClauseText[] {
  const plain = articles.map(plainArticle);
  return plain.flatMap((article, index) => ofArticle(article, plain[index - 1]));
}

interface Node {
  readonly cited: string;
  readonly own: string;
  readonly children: readonly Node[];
}

interface ArticleNode extends Node {
  readonly heading: string;
}

function plainArticle({ number, branch, heading, paragraphs }: AnnexArticle): ArticleNode {
  const cited = branch === null ? `${number}` : `${number}の${branch}`;
  const isAlone = paragraphs.length === 1;
  const children = paragraphs.map((paragraph) =>
    plainParagraph(isAlone ? cited : `${cited}.${paragraph.number}`, paragraph),
  );
  return { cited, own: '', heading: plainText(heading), children };
}

function plainParagraph(cited: string, { text, items, subitems }: AnnexParagraph): Node {
  const leaf = (above: string) => (subitem: { readonly mark: string; readonly text: string }) => ({
    cited: `${above}${subitem.mark}`,
    own: plainText(subitem.text),
    children: [],
  });
  const plainItems = items.map((item): Node => {
    const itemCited = `${cited}(${item.number})`;
    const own = plainText(item.text);
    return { cited: itemCited, own, children: item.subitems.map(leaf(itemCited)) };
  });
  return { cited, own: plainText(text), children: [...plainItems, ...subitems.map(leaf(cited))] };
}

function ofArticle(article: ArticleNode, before: ArticleNode | undefined): readonly ClauseText[] {
  const articleBefore = before === undefined ? '' : wholeOf(before);
  return ofSiblings(article.children, { above: article.heading, articleBefore });
}

interface Place {
  readonly above: string;
  readonly articleBefore: string;
}

function ofSiblings(siblings: readonly Node[], place: Place): readonly ClauseText[] {
  return siblings.flatMap((node, index) => {
    const { cited, own, children } = node;
    const text: ClauseText = {
      clause: cited,
      own,
      above: place.above,
      referred: referredBy(own, { siblings, index, articleBefore: place.articleBefore }),
      below: children.map(wholeOf).join(''),
    };
    // Below a lead stands what the lead refers to as well: 前項の規定により…は、次による。
    const above = `${place.above}${own}${text.referred}`;
    const under = ofSiblings(children, { ...place, above });
    return own === '' ? under : [text, ...under];
  });
}

const wholeOf = ({ own, children }: Node): string => `${own}${children.map(wholeOf).join('')}`;

function referredBy(
  own: string,
  {
    siblings,
    index,
    articleBefore,
  }: {
    readonly siblings: readonly Node[];
    readonly index: number;
    readonly articleBefore: string;
  },
): string {
  const before = (count: number) => siblings.slice(Math.max(0, index - count), index);
  const named = [
    ...[...own.matchAll(/(?<![条項])第([0-9]+)[項号]/gu)].map(([, number = '']) => `.${number}`),
    ...[...own.matchAll(/^([ア-ン])(?=[のにで及又])/gu)].map(([mark]) => mark),
    ...[...own.matchAll(/\(([0-9]{1,2})\)/gu)].map(([, number = '']) => `.${number}`),
  ].map((mark) => siblings.find((node) => isMarked(node, mark)));
  // A clause that is referred to but left out most likely stood just before.
  const found = named.flatMap((node) => node ?? before(1));
  const [, several] = /前([2-9二三四五])[項号]/u.exec(own) ?? [];
  const count = several === undefined ? 1 : (readNumeral(several) ?? 1);
  const pointsBack = /前[2-9二三四五]?[項号]|前各[項号]|^(?:この|その|上記の)/u.test(own);
  const pointed = pointsBack ? before(count) : [];
  const articles = own.includes('前条') ? articleBefore : '';
  return `${[...found, ...pointed].map((node) => node.own).join('')}${articles}`;
}

function isMarked({ cited }: Node, mark: string): boolean {
  if (!mark.startsWith('.')) return cited.endsWith(mark);
  return cited.endsWith(mark) || cited.endsWith(`(${mark.slice(1)})`);
}
