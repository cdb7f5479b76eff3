import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Moment, momentOf } from '@kanribo/kernel';
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

/**
 * Settings with the authorities of devices that a command line names.
 * @throws {CliFault} `usage` where there is no TLS to ask for certificates by.
 */
export async function withDeviceAuthority(
  settings: ServerSettings,
  given: Arguments,
): Promise<ServerSettings> {
  const file = given.optional('tls-client-ca');
  if (file === undefined) return settings;
  if (settings.tls === undefined) {
    throw new CliFault(
      'usage',
      '--tls-client-ca には、サーバー証明書も要ります。--tls-cert と --tls-key を指定するか、kanribo keys tls create で作ってください。',
    );
  }
  const deviceAuthority = await readFile(given.path(file), 'utf8');
  return { ...settings, tls: { ...settings.tls, deviceAuthority } };
}

/** Client certificates of the authority that the server asks for them, which have not ended. */
export async function issuedDevices(
  { tls }: ServerSettings,
  certificates: Certificates,
  now: Moment,
) {
  const isOwn = tls?.authority !== undefined && tls.deviceAuthority === undefined;
  const authority = isOwn ? await certificates.authority() : undefined;
  if (authority === undefined) return [];
  const issued = (await certificates.issued()).filter(
    (one) => one.kind === 'client' && one.authority === authority.number && one.to > new Date(now),
  );
  return issued.map(({ fingerprint, title, to }) => ({
    certificate: fingerprint.replaceAll(':', '').toLowerCase(),
    title,
    to: momentOf(to.getTime()),
  }));
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
