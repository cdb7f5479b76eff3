import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import * as asn1 from 'asn1js';
import * as pki from 'pkijs';
import type { HostName } from './host-names.ts';

/** A copy of the bytes as the libraries take them. */
export const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** A name that is its common name alone (RFC 5280 §4.1.2.4). */
export function nameOf(commonName: string): pki.RelativeDistinguishedNames {
  const value = new asn1.Utf8String({ value: commonName });
  return new pki.RelativeDistinguishedNames({
    typesAndValues: [new pki.AttributeTypeAndValue({ type: '2.5.4.3', value })],
  });
}

/** A moment as certificates write it (RFC 5280 §4.1.2.5): two digits of the year until 2049. */
export function timeOf(value: Date): pki.Time {
  const type = value.getUTCFullYear() < 2050 ? pki.TimeType.UTCTime : pki.TimeType.GeneralizedTime;
  return new pki.Time({ type, value });
}

/** 160 bits of SHA-256 over a public key (RFC 7093 §2, method 1). */
export function keyIdentifier(publicKey: pki.PublicKeyInfo): Uint8Array {
  const bits = new Uint8Array(publicKey.subjectPublicKey.valueBlock.valueHexView);
  return Uint8Array.from(createHash('sha256').update(bits).digest().subarray(0, 20));
}

interface Encodable {
  toSchema(): { toBER(): ArrayBuffer };
}

const extension = (
  extnID: string,
  critical: boolean,
  value: { toBER(): ArrayBuffer },
): pki.Extension => new pki.Extension({ extnID, critical, extnValue: value.toBER() });

const encoded = (extnID: string, critical: boolean, value: Encodable): pki.Extension =>
  extension(extnID, critical, value.toSchema());

const purposes = { serverAuth: '1.3.6.1.5.5.7.3.1', clientAuth: '1.3.6.1.5.5.7.3.2' } as const;

/** Extensions of RFC 5280 §4.2, each marked critical as it is asked for there. */
export const extensions = {
  /** An authority that signs leaves alone, or a leaf. */
  basicConstraints: (isAuthority: boolean) =>
    encoded(
      '2.5.29.19',
      true,
      new pki.BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : {}),
    ),
  keyUsage: (usage: 'keyCertSign' | 'digitalSignature') => {
    const [byte, unusedBits] = usage === 'keyCertSign' ? [0x04, 2] : [0x80, 7];
    const valueHex = Uint8Array.of(byte).buffer;
    return extension('2.5.29.15', true, new asn1.BitString({ valueHex, unusedBits }));
  },
  /** On an authority, what its leaves can be for at most, as browsers and Windows read it. */
  extendedKeyUsage: (usages: readonly (keyof typeof purposes)[]) => {
    const keyPurposes = usages.map((usage) => purposes[usage]);
    return encoded('2.5.29.37', false, new pki.ExtKeyUsage({ keyPurposes }));
  },
  subjectKey: (identifier: Uint8Array) =>
    extension('2.5.29.14', false, new asn1.OctetString({ valueHex: bufferOf(identifier) })),
  authorityKey: (identifier: Uint8Array) => {
    const octets = new asn1.OctetString({ valueHex: bufferOf(identifier) });
    return encoded('2.5.29.35', false, new pki.AuthorityKeyIdentifier({ keyIdentifier: octets }));
  },
  subjectNames: (names: readonly HostName[]) =>
    encoded('2.5.29.17', false, new pki.GeneralNames({ names: names.map(generalName) })),
  nameConstraints: (names: readonly HostName[]) =>
    encoded('2.5.29.30', true, new pki.NameConstraints(subtreesOf(names))),
} as const;

const mailType = 1 as const;
const dnsType = 2;
const webType = 6 as const;
const addressType = 7;

function generalName({ kind, value }: HostName): pki.GeneralName {
  if (kind === 'dns') return new pki.GeneralName({ type: dnsType, value });
  return addressName(addressBytes(value));
}

const addressName = (bytes: Uint8Array): pki.GeneralName =>
  new pki.GeneralName({
    type: addressType,
    value: new asn1.OctetString({ valueHex: bufferOf(bytes) }),
  });

/** A host that never is (RFC 6761 §6.4): permitted alone of its kind, it permits nothing. */
const nowhere = 'invalid';

/** These names; of a kind that none of them is, and of mail and addresses of pages, nothing at all. */
function subtreesOf(names: readonly HostName[]) {
  const subtree = (base: pki.GeneralName) => new pki.GeneralSubtree({ base });
  const none = ([mailType, webType] as const).map(
    (type) => new pki.GeneralName({ type, value: nowhere }),
  );
  const permitted = [...names.map(constraintOf), ...none].map(subtree);
  const all = new pki.GeneralName({ type: dnsType, value: '' });
  const hasKind = (kind: HostName['kind']) => names.some((name) => name.kind === kind);
  const hasLength = (length: number) =>
    names.some(({ kind, value }) => kind === 'ip' && addressBytes(value).length === length);
  const excluded = [
    ...(hasKind('dns') ? [] : [subtree(all)]),
    ...[4, 16]
      .filter((length) => !hasLength(length))
      .map((length) => subtree(addressName(new Uint8Array(2 * length)))),
  ];
  return {
    permittedSubtrees: permitted,
    ...(excluded.length > 0 && { excludedSubtrees: excluded }),
  };
}

/** An address is constrained with a mask beside it, here of all bits (RFC 5280 §4.2.1.10). */
function constraintOf(name: HostName): pki.GeneralName {
  if (name.kind === 'dns') return generalName(name);
  const address = addressBytes(name.value);
  return addressName(Uint8Array.of(...address, ...address.map(() => 0xff)));
}

/** The 4 or 16 bytes of an address in the form that URLs write. */
function addressBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return Uint8Array.from(
    [...before, ...zeros, ...after].flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    }),
  );
}
