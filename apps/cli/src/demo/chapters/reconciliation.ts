import type { Difference } from '@kanribo/domain';
import type { Story } from '../story.ts';

/** The two registers held against each other, and both against their receipts. */
export async function tellReconciliation(
  { stage }: Story,
  days: number,
  found: readonly Difference['what'][],
): Promise<void> {
  const day = stage.setting.clock.dayAfter(days);
  const answer = await stage.ask({ kind: 'reconciliation', day });
  if (answer.kind !== 'reconciliation') return;
  const { sendings, lines, out, differences } = answer.found;
  const kinds = differences.map(({ what }) => what);
  stage.must(kinds.join() === found.join() && sendings > 0, '突合');
  stage.tell(`突合：送付 ${sendings}件、持出し ${lines}件、持出し中 ${out.length}件`);
  for (const { what, cases } of differences) {
    stage.tell(`  ・${cases.join('、')}：${differenceTexts[what]}`);
  }
  if (differences.length === 0) stage.tell('  ・食い違いはありません。');
}

const differenceTexts = {
  'sending-without-line': '送付に対応する持出しがありません',
  'line-without-sending': '持出しに対応する送付がありません',
  'line-differs': '送付と持出しの内容が異なります',
  'receipt-missing': '差出しの控え・受領証がありません',
  'not-yet-received': '到着予定日を過ぎて受領の確認がありません',
  'out-too-long': '返却予定日を過ぎています',
  lost: '紛失・不着です',
} as const;
