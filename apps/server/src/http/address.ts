import { type ServerSettings, isLoopback, namesOf } from './settings.ts';

/** Where people open the server. */
export interface PublicAddress {
  /** Scheme, host and port as browsers name them. */
  readonly origin: string;
  /** The host name; undefined where there is none but numbers, and so no passkeys. */
  readonly host: string | undefined;
}

/** The address to open: loopback's own name, else the first that the certificate is for. */
export function publicAddress(settings: ServerSettings): PublicAddress {
  const { host, port, tls } = settings;
  const names = [...namesOf(settings)];
  const name = names.find((one) => /[a-z]/u.test(one) && !one.startsWith('['));
  const scheme = tls === undefined ? 'http' : 'https';
  const isUsual = port === (tls === undefined ? 80 : 443);
  const shown = name ?? names[0] ?? (isLoopback(host) ? 'localhost' : host);
  return { origin: `${scheme}://${shown}${isUsual ? '' : `:${port}`}`, host: name };
}
