import { type DutyId, dutyIds, dutyTitles } from '@kanribo/annex';
import { clauseInJapanese, clause } from '@kanribo/annex';
import { type StandingStatus, clauseOf } from '@kanribo/domain';
import { CliFault } from '../cli-fault.ts';
import type { Stage } from './stage.ts';

const words = {
  'not-yet': '－ 未発生',
  due: '△ 期限前',
  met: '○ 履行',
  overdue: '▲ 期限超過',
  breached: '× 違反',
  'not-applicable': '／ 該当なし',
  'not-watched': '・ 未対応',
} as const satisfies Record<StandingStatus, string>;

/** The duty map at the end of the story: every duty must answer, with its proving entries. */
export async function mapChapter(stage: Stage): Promise<void> {
  const { clock, terminal } = stage.setting;
  stage.chapter('義務マップ', 60);
  const contract = await stage.contract();
  const answer = await stage.ask({ kind: 'duty-map', day: clock.dayAfter(60) });
  const standings = answer.kind === 'duty-map' ? answer.standings : [];
  const missing = dutyIds.filter((duty) => !standings.some((found) => found.duty === duty));
  if (missing.length > 0)
    throw new CliFault('failed', `答えない義務があります：${missing.join('、')}`);
  for (const { duty, status, proofs, deviations } of standings) {
    const cited = clauseInJapanese(clause(clauseOf(contract, duty)));
    const past = deviations > 0 ? `（過去の逸脱 ${deviations}件）` : '';
    const title = dutyTitles[duty];
    terminal.print(`  ${words[status]}  ${cited} ${title}${past} 証拠：${proofs.join(', ')}`);
    const wanted = expected[duty] ?? 'not-watched';
    if (status !== wanted) {
      throw new CliFault('failed', `義務 ${duty} は「${wanted}」のはずですが「${status}」です。`);
    }
  }
  const unwatched = standings.filter(({ status }) => status === 'not-watched').length;
  terminal.print(`  （ソフトウェアがまだ確認していない義務：${unwatched}件）`);
  await stage.print('take-out', null, '持出管理簿');
  await stage.print('sending', null, '送付管理簿');
  await stage.print('duty-map', null, '義務の履行状況');
}

const expected: Partial<Record<DutyId, StandingStatus>> = {
  'basic-policy': 'met',
  'handling-rules': 'met',
  'chief-officer': 'met',
  'audit-officer': 'met',
  manager: 'met',
  'handlers-list': 'met',
  'handler-range': 'met',
  'change-filing': 'met',
  'client-training': 'met',
  departments: 'not-yet',
  secrecy: 'not-yet',
  'purpose-limit': 'met',
  'third-parties': 'met',
  'hand-over-persons': 'met',
  'media-sending-protection': 'met',
  'paper-sending-protection': 'not-yet',
  'sending-register': 'met',
  'no-internet-sending': 'not-yet',
  'take-out-approval': 'met',
  'take-out-register': 'met',
  'take-out-protection': 'met',
  'use-register': 'not-yet',
  'paper-readers': 'not-yet',
  'paper-range': 'not-yet',
  'copy-approval': 'met',
  retention: 'met',
  'subcontract-approval': 'not-yet',
  'subcontract-confirmation': 'not-yet',
  'resubcontract-approval': 'not-yet',
  'resubcontract-confirmation': 'not-yet',
  'resubcontract-notice': 'not-yet',
  'subcontract-clauses': 'not-yet',
  'subcontract-supervision': 'not-yet',
  'resubcontract-supervision': 'not-yet',
  'compliance-report': 'not-yet',
  consultation: 'due',
};
