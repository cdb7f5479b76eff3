import { filed } from '../filing-deeds.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../story.ts';

/** Education with absentees, its results, and the client's own education (11.1 and 12). */
export async function trainingChapter(story: Story): Promise<void> {
  const { stage, cast } = story;
  const actor = cast.chiefOfficer.id;
  const late = cast.handlers[1].id;
  stage.chapter('教育と結果の報告', 6);
  const present = cast.everybody.map(({ id }) => id).filter((id) => id !== late);
  const session = await stage.act({
    says: '特記事項の周知・教育を実施',
    actor,
    does: 'training-session/held',
    values: { method: 'briefing', contents: '特記事項の内容と取扱規程', attendees: present },
  });
  await tellUntrained(stage, 6, [late]);
  const training = await announces(story);
  stage.chapter('補講', 7);
  await stage.act({
    says: '欠席者の補講を記録',
    actor,
    does: 'training-session/caught-up',
    case: session,
    values: { caughtUp: [late] },
  });
  await tellUntrained(stage, 7, []);
  await filed(stage, {
    kind: 'training-results',
    title: '教育実施結果報告書',
    actor,
    values: { occasion: 'first', sessions: [session] },
  });
  await attends(story, training);
}

/** Who of the related staff attended no education yet, by the software's own list. */
async function tellUntrained(
  stage: Stage,
  days: number,
  missing: readonly string[],
): Promise<void> {
  const day = stage.setting.clock.dayAfter(days);
  const answer = await stage.ask({ kind: 'related-staff', day });
  if (answer.kind !== 'related-staff') return;
  const found = answer.untrained.map(({ person }) => person);
  stage.must(found.join() === missing.join(), '教育を受けていない人');
  const names = found.map((person) => stage.nameOf(person));
  const left = names.length === 0 ? 'なし' : names.join('、');
  stage.tell(`教育の対象 ${answer.staff.length}人のうち、まだ受けていない人：${left}`);
}

function announces({ stage, cast }: Story): Promise<string> {
  return stage.act({
    says: '委託者が行う説明会の案内を受領',
    actor: cast.chiefOfficer.id,
    does: 'client-training/announced',
    values: { title: '受託者向け説明会', plannedOn: stage.setting.clock.dayAfter(8) },
  });
}

async function attends({ stage, cast }: Story, training: string): Promise<void> {
  const { chiefOfficer, manager, handlers } = cast;
  const actor = chiefOfficer.id;
  stage.chapter('委託者の説明会', 8);
  await stage.act({
    says: '説明会の受講を記録（1人が欠席）',
    actor,
    does: 'client-training/attended',
    case: training,
    values: {
      attendees: [manager.id, handlers[0].id],
      absentees: [handlers[1].id],
      catchUpBy: stage.setting.clock.dayAfter(9),
    },
  });
  await stage.stands('client-training', 8, 'due');
  await stage.stands('client-training', 10, 'overdue');
  stage.chapter('説明会の補講', 9);
  await stage.act({
    says: '説明会の資料による補講を記録',
    actor,
    does: 'client-training/caught-up',
    case: training,
    values: { caughtUp: [handlers[1].id] },
  });
  await stage.stands('client-training', 9, 'met');
}
