import {
  type AnnexArticle,
  type AnnexParagraph,
  type AnnexTree,
  type DutyMatch,
  clauseInJapanese,
  dutyCatalogue,
  parseClause,
} from '@kanribo/annex';

/** What reading an annex found. */
export interface ReadAnnex {
  readonly tree: AnnexTree;
  readonly duties: readonly DutyMatch[];
}

/** The answer for machines: the clauses, what is none, and each duty of the catalogue. */
export function annexJson({ tree, duties }: ReadAnnex) {
  return {
    ...tree,
    duties: duties.map((match) => ({ title: dutyCatalogue[match.duty].title, ...match })),
  };
}

/** The answer for people. */
export function annexReport({ tree, duties }: ReadAnnex): string {
  const of = (status: DutyMatch['status']) => duties.filter((match) => match.status === status);
  const [stated, different, absent] = [of('stated'), of('different'), of('absent')];
  return [
    countsOf(tree),
    ...tree.articles.flatMap(articleLines),
    ...section('どの条にも置けなかった行', tree.unplaced.map(unplacedLine)),
    '',
    `義務 ${duties.length}件のうち、定めあり ${stated.length}件、異なる定め ${different.length}件、定めなし ${absent.length}件`,
    ...section('定めのある義務', stated.map(dutyLine)),
    ...section('異なる定めの義務', different.map(dutyLine)),
    ...section('定めのない義務', absent.map(dutyLine)),
  ].join('\n');
}

function countsOf({ articles }: AnnexTree): string {
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  const items = paragraphs.flatMap((paragraph) => paragraph.items);
  const subitems = [...paragraphs, ...items].flatMap((above) => above.subitems);
  return `${articles.length}条 ${paragraphs.length}項 ${items.length}号 号の細分${subitems.length}`;
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines];

function articleLines({ number, branch, heading, paragraphs, lines }: AnnexArticle) {
  const cited = branch === null ? `第${number}条` : `第${number}条の${branch}`;
  const headed = heading === '' ? cited : `${cited}（${heading}）`;
  return [`${headed}  ${lines.from}–${lines.to}行`, ...paragraphs.flatMap(paragraphLines)];
}

function paragraphLines({ number, text, items, subitems }: AnnexParagraph): readonly string[] {
  return [
    `  ${number}項 ${short(text)}`,
    ...subitems.map((subitem) => `      ${subitem.mark} ${short(subitem.text)}`),
    ...items.flatMap((item) => [
      `    (${item.number}) ${short(item.text)}`,
      ...item.subitems.map((subitem) => `      ${subitem.mark} ${short(subitem.text)}`),
    ]),
  ];
}

const longest = 36;

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`;
}

const unplacedLine = ({ line, text }: { readonly line: number; readonly text: string }): string =>
  `  ${line}行 ${short(text)}`;

function dutyLine(match: DutyMatch): string {
  const { title } = dutyCatalogue[match.duty];
  if (match.status === 'absent') return `  ${title}`;
  const grounds = `確からしさ ${match.score.toFixed(2)}、手がかり: ${match.terms.join('・')}`;
  const line = `  ${citedInJapanese(match.clause)}  ${title}（${grounds}）`;
  return match.status === 'stated' ? line : `${line} ${differenceOf(match)}`;
}

function differenceOf(match: DutyMatch & { readonly status: 'different' }): string {
  const missing = match.missing.map((word) => `「${word}」に当たる言葉がありません。`);
  const party = match.isOfOtherParty ? ['委託者の義務として書かれています。'] : [];
  return [...missing, ...party].join('');
}

/** `20(6)ウ` as 第20条第6号ウ; a clause of another shape stays as it is cited. */
function citedInJapanese(cited: string): string {
  const parsed = parseClause(cited);
  return parsed.ok ? clauseInJapanese(parsed.value) : cited;
}
