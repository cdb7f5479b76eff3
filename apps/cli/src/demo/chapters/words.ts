import { standingQuestions } from '@kanribo/domain';
import type { Stage } from '../stage.ts';
import { type Story, spokesman, written } from '../story.ts';

/** What is settled with the client from the start: standing questions, and how long to keep. */
export async function wordsChapter(story: Story): Promise<void> {
  const { stage, cast } = story;
  const actor = cast.manager.id;
  stage.chapter('委託者との協議と保存期間の指示', 5);
  await stage.act({
    says: `当初の協議事項${standingQuestions.length}件をまとめて登録（あらかじめ用意された質問）`,
    actor,
    does: 'standing-questions/started',
  });
  await stage.stands('consultation', 5, 'due');
  await stage.actTogether(
    '打合せで協議事項を委託者に申し入れ（回答の期日は1週間後）',
    questions.map(({ consultation, title }) => ({
      says: `協議：${title}`,
      actor,
      does: 'consultation/asked',
      case: consultation,
      values: {
        askedOf: spokesman,
        askedBy: 'meeting',
        expectedOn: stage.setting.clock.dayAfter(12),
      },
    })),
  );
  await isInstructed(stage, actor);
}

/** The client answers a day late; what it says is recorded and decided upon. */
export async function answersChapter(story: Story): Promise<void> {
  const { stage, cast } = story;
  const actor = cast.manager.id;
  stage.chapter('協議への回答', 13);
  await stage.stands('consultation', 13, 'overdue');
  const answered = questions.filter(({ id }) => id !== openQuestion);
  await stage.actTogether(
    '委託者の回答を記録',
    answered.map(({ consultation, id, title }) => ({
      says: `回答：${title}`,
      actor,
      does: 'answer/given',
      values: { consultation, contents: answerTo(id), ...written(stage, 'みな税第104号') },
    })),
  );
  await stage.actTogether(
    '回答にもとづく決定を記録',
    answered.map(({ consultation, id, title }) => ({
      says: `決定：${title}`,
      actor,
      does: 'consultation/decided',
      case: consultation,
      values: { decision: answerTo(id) },
    })),
  );
  await agreesDays(stage, actor);
  await asksAgain(story, { days: 310, says: '検討中の協議事項の期日を改めて申し入れ' });
}

/** The days the annex leaves open stand in the contract once the client agreed to them. */
async function agreesDays(stage: Stage, actor: string): Promise<void> {
  await stage.act({
    says: '合意した日数・周期を契約の基本事項に記録',
    actor,
    does: 'contract/amended',
    case: 'contract-1',
    values: {
      clientReference: 'みな税第104号',
      rulesReviewMonths: 12,
      trainingMonths: 12,
      inspectionMonths: 12,
      logRetentionDays: 1825,
      logAnalysisDays: 31,
      patternAgeDays: 1,
      patchAgeDays: 31,
    },
  });
}

const questions = standingQuestions.map(({ id, title }, index) => ({
  id,
  title,
  consultation: `consultation-${index + 1}`,
}));

/** The question the client still thinks about when the story ends. */
const openQuestion = 'crypto-erasure';

const answers: Readonly<Record<string, string>> = {
  'work-as-copying': '業務として行う入力と印刷は複製にあたらない。控えの写しは承認を要する。',
  'ordinary-mail': '通知書の一斉発送に限り、区の指示により普通郵便を用いてよい。',
  'designated-forms': '管理責任者の届出だけ様式を指定する。ほかは受託者の様式でよい。',
  'agreed-days': '「速やかに」は7日、点検・教育・規程の見直しは年1回とする。',
};

const answerTo = (id: string): string => answers[id] ?? '受託者の理解のとおりでよい。';

/** The client has not answered by the new day either, and is asked in writing. */
export async function remindsChapter(story: Story): Promise<void> {
  const { stage } = story;
  stage.chapter('回答のない協議', 321);
  await stage.stands('consultation', 321, 'overdue');
  await asksAgain(story, { days: 350, says: '期日を過ぎた協議事項を書面で申し入れ' });
  await stage.stands('consultation', 321, 'due');
}

/** The open question is put to the client once more, with a new day. */
async function asksAgain(
  { stage, cast }: Story,
  { days, says }: { readonly days: number; readonly says: string },
): Promise<void> {
  const open = questions.find(({ id }) => id === openQuestion);
  if (open === undefined) return;
  await stage.act({
    says: `${says}（${open.title}）`,
    actor: cast.manager.id,
    does: 'consultation/asked',
    case: open.consultation,
    values: {
      askedOf: spokesman,
      askedBy: 'paper',
      expectedOn: stage.setting.clock.dayAfter(days),
    },
  });
}

async function isInstructed(stage: Stage, actor: string): Promise<void> {
  const kinds = { paper: '印刷物・文書', medium: '記録媒体' } as const;
  for (const [kind, title] of Object.entries(kinds)) {
    await stage.act({
      says: `${title}の保存期間の指示を記録（契約の終了まで）`,
      actor,
      does: 'retention-instruction/given',
      values: {
        kind,
        keep: 'until-contract-end',
        contents: '契約の終了まで保存し、終了時に返還する。',
        ...written(stage, 'みな税第101号'),
      },
    });
  }
}
