import { X509Certificate } from 'node:crypto';

/** Certificate and key of the server, PEM. */
export interface Tls {
  readonly certificate: string;
  readonly key: string;
  /** The authority of the keys directory, PEM, where it signed the certificate. */
  readonly authority?: string;
  /** The authorities of devices, PEM; without them, the authority of the keys directory. */
  readonly deviceAuthority?: string;
}

/** The authorities that client certificates are asked for from, PEM; undefined where none is. */
export const deviceAuthorityOf = ({ authority, deviceAuthority }: Tls): string | undefined =>
  deviceAuthority ?? authority;

/** How long and how much is waited for; every value may be set. */
export interface Limits {
  /** Bytes of a JSON body, how deep it may be nested, and how many values it may hold. */
  readonly jsonBytes: number;
  readonly jsonDepth: number;
  readonly jsonValues: number;
  readonly evidenceBytes: number;
  /** Until the head, and the whole of a request, has come; in milliseconds. */
  readonly headMs: number;
  readonly requestMs: number;
  /** A connection on which nothing moves is cut. */
  readonly silenceMs: number;
}

/** What counts where nothing else is set. */
export const usualLimits: Limits = {
  jsonBytes: 256 * 1024,
  jsonDepth: 16,
  // 4,000 steps of an existing register, of fifty fields each.
  jsonValues: 200_000,
  evidenceBytes: 50 * 1024 * 1024,
  headMs: 10_000,
  requestMs: 120_000,
  silenceMs: 120_000,
};

/** Where the server listens, and how. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly tls?: Tls;
  /** Directory of the built screens. */
  readonly web?: string;
  readonly limits?: Partial<Limits>;
}

/** Whether only this machine reaches the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Host names under which the server may be asked: loopback's own, or those its certificate names.
 * Any other comes from a name that somebody else has pointed here (DNS rebinding).
 */
export function namesOf({ host, tls }: ServerSettings): ReadonlySet<string> {
  const listening = isLoopback(host) ? loopbackNames : [];
  return new Set([...(tls === undefined ? [] : namesIn(tls.certificate)), ...listening]);
}

/** Host names and addresses that a certificate (PEM) is for, as browsers write them. */
export function namesIn(certificate: string): readonly string[] {
  const { subjectAltName = '' } = new X509Certificate(certificate);
  return subjectAltName.split(', ').flatMap((name) => {
    const [, kind, value = ''] = /^(DNS|IP Address):(.+)$/u.exec(name) ?? [];
    const host = kind === 'IP Address' && value.includes(':') ? `[${value}]` : value;
    const url = URL.parse(`https://${host}`);
    return url === null ? [] : [url.hostname];
  });
}
