import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** What is settled with the client from the start: standing questions, and how long to keep. */
export async function wordsChapter(stage: Stage, { manager }: Cast): Promise<void> {
  const { clock } = stage.setting;
  const actor = manager.id;
  stage.chapter('委託者との協議と保存期間の指示', 3);
  await stage.act({
    says: '当初の協議事項をまとめて登録',
    actor,
    declaration: 'standing-questions',
    step: 'started',
  });
  await stage.act({
    says: '入力・読取り・印刷が複製にあたるかを委託者に協議',
    actor,
    declaration: 'consultation',
    step: 'asked',
    case: workAsCopying,
    values: { askedOf: person, askedBy: 'meeting', expectedOn: clock.dayAfter(7) },
  });
  await stage.act({
    says: '委託者の回答を記録',
    actor,
    declaration: 'answer',
    step: 'given',
    values: {
      consultation: workAsCopying,
      contents: '業務として行う入力と印刷は複製にあたらない。控えの写しは承認を要する。',
      ...written(stage),
    },
  });
  await stage.act({
    says: '回答にもとづく決定を記録',
    actor,
    declaration: 'consultation',
    step: 'decided',
    case: workAsCopying,
    values: { decision: '控えの写しだけを複製の承認の対象とする。' },
  });
  await stage.stands('consultation', 3, 'due');
  await isInstructed(stage, actor);
}

const person = '税務課 担当係長';
/** The third of the standing questions. */
const workAsCopying = 'consultation-3';

const written = ({ setting: { clock } }: Stage) => ({
  form: 'written',
  from: clock.dayAfter(3),
  clientPerson: person,
  clientReference: 'みな税第101号',
});

async function isInstructed(stage: Stage, actor: string): Promise<void> {
  const kinds = { paper: '印刷物・文書', medium: '記録媒体' } as const;
  for (const [kind, title] of Object.entries(kinds)) {
    await stage.act({
      says: `${title}の保存期間の指示を記録（契約の終了まで）`,
      actor,
      declaration: 'retention-instruction',
      step: 'given',
      values: {
        kind,
        keep: 'until-contract-end',
        contents: '契約の終了まで保存し、終了時に返還する。',
        ...written(stage),
      },
    });
  }
}
