import type { Role } from './declaration.ts';

/** What each role is called on paper. */
export const officeTitles = {
  'set-up': '契約の準備を行う人',
  software: 'システム',
  'chief-officer': '総括責任者',
  'audit-officer': '監査責任者',
  manager: '管理責任者',
  handler: '事務取扱担当者',
  'client-officer': '委託者の担当者',
} as const satisfies Record<Role, string>;
