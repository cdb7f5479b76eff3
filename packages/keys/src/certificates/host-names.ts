import { isIPv4, isIPv6 } from 'node:net';
import { type Result, err, ok } from '@kanribo/kernel';

/** One name a server is reached by, as it stands in a certificate. */
export interface HostName {
  readonly kind: 'dns' | 'ip';
  /** A name in lower case, or an address as URLs write it, without brackets. */
  readonly value: string;
}

/** Why a certificate is not made for a name; `name` is as it was given. */
export interface HostNameRefusal {
  readonly code:
    | 'host-wildcard'
    | 'host-malformed'
    | 'host-not-ascii'
    | 'host-unspecified'
    | 'hosts-missing'
    | 'hosts-too-many';
  readonly name: string;
}

/** More names than one server has; what is longer is a slip. */
export const mostHostNames = 20;

/**
 * Reads the names a certificate is to be for: host names (RFC 1123 §2.1), and addresses in their
 * plain form. No wildcard, since one server has few names and a stolen key then opens few; no
 * port, no scheme, no zone; no `0.0.0.0` or `::`, which name no machine. Each name counts once.
 */
export function parseHostNames(
  given: readonly string[],
): Result<readonly HostName[], HostNameRefusal> {
  if (given.length === 0) return err({ code: 'hosts-missing', name: '' });
  if (given.length > mostHostNames) return err({ code: 'hosts-too-many', name: '' });
  const names = new Map<string, HostName>();
  for (const name of given) {
    const parsed = parseHostName(name);
    if (!parsed.ok) return parsed;
    names.set(parsed.value.value, parsed.value);
  }
  return ok([...names.values()]);
}

function parseHostName(name: string): Result<HostName, HostNameRefusal> {
  const address = addressOf(name);
  if (address !== undefined) {
    const isNoMachine = address === '0.0.0.0' || address === '::';
    return isNoMachine
      ? err({ code: 'host-unspecified', name })
      : ok({ kind: 'ip', value: address });
  }
  if (name.includes('*')) return err({ code: 'host-wildcard', name });
  if (/[^\x20-\x7e]/u.test(name)) return err({ code: 'host-not-ascii', name });
  return isHostName(name)
    ? ok({ kind: 'dns', value: name.toLowerCase() })
    : err({ code: 'host-malformed', name });
}

/** The address as browsers compare it; undefined for what is none, with a zone or a port. */
function addressOf(name: string): string | undefined {
  if (isIPv4(name)) return name;
  if (!isIPv6(name) || name.includes('%')) return undefined;
  return URL.parse(`http://[${name}]`)?.hostname.slice(1, -1);
}

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/iu;

/** A last label of digits alone would be read as an address by browsers. */
function isHostName(name: string): boolean {
  const labels = name.split('.');
  const isShaped = name.length <= 253 && labels.every((part) => label.test(part));
  return isShaped && !/^(?:\d+|0x[0-9a-f]*)$/iu.test(labels.at(-1) ?? '');
}
