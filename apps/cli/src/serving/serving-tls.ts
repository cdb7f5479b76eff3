import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Certificates } from '@kanribo/keys';
import { type ServerSettings, type Tls, isLoopback, namesOf } from '@kanribo/server';
import { endText } from '../certificates/ends.ts';
import { CliFault } from '../cli-fault.ts';
import type { Arguments } from '../terminal/arguments.ts';

/**
 * The certificate and key that a command line names.
 * @throws {CliFault} `usage` for one without the other.
 */
export async function tlsNamed(given: Arguments): Promise<Tls | undefined> {
  const [certificate, key] = [given.optional('tls-cert'), given.optional('tls-key')];
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) {
    throw new CliFault('usage', '--tls-cert と --tls-key は、両方を指定してください。');
  }
  return {
    certificate: await readFile(given.path(certificate), 'utf8'),
    key: await readFile(given.path(key), 'utf8'),
  };
}

/**
 * Settings with the certificate of the keys directory where there is one. On loopback it is taken
 * only where it is for loopback's names: no other name leads there.
 */
export async function withOwnTls(
  settings: ServerSettings,
  certificates: Certificates,
): Promise<ServerSettings> {
  const server = await certificates.server();
  if (server === undefined) return settings;
  const { certificate, key, authority, issued } = server;
  const names = namesOf({ host: settings.host, port: settings.port });
  const isUsed = !isLoopback(settings.host) || issued.names.some((name) => names.has(name));
  return isUsed ? { ...settings, tls: { certificate, key, authority } } : settings;
}

/** That the server's certificate ends soon, and what to do; undefined while it does not. */
export function endingSoon({ certificate, authority }: Tls, now: Date): string | undefined {
  const way =
    authority === undefined
      ? '新しい証明書を用意してください。'
      : 'kanribo keys tls renew で新しくして、サーバーを起動し直してください。';
  return endText('サーバー証明書', new Date(new X509Certificate(certificate).validTo), {
    now,
    way,
  });
}
