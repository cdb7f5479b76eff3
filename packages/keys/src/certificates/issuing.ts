import { type KeyObject, randomBytes } from 'node:crypto';
import { type Result, err, ok } from '@kanribo/kernel';
import {
  type Issuer,
  type Validity,
  authorityCertificate,
  leafCertificate,
} from './certificate.ts';
import { type HostName, type HostNameRefusal, parseHostNames } from './host-names.ts';
import { freshKey, issuedOf, keyOf, pkcs8Of } from './issued.ts';
import type { CertificateKind, CertificateRecord } from './record.ts';

/** Why no certificate is issued; nothing is kept then. */
export type IssuingRefusal =
  | HostNameRefusal
  | { readonly code: 'authority-exists' }
  | { readonly code: 'authority-missing' }
  | { readonly code: 'authority-expired'; readonly to: Date }
  | {
      readonly code: 'host-not-permitted';
      readonly name: string;
      readonly permitted: readonly string[];
    }
  | { readonly code: 'title-malformed' };

/** A certificate that is not kept yet, and its key. */
export interface Draft {
  readonly record: CertificateRecord;
  readonly key: KeyObject;
}

type Records = readonly CertificateRecord[];

/** The current authority. */
export const authorityIn = (records: Records): CertificateRecord | undefined =>
  records.findLast(({ kind }) => kind === 'authority');

/** The newest certificate of the server under the current authority. */
export function serverIn(records: Records): CertificateRecord | undefined {
  const number = authorityIn(records)?.number;
  return records.findLast(({ kind, authority }) => kind === 'server' && authority === number);
}

/** Whether an authority for just these names was left without its first server certificate. */
export function isUnfinished(records: Records, names: readonly HostName[]): boolean {
  const isSame = authorityIn(records)?.names.join() === valuesOf(names).join();
  return isSame && serverIn(records) === undefined;
}

/** An authority for these names alone. */
export function draftAuthority(records: Records, names: readonly HostName[], now: Date): Draft {
  const key = freshKey();
  const number = records.length + 1;
  const title = `Kanribo CA ${randomBytes(4).toString('hex')}`;
  const validity = validityOf('authority', now, undefined);
  const certificate = authorityCertificate({
    commonName: title,
    validity,
    permitted: names,
    key,
  });
  const kept = { number, kind: 'authority', authority: number, title } as const;
  return { record: { ...kept, names: valuesOf(names), certificate, key: pkcs8Of(key) }, key };
}

/** The server's certificate; without hosts, for the names it had, else all its authority permits. */
export function draftServer(
  records: Records,
  hosts: readonly string[],
  now: Date,
): Result<Draft, IssuingRefusal> {
  const authority = usableAuthority(records, now);
  if (!authority.ok) return authority;
  const { number, names: permitted } = authority.value;
  const names = parseHostNames(hosts.length > 0 ? hosts : (serverIn(records)?.names ?? permitted));
  if (!names.ok) return names;
  const values = valuesOf(names.value);
  const foreign = values.find((value) => !permitted.includes(value));
  if (foreign !== undefined) return err({ code: 'host-not-permitted', name: foreign, permitted });
  const key = freshKey();
  const title = values[0] ?? '';
  const certificate = leafCertificate({
    commonName: commonNameOf(title),
    validity: validityOf('server', now, authority.value),
    purpose: { kind: 'server', names: names.value },
    key,
    issuer: issuerOf(authority.value),
  });
  const kept = { number: records.length + 1, kind: 'server', authority: number, title } as const;
  return ok({ record: { ...kept, names: values, certificate, key: pkcs8Of(key) }, key });
}

/** A device's certificate; its key is not kept. */
export function draftClient(
  records: Records,
  title: string,
  now: Date,
): Result<Draft, IssuingRefusal> {
  const authority = usableAuthority(records, now);
  if (!authority.ok) return authority;
  if (!isTitle(title)) return err({ code: 'title-malformed' });
  const key = freshKey();
  const certificate = leafCertificate({
    // With a space it is no host name, to which the authority's names would apply.
    commonName: `端末 ${title}`,
    validity: validityOf('client', now, authority.value),
    purpose: { kind: 'client' },
    key,
    issuer: issuerOf(authority.value),
  });
  const { number } = authority.value;
  const kept = { number: records.length + 1, kind: 'client', authority: number, title } as const;
  return ok({ record: { ...kept, names: [], certificate, key: undefined }, key });
}

/** Common names end at 64 characters (RFC 5280, ub-common-name); clients read the other names. */
const commonNameOf = (name: string): string => (name.length > 64 ? 'Kanribo' : name);

const valuesOf = (names: readonly HostName[]): readonly string[] => names.map(({ value }) => value);

function usableAuthority(records: Records, now: Date): Result<CertificateRecord, IssuingRefusal> {
  const authority = authorityIn(records);
  if (authority === undefined) return err({ code: 'authority-missing' });
  const { to } = issuedOf(authority);
  return to <= now ? err({ code: 'authority-expired', to }) : ok(authority);
}

function issuerOf({ certificate, key }: CertificateRecord): Issuer {
  if (key === undefined) throw new RangeError('an authority without its key');
  return { certificate, key: keyOf(key) };
}

const dayMs = 86_400_000;
const days = { authority: 3652, server: 397, client: 1095 } as const;

/** From a day ago, for clocks that are slow; never beyond the end of who signs. */
function validityOf(
  kind: CertificateKind,
  now: Date,
  authority: CertificateRecord | undefined,
): Validity {
  const from = new Date(Math.floor(now.getTime() / 1000) * 1000 - dayMs);
  const end = new Date(from.getTime() + days[kind] * dayMs);
  const last = authority === undefined ? end : issuedOf(authority).to;
  return { from, to: end < last ? end : last };
}

/** Longest title of a device, in characters; a word of ours stands before it. */
export const longestTitle = 40;

function isTitle(title: string): boolean {
  const isShort =
    title.trim() === title && title !== '' && Array.from(title).length <= longestTitle;
  return isShort && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(title);
}
