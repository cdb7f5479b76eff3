import { X509Certificate, createPrivateKey } from 'node:crypto';
import { type Result, dayOf, err, formatEraWithYear, momentOf, ok } from '@kanribo/kernel';
import { certificatesIn } from './client-certificate.ts';
import { type ServerSettings, type Tls, deviceAuthorityOf, isLoopback } from './settings.ts';

/** Why the server does not start; a Japanese sentence says what to do. */
export interface StartRefusal {
  readonly code: 'tls-needed' | 'certificate-malformed' | 'certificate-ended';
  readonly sentence: string;
}

/**
 * Loopback may be plain HTTP; whatever others can reach needs TLS, with a certificate that has not
 * ended by `now` and the key that belongs to it.
 */
export function checkedSettings(
  { host, tls }: ServerSettings,
  now: Date,
): Result<undefined, StartRefusal> {
  if (tls !== undefined) {
    const checked = checkedCertificate(tls, now);
    return checked.ok ? checkedDevices(tls) : checked;
  }
  if (isLoopback(host)) return ok(undefined);
  const sentence = `${host} はほかの機械から届くアドレスのため、TLSなしでは起動しません。kanribo keys tls create で証明書を作るか、--tls-cert と --tls-key に証明書と鍵を指定してください。この機械の中だけで使うときは --host 127.0.0.1 を指定します。`;
  return err({ code: 'tls-needed', sentence });
}

function checkedCertificate(tls: Tls, now: Date): Result<undefined, StartRefusal> {
  const end = endOf(tls);
  if (end === undefined) {
    const sentence =
      '証明書か鍵を読めないか、鍵が証明書のものではありません。--tls-cert と --tls-key に、組になるPEM形式の証明書と鍵を指定してください。';
    return err({ code: 'certificate-malformed', sentence });
  }
  if (end > now) return ok(undefined);
  const day = formatEraWithYear(dayOf(momentOf(end.getTime())));
  const way =
    tls.authority === undefined
      ? '新しい証明書を --tls-cert と --tls-key に指定してください。'
      : 'kanribo keys tls renew で新しくしてから、起動してください。';
  const sentence = `サーバー証明書の期限（${day}）が過ぎているため、起動しません。${way}`;
  return err({ code: 'certificate-ended', sentence });
}

/** The authorities of devices have to be certificates of authorities, at least one. */
function checkedDevices(tls: Tls): Result<undefined, StartRefusal> {
  const bundle = deviceAuthorityOf(tls);
  if (bundle === undefined || areAuthorities(bundle)) return ok(undefined);
  const sentence =
    '端末の認証局の証明書を読めません。--tls-client-ca に、PEM形式の認証局の証明書を指定してください。';
  return err({ code: 'certificate-malformed', sentence });
}

function areAuthorities(bundle: string): boolean {
  try {
    const read = certificatesIn(bundle);
    return read.length > 0 && read.every(({ ca }) => ca);
  } catch {
    return false;
  }
}

/** When the certificate ends; undefined where it cannot be read or the key is not its own. */
function endOf({ certificate, key }: Tls): Date | undefined {
  try {
    const read = new X509Certificate(certificate);
    return read.checkPrivateKey(createPrivateKey(key)) ? new Date(read.validTo) : undefined;
  } catch {
    return undefined;
  }
}
