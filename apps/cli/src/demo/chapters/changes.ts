import { daysBetween } from '@kanribo/kernel';
import { type FilingDeed, filed } from '../filing-deeds.ts';
import type { Stage } from '../stage.ts';
import { type Story, lastDay } from '../story.ts';

/** A surname changes and must be filed; what was not filed in time is overdue (10.1). */
export async function renameChapter({ stage, cast }: Story): Promise<void> {
  const { chiefOfficer, handlers } = cast;
  const [renamed] = handlers;
  const name = `中村 ${renamed.name.split(/[ 　]/u).at(-1) ?? ''}`;
  stage.chapter('届出内容の変更（氏名）', 54);
  await stage.act({
    says: `${renamed.name} の氏名の変更を記録：${name}`,
    actor: chiefOfficer.id,
    does: 'person/changed',
    case: renamed.id,
    values: { name },
  });
  stage.name(renamed.id, name);
  await stage.stands('change-filing', 54, 'due');
  await stage.stands('change-filing', 62, 'overdue');
  const change = { kind: 'change-filing', title: '変更届（氏名）', actor: chiefOfficer.id };
  await filesChange(stage, { ...change, case: 'change-filing-1' }, 54);
}

async function filesChange(stage: Stage, change: FilingDeed, days: number): Promise<void> {
  await filed(stage, change);
  await stage.stands('change-filing', days, 'met');
}

/** A range is widened: another paper stands for the change only with the statements 10.2 asks for. */
export async function rangeChapter({ stage, cast }: Story): Promise<void> {
  const actor = cast.chiefOfficer.id;
  stage.chapter('取り扱う範囲の拡大', 56);
  await stage.act({
    says: `${cast.handlers[1].name} の取り扱う範囲を広げる`,
    actor,
    does: 'handler/range-changed',
    case: 'handler-2',
    values: { range: 'divided', rangeText: '第一業務部と第二業務部に割り当てられた課税資料' },
  });
  await stage.stands('change-filing', 56, 'due');
  await stage.refused(
    {
      says: '従事者の届出で代えようとする（必要な明記がない）',
      actor,
      does: 'change-filing/substituted',
      case: 'change-filing-2',
      values: { otherFiling: await stage.keep('従事者の届出（見本）'), includesThisFiling: true },
    },
    { code: 'substitute-without-statements', duty: 'change-filing' },
  );
  const title = '変更届（取り扱う範囲）';
  await filesChange(stage, { kind: 'change-filing', title, actor, case: 'change-filing-2' }, 56);
}

/** Two departments handle now, so tasks and responsibility are made clear (13). */
export async function departmentsChapter({ stage, cast }: Story): Promise<void> {
  const { chiefOfficer, manager, handlers } = cast;
  const actor = chiefOfficer.id;
  stage.chapter('複数の部署での取扱い', 70);
  const records = async (name: string, head: string, member: string) => {
    const department = { says: `部署を登録：${name}`, actor, does: 'department/recorded' };
    const id = await stage.act({ ...department, values: { name, head } });
    await stage.act({
      says: `${stage.nameOf(member)} の部署を登録：${name}`,
      actor,
      does: 'person/changed',
      case: member,
      values: { department: id },
    });
    return id;
  };
  const first = await records('第一業務部', manager.id, handlers[0].id);
  const second = await records('第二業務部', chiefOfficer.id, handlers[1].id);
  await stage.stands('departments', 70, 'due');
  for (const [id, name, tasks] of [
    [first, '第一業務部', '課税資料の入力'],
    [second, '第二業務部', '通知書の作成と発送'],
  ] as const) {
    await stage.act({
      says: `${name}の任務分担と責任を明確にする`,
      actor,
      does: 'department/divided',
      case: id,
      values: { tasks, responsibility: `${tasks}に用いる特定個人情報の管理` },
    });
  }
  await stage.stands('departments', 70, 'met');
}

/** A period that ends before the contract is extended in time, and the change is filed. */
export async function extensionChapter({ stage, cast }: Story): Promise<void> {
  const { clock } = stage.setting;
  const [, second] = cast.handlers;
  const until = second.until ?? clock.dayAfter(lastDay);
  if (until >= clock.dayAfter(lastDay)) return;
  const actor = cast.chiefOfficer.id;
  stage.chapter('従事期間の延長', extensionDay);
  const near = clock.dayAfter(daysBetween(clock.dayAfter(0), until) - 10);
  const answer = await stage.ask({ kind: 'ending-soon', day: near });
  const endings = answer.kind === 'ending-soon' ? answer.endings : [];
  stage.must(
    endings.some(({ person }) => person === second.id),
    '従事期間の終わりが近い人',
  );
  for (const { person, endsOn, daysLeft } of endings) {
    const left = `${near} には残り${daysLeft}日`;
    stage.tell(`従事期間の終わりが近い人：${stage.nameOf(person)}（${endsOn} まで、${left}）`);
  }
  await stage.act({
    says: `${second.name} の従事期間を契約の終わりまで延長`,
    actor,
    does: 'handler/extended',
    case: 'handler-2',
    values: { until: clock.dayAfter(lastDay), reason: '発送の業務を続けるため' },
  });
  const change = { kind: 'change-filing', title: '変更届（従事期間）', actor };
  await filesChange(stage, { ...change, case: 'change-filing-3' }, extensionDay);
}

/** The day of the story on which periods are extended. */
const extensionDay = 140;
