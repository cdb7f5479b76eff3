import { CliFault } from '../../cli-fault.ts';
import { printed } from '../documents.ts';
import { filed } from '../filing-deeds.ts';
import type { Stage } from '../stage.ts';
import { type Story, spokesman } from '../story.ts';

/** The day the report is about: what happened by it and what was known on it are not the same. */
const reportedDay = 149;

/** The client asks how the contract is kept, and is told as of a past day in both readings (24.1). */
async function isAsked({ stage, cast }: Story): Promise<string> {
  const { clock } = stage.setting;
  const actor = cast.chiefOfficer.id;
  stage.chapter('遵守状況の報告の求め', 153, '10:00');
  const request = await stage.act({
    says: `委託者から、${clock.dayAfter(reportedDay)} 現在の遵守状況の報告を求められる`,
    actor,
    does: 'compliance-request/requested',
    values: {
      occasion: 'on-request',
      dueOn: clock.dayAfter(163),
      clientPerson: spokesman,
      clientReference: 'みな税第171号',
    },
  });
  await stage.stands('compliance-report', 153, 'due');
  await stage.stands('compliance-report', 164, 'overdue');
  return request;
}

/** The report itself, a few days after its day. */
export async function reportChapter(story: Story): Promise<void> {
  const { stage, cast } = story;
  const { clock } = stage.setting;
  const request = await isAsked(story);
  stage.chapter('過去の日の遵守状況の報告', 159, '10:00');
  const day = clock.dayAfter(reportedDay);
  const answer = await stage.ask({ kind: 'compliance-report', day });
  if (answer.kind !== 'compliance-report') throw new CliFault('failed', '報告を作れません。');
  tellReadings(stage, answer.values);
  await filed(stage, {
    kind: 'compliance-report',
    title: '遵守状況の報告書',
    actor: cast.chiefOfficer.id,
    values: { ...answer.values, request },
  });
  await stage.stands('compliance-report', 159, 'met');
}

const counted = {
  met: '履行',
  due: '期限前',
  overdue: '期限超過',
  breached: '違反',
} as const;

/** Both readings: by what had happened as known now, and by what was known at the end of the day. */
function tellReadings(stage: Stage, values: Readonly<Record<string, unknown>>): void {
  const differ = Object.keys(counted).some(
    (status) => values[`happened-${status}`] !== values[`known-${status}`],
  );
  stage.must(differ, '基準日の2通りの読み方');
  const reading = (name: 'happened' | 'known') =>
    Object.entries(counted)
      .map(([status, title]) => `${title} ${String(values[`${name}-${status}`])}件`)
      .join('、');
  stage.tell(`その日までに起きたこと（今わかっていること）：${reading('happened')}`);
  stage.tell(`その日の終わりに知っていたこと：${reading('known')}`);
}

/** Everything we say the client said, for the client to contradict (24.1). */
export async function tellClientWords({ stage }: Story, days: number): Promise<void> {
  const day = stage.setting.clock.dayAfter(days);
  const answer = await stage.ask({ kind: 'client-words', day });
  if (answer.kind !== 'client-words') return;
  const used = answer.words.filter(({ usedBy }) => usedBy.length > 0);
  stage.must(used.length >= 8 && answer.words.length >= 20, '委託者が述べたこと');
  const approvals = answer.words.filter(({ isApproval }) => isApproval);
  stage.tell(`委託者が述べたとして当方が記録したもの ${answer.words.length}件：`);
  for (const { title, word, form, from, usedBy, isUnconfirmed } of approvals) {
    const usedFor = usedBy.length === 0 ? '' : ` 根拠とした記録：${usedBy.join('、')}`;
    const unconfirmed = isUnconfirmed ? '、書面未着' : '';
    stage.tell(
      `  ・${title}（${word.id}、${formText(form)}、${from ?? ''}から${unconfirmed}）${usedFor}`,
    );
  }
  stage.tell(`  ほか、指示・回答・求めなど ${answer.words.length - approvals.length}件`);
}

const forms = { written: '書面', oral: '口頭', account: '委託者のアカウント' } as const;

const formText = (form: string | null): string =>
  Object.entries(forms).find(([name]) => name === form)?.[1] ?? '書面';

/** Registers are printed with their proof. */
export async function registersPrinted(stage: Stage): Promise<void> {
  for (const [kind, name] of registers) await printed(stage, { kind, subject: null, name });
}

const registers = [
  ['take-out', '持出管理簿'],
  ['sending', '送付管理簿'],
  ['use', '利用管理簿'],
  ['copy', '複製管理簿'],
  ['consultation', '協議記録'],
  ['near-miss', 'ヒヤリ・ハット記録'],
] as const;
