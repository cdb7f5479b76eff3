import type { Result } from '@kanribo/kernel';
import { err, ok } from '@kanribo/kernel';
import type { Problem } from './problem.ts';

/** What of a request tells which page sent it. */
export interface Sender {
  readonly method: string;
  /** What was asked for, as it came: an address of this server begins with `/`. */
  readonly target: string;
  /** Every value of a header, as they came; its name in small letters. */
  readonly values: (name: string) => readonly string[];
}

/** Where the server stands. */
export interface Standing {
  readonly scheme: 'http' | 'https';
  readonly names: ReadonlySet<string>;
}

/** A host as browsers write it, and no other way of writing the same. */
const hostShape = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/u;

const wrongName =
  'このアドレスでは使えません。システム管理者から知らされたアドレスを開いてください。';
const wrongPage = 'ほかのページからの操作は受け付けません。画面を開き直してください。';

/**
 * Refuses what another site's page had a browser send: the server answers under its own names only
 * (DNS rebinding), and whatever changes something comes from its own pages and says so (CSRF).
 */
export function checkSender(
  { method, target, values }: Sender,
  { scheme, names }: Standing,
): Result<undefined, Problem> {
  const [host = '', ...others] = values('host');
  const [, name = ''] = hostShape.exec(host.toLowerCase()) ?? [];
  const isOneOfOurs = names.has(name) && URL.canParse(`${scheme}://${host}`);
  if (!isOneOfOurs || others.length > 0 || !target.startsWith('/')) {
    return err({ code: 'malformed', field: 'Host', message: wrongName });
  }
  if (method === 'GET' || method === 'HEAD') return ok(undefined);
  const isOurs =
    isOnly(values('origin'), `${scheme}://${host}`) && isOnly(values('x-kanribo'), '1');
  return isOurs ? ok(undefined) : err({ code: 'not-allowed', message: wrongPage });
}

const isOnly = (values: readonly string[], value: string): boolean =>
  values.length === 1 && values[0] === value;
