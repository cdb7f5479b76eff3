import { clause, clauseInJapanese, dutyIds, dutyTitles } from '@kanribo/annex';
import { type Standing, clauseOf } from '@kanribo/domain';
import { CliFault } from '../../cli-fault.ts';
import { printed, sheetWritten } from '../documents.ts';
import type { Stage } from '../stage.ts';
import { standingWords } from '../standing-words.ts';
import type { Story } from '../story.ts';
import { expected } from './expected-standings.ts';
import { registersPrinted, tellClientWords } from './report.ts';
import { tellReconciliation } from './reconciliation.ts';

/** The day of the story on which the year is looked back upon. */
const closingDay = 324;

/** Where everything is, what the client is said to have said, and the registers on paper. */
export async function registersChapter(story: Story): Promise<void> {
  const { stage } = story;
  stage.chapter('管理簿と現物', closingDay);
  await tellWhereabouts(stage);
  await tellReconciliation(story, closingDay, []);
  await tellClientWords(story, closingDay);
  await registersPrinted(stage);
  await sheetWritten(stage, { kind: 'take-out', subject: null, name: '持出管理簿' }, 'csv');
  await sheetWritten(stage, { kind: 'sending', subject: null, name: '送付管理簿' }, 'xlsx');
}

async function tellWhereabouts(stage: Stage): Promise<void> {
  const day = stage.setting.clock.dayAfter(closingDay);
  const answer = await stage.ask({ kind: 'whereabouts', day });
  if (answer.kind !== 'whereabouts') throw new CliFault('failed', '所在が答えられません。');
  const { created, here, out, ended } = answer.balance;
  stage.tell(
    `受領・作成したもの ${created}件 ＝ 保管中 ${here}件 ＋ 持出し中 ${out}件 ＋ 返還・引渡し等 ${ended}件`,
  );
  if (created !== here + out + ended || created < boxesAtLeast) {
    throw new CliFault('failed', '現物の数が合いません。');
  }
}

/** The boxes of the story alone are this many. */
const boxesAtLeast = 200;

/** How many duties the software does not watch yet, once every duty of the map has answered. */
export async function mapChapter({ stage }: Story): Promise<number> {
  const { clock } = stage.setting;
  stage.chapter('義務マップ', closingDay, '16:00');
  const contract = await stage.contract();
  const answer = await stage.ask({ kind: 'duty-map', day: clock.dayAfter(closingDay) });
  const standings = answer.kind === 'duty-map' ? answer.standings : [];
  const missing = dutyIds.filter((duty) => !standings.some((found) => found.duty === duty));
  if (missing.length > 0) {
    throw new CliFault('failed', `答えない義務があります：${missing.join('、')}`);
  }
  for (const standing of standings) {
    const cited = clauseInJapanese(
      clause(clauseOf(contract, standing.duty, clock.dayAfter(closingDay))),
    );
    stage.tell(lineOf(standing, cited));
  }
  // In a later run more is known, also of that day, than the story says.
  if (!stage.isReplaying) requireExpected(standings);
  await printed(stage, { kind: 'duty-map', subject: null, name: '義務の履行状況' });
  return standings.filter(({ status }) => status === 'not-watched').length;
}

function lineOf({ duty, status, proofs, deviations }: Standing, cited: string): string {
  const past = deviations > 0 ? `（過去の逸脱 ${deviations}件）` : '';
  const proved = proofs.length === 0 ? '' : ` 証拠：${proofs.slice(-mostProofs).join(', ')}`;
  return `${standingWords[status]}  ${cited} ${dutyTitles[duty]}${past}${proved}`;
}

const mostProofs = 5;

function requireExpected(standings: readonly Standing[]): void {
  const differing = standings.flatMap(({ duty, status }) => {
    const wanted = expected[duty] ?? 'not-watched';
    return status === wanted ? [] : [`義務 ${duty} は「${wanted}」のはずですが「${status}」です。`];
  });
  if (differing.length > 0) throw new CliFault('failed', differing.join('\n'));
}
