import type { Certificates } from '@kanribo/keys';
import { endText } from './ends.ts';
import { dayText } from './refusal-text.ts';

/** When the certificates that count now end, ISO 8601; the server's is null where it has none. */
export interface CertificateDates {
  readonly names: readonly string[];
  readonly authorityEnds: string;
  readonly serverEnds: string | null;
}

/** Those of a keys directory; null where it holds none. */
export async function certificateDates(
  certificates: Certificates,
): Promise<CertificateDates | null> {
  const authority = await certificates.authority();
  if (authority === undefined) return null;
  const server = await certificates.server();
  const serverEnds = server?.issued.to.toISOString() ?? null;
  const { names, to } = { ...authority, ...server?.issued, to: authority.to };
  return { names, authorityEnds: to.toISOString(), serverEnds };
}

/** What has ended or ends within 30 days, or is not there, each with what to do. */
export function endProblems(dates: CertificateDates | null, now: Date): readonly string[] {
  if (dates === null) return [];
  const renew = 'kanribo keys tls renew を実行し、サーバーを起動し直してください。';
  const replace =
    'kanribo keys tls create に --replace を付けて作り直し、全部のパソコンで信頼させてください。';
  const { authorityEnds, serverEnds } = dates;
  const ofAuthority = endText('認証局', new Date(authorityEnds), { now, way: replace });
  if (ofAuthority !== undefined) return [ofAuthority];
  if (serverEnds === null) return [`サーバー証明書がありません。${renew}`];
  const ofServer = endText('サーバー証明書', new Date(serverEnds), { now, way: renew });
  return ofServer === undefined ? [] : [ofServer];
}

/** A line about them. */
export function datesText(dates: CertificateDates | null): string {
  if (dates === null)
    return 'ここにはありません（ほかの機械から使うときは kanribo keys tls create）';
  const { names, authorityEnds, serverEnds } = dates;
  const server = serverEnds === null ? 'ありません' : `${dayText(new Date(serverEnds))}まで`;
  return `${names.join('、')} サーバー ${server}、認証局 ${dayText(new Date(authorityEnds))}まで`;
}
