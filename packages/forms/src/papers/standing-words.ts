import type { StandingStatus } from '@kanribo/domain';

/** How a standing is said on paper: a sign that reads without colour, and words. */
export const standingWords = {
  met: '○　履行済み',
  due: '△　期限前（対応中）',
  overdue: '×　期限超過',
  breached: '×　逸脱・違反あり',
  'not-yet': '―　まだ求められていない',
  'not-applicable': '／　該当なし（判断済み）',
  'not-watched': '・　システム未確認',
} as const satisfies Record<StandingStatus, string>;

/** The same for narrow columns. */
export const standingSigns = {
  met: '○履行',
  due: '△期限前',
  overdue: '×超過',
  breached: '×違反',
  'not-yet': '―',
  'not-applicable': '／該当なし',
  'not-watched': '・未確認',
} as const satisfies Record<StandingStatus, string>;
