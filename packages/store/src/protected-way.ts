import { Client } from 'pg';
import { StoreFault } from './fault.ts';

/**
 * Holds a connection string to a way nobody listens at: a socket or loopback, or TLS with the
 * database's certificate checked, which the string has to ask for in words
 * (`sslmode=verify-full` or `verify-ca`). What counts is where the driver would go.
 * @throws {StoreFault} `connection-unprotected`; the message names the host and never the password.
 */
export function demandProtectedWay(url: string): void {
  const { host, ssl } = wayOf(url);
  if (host.startsWith('/') || isLoopback(host)) return;
  const isAsked = /[?&]sslmode=verify-(?:full|ca)(?:&|$)/u.test(url);
  if (isAsked && isChecking(ssl)) return;
  throw new StoreFault(
    'connection-unprotected',
    `${host} is another machine: add sslmode=verify-full (and sslrootcert) to the address`,
  );
}

/** Where the driver goes, and under which TLS; nothing is connected. */
function wayOf(url: string): { readonly host: string; readonly ssl: unknown } {
  try {
    const { host, ssl }: { readonly host: string; readonly ssl: unknown } = new Client(url);
    return { host, ssl };
  } catch (cause) {
    // What the driver says may hold the address, and the password with it.
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'malformed';
    throw new StoreFault('connection-unprotected', `the address cannot be read: ${code}`);
  }
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u.test(host);
}

function isChecking(ssl: unknown): boolean {
  if (typeof ssl !== 'object' || ssl === null) return ssl === true;
  return !('rejectUnauthorized' in ssl) || ssl.rejectUnauthorized === true;
}
