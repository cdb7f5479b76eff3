import { momentOf } from '@kanribo/kernel';
import { totpCode, totpCodeEndsMs } from '@kanribo/sign-in';
import { inColumns } from '../terminal/display-width.ts';
import type { SampleAccount } from './sample-accounts-file.ts';

const heads = ['役割', '名前', 'ID', 'パスワード', 'コード', '残り'] as const;

/** What everybody signs in with at a moment (milliseconds since 1970), as a table. */
export function signInTable(accounts: readonly SampleAccount[], nowMs: number): string {
  const endsMs = totpCodeEndsMs(nowMs);
  const left = `${Math.ceil((endsMs - nowMs) / 1_000)}秒`;
  const rows = accounts.map(({ role, displayName, signInId, password, secret }) => [
    ...[role, displayName, signInId, password],
    ...[totpCode(secret, nowMs), left],
  ]);
  return [
    `見本のサインイン（${clockTime(nowMs)} のコード。${clockTime(endsMs)} に次のコードへ替わります）`,
    ...inColumns([heads, ...rows]).map((line) => `  ${line}`),
    '  コードは、それぞれ一度だけ使えます。使った後は、次のコードを待ってください。',
  ].join('\n');
}

const tokyoMs = 9 * 3_600_000;

/** The time of day in Tokyo. */
const clockTime = (atMs: number): string => momentOf(atMs + tokyoMs).slice(11, 19);
