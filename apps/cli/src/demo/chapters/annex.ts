import {
  type AnnexTree,
  type DutyMatch,
  clauseInJapanese,
  dutyCatalogue,
  dutyTitles,
  matchDuties,
  parseAnnex,
  parseClause,
  specialProvisions,
} from '@kanribo/annex';
import { annexReport } from '../../commands/annex-report.ts';
import { writeDocument } from '../documents.ts';
import type { Stage } from '../stage.ts';

/**
 * What the software understood of the annex's text, what differs from the built-in annex and what it
 * could not place: told before anything is adopted, and written out for whoever reads the original.
 */
export async function annexChapter(stage: Stage, text: string): Promise<void> {
  stage.chapter('特記事項の読取り', 0);
  const tree = parseAnnex(text);
  const duties = matchDuties(tree, dutyCatalogue);
  tellCounts(stage, tree, duties);
  tellUnplaced(stage, tree);
  tellOtherClauses(stage, duties);
  const name = '特記事項の読取り結果.txt';
  await writeDocument(stage, name, `${annexReport({ tree, duties })}\n`);
  stage.tell(`▦ ${name} に、条と義務の全部を書き出しました。原文と照らし合わせてください。`);
}

function tellCounts(stage: Stage, { articles }: AnnexTree, duties: readonly DutyMatch[]): void {
  const of = (status: DutyMatch['status']) => duties.filter((match) => match.status === status);
  const [stated, different, absent] = [of('stated'), of('different'), of('absent')];
  stage.tell(`${articles.length}条を読み取りました。`);
  stage.tell(
    `義務 ${duties.length}件のうち、定めあり ${stated.length}件、異なる定め ${different.length}件、定めなし ${absent.length}件`,
  );
  tellDuties(stage, '異なる定め', different);
  tellDuties(stage, '定めが見当たらない義務', absent);
}

function tellDuties(stage: Stage, title: string, duties: readonly DutyMatch[]): void {
  if (duties.length === 0) return;
  stage.tell(`${title}：`);
  for (const { duty } of duties) stage.tell(`  ・${dutyTitles[duty]}`);
}

function tellUnplaced(stage: Stage, { unplaced }: AnnexTree): void {
  if (unplaced.length === 0) return;
  stage.tell(`どの条にも置けなかった行（${unplaced.length}行）：`);
  for (const { line, text } of unplaced.slice(0, mostLines)) stage.tell(`  ${line}行目：${text}`);
  if (unplaced.length > mostLines) stage.tell(`  ほか ${unplaced.length - mostLines}行`);
}

const mostLines = 8;

/** The built-in profile cites its own annex; where the text's clause is another one, both are named. */
function tellOtherClauses(stage: Stage, duties: readonly DutyMatch[]): void {
  const differing = duties.flatMap((match) => {
    const builtIn = inJapanese(specialProvisions.clauses[match.duty]);
    if (match.status === 'absent' || inJapanese(match.clause) === builtIn) return [];
    return [`${builtIn}→${inJapanese(match.clause)}`];
  });
  stage.tell('以下で引く条番号は、組み込みの特記事項（30条のもの）の番号です。');
  if (differing.length === 0) return;
  stage.tell(`この本文では条番号が異なる義務（${differing.length}件、組み込み→本文）：`);
  for (let at = 0; at < differing.length; at += perLine) {
    stage.tell(`  ${differing.slice(at, at + perLine).join('、')}`);
  }
}

const perLine = 4;

function inJapanese(cited: string): string {
  const parsed = parseClause(cited);
  return parsed.ok ? clauseInJapanese(parsed.value) : cited;
}
