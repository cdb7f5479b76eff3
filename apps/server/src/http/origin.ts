import type { Result } from '@kanribo/kernel';
import { err, ok } from '@kanribo/kernel';
import type { Problem } from './problem.ts';

/** What of a request tells which page sent it. */
export interface Sender {
  readonly method: string;
  readonly header: (name: string) => string | undefined;
}

/** Where the server stands. */
export interface Standing {
  readonly scheme: 'http' | 'https';
  readonly names: ReadonlySet<string>;
}

const wrongName =
  'このアドレスでは使えません。システム管理者から知らされたアドレスを開いてください。';
const wrongPage = 'ほかのページからの操作は受け付けません。画面を開き直してください。';

/**
 * Refuses what another site's page had a browser send: the server answers under its own names only
 * (DNS rebinding), and whatever changes something comes from its own pages and says so (CSRF).
 */
export function checkSender(
  { method, header }: Sender,
  { scheme, names }: Standing,
): Result<undefined, Problem> {
  const host = header('host') ?? '';
  const url = URL.parse(`${scheme}://${host}`);
  if (url === null || url.pathname !== '/' || !names.has(url.hostname)) {
    return err({ code: 'malformed', field: 'Host', message: wrongName });
  }
  if (method === 'GET' || method === 'HEAD') return ok(undefined);
  const isOurs = header('origin') === `${scheme}://${host}` && header('x-kanribo') === '1';
  return isOurs ? ok(undefined) : err({ code: 'not-allowed', message: wrongPage });
}
