import type { StandingStatus } from '@kanribo/domain';

/** How a standing is told, with the sign the printed map has for it. */
export const standingWords = {
  'not-yet': '－ 未発生',
  due: '△ 期限前',
  met: '○ 履行',
  overdue: '▲ 期限超過',
  breached: '× 違反',
  'not-applicable': '／ 該当なし',
  'not-watched': '・ システム未確認',
} as const satisfies Record<StandingStatus, string>;
