import type { KeyObject } from 'node:crypto';
import { type JsonObject, fromBase64, isJsonObject, toBase64 } from '@kanribo/kernel';
import { formatChecked, parseChecked } from '../checked-json.ts';
import { parseSealed, seal, unseal, withDerivedKey } from '../sealed.ts';

/** What a certificate is for: signing others, the server, or a device that shows who it is. */
export type CertificateKind = 'authority' | 'server' | 'client';

/** A certificate as it was issued. */
export interface CertificateRecord {
  /** From 1 on, in the order in which they were issued. */
  readonly number: number;
  readonly kind: CertificateKind;
  /** The number of the authority that signed it; its own for an authority. */
  readonly authority: number;
  /** Of a server what it is reached by, of an authority what its servers may be; else none. */
  readonly names: readonly string[];
  /** What people call it. */
  readonly title: string;
  /** DER. */
  readonly certificate: Uint8Array;
  /** PKCS#8; a device's leaves once and is not kept. */
  readonly key: Uint8Array | undefined;
}

const namePrefix = 'certificate-';
const nameSuffix = '.json';

/** The file of the certificate with this number. */
export const certificateFileName = (number: number): string =>
  `${namePrefix}${number}${nameSuffix}`;

/** The number of the certificate that a file of this name holds; undefined for any other name. */
export function numberOfFileName(name: string): number | undefined {
  const digits = /^certificate-([1-9]\d{0,8})\.json$/u.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The bytes of a certificate's file; its key is sealed for this number alone. */
export function formatCertificateFile(root: KeyObject, record: CertificateRecord): Uint8Array {
  const { key, certificate, ...rest } = record;
  const purpose = purposeOf(record.number);
  const sealed =
    key === undefined
      ? null
      : withDerivedKey(root, purpose, (derived) => ({ ...seal(derived, purpose, key) }));
  const names = [...record.names];
  return formatChecked({
    format: 1,
    ...rest,
    names,
    certificate: toBase64(certificate),
    key: sealed,
  });
}

/** The certificate in a file; undefined where a byte is not as it was written for this number. */
export function parseCertificateFile(
  root: KeyObject,
  number: number,
  file: Uint8Array,
): CertificateRecord | undefined {
  const content = parseChecked(file);
  if (content === undefined) return undefined;
  const { format, key, ...rest } = content;
  if (format !== 1 || rest['number'] !== number) return undefined;
  if (key === null) return parseRecord({ ...rest, key });
  const sealed = isJsonObject(key) ? parseSealed(key) : undefined;
  if (sealed === undefined) return undefined;
  const purpose = purposeOf(number);
  const opened = withDerivedKey(root, purpose, (derived) => unseal(derived, purpose, sealed));
  return opened === undefined ? undefined : parseRecord({ ...rest, key: toBase64(opened) });
}

const purposeOf = (number: number): string => `kanribo/keys/1 certificate ${number}`;

/** A certificate with its key in the clear, for the inside of a backup. Bytes are base64. */
export interface ExportedCertificate extends JsonObject {
  readonly number: number;
  readonly kind: string;
  readonly authority: number;
  readonly names: readonly string[];
  readonly title: string;
  readonly certificate: string;
  readonly key: string | null;
}

/** A certificate as a backup keeps it. */
export function exportedCertificate(record: CertificateRecord): ExportedCertificate {
  const { certificate, key } = record;
  const bytes = { certificate: toBase64(certificate), key: key ? toBase64(key) : null };
  return { ...record, ...bytes };
}

const members = ['authority', 'certificate', 'key', 'kind', 'names', 'number', 'title'];

/** Reads {@link ExportedCertificate} strictly: a key where one is kept, and nowhere else. */
export function parseRecord(value: unknown): CertificateRecord | undefined {
  if (!isJsonObject(value) || Object.keys(value).sort().join() !== members.join()) return undefined;
  const { number, authority, names, title } = value;
  const kind = kindOf(value['kind']);
  const certificate = bytesOf(value['certificate']);
  const key = value['key'] === null ? undefined : bytesOf(value['key']);
  if (!isNumber(number) || !isNumber(authority) || !isTexts(names)) return undefined;
  if (kind === undefined || certificate === undefined || typeof title !== 'string')
    return undefined;
  const isWhole = (key === undefined) === (kind === 'client') && authority <= number;
  return isWhole ? { number, kind, authority, names, title, certificate, key } : undefined;
}

const kindOf = (value: unknown): CertificateKind | undefined =>
  value === 'authority' || value === 'server' || value === 'client' ? value : undefined;

function bytesOf(value: unknown): Uint8Array | undefined {
  const bytes = typeof value === 'string' ? fromBase64(value) : undefined;
  return bytes?.length === 0 ? undefined : bytes;
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
