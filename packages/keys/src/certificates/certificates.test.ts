import { X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { toHex } from '@kanribo/kernel';
import * as pki from 'pkijs';
import { expect, test } from 'vitest';
import { importSecrets } from '../open-keys.ts';
import { emptyDirectory, freshKeys } from '../testing/directories.ts';
import { handshake } from '../testing/handshake.ts';
import { valueOf } from '../testing/values.ts';
import { leafCertificate } from './certificate.ts';
import { bufferOf } from './certificate-parts.ts';
import type { Certificates } from './certificates.ts';
import { keyOf, pemOf } from './issued.ts';
import { parseHostNames } from './host-names.ts';

const hosts = ['kanribo.test', '192.168.1.10', 'fd00::a'];
const dayMs = 86_400_000;
const now = new Date(Math.floor(Date.now() / 1000) * 1000);
const later = (days: number): Date => new Date(now.getTime() + days * dayMs);

async function made(names = hosts): Promise<Certificates> {
  const { certificates } = (await freshKeys()).keys;
  valueOf(await certificates.create({ hosts: names, now, replace: false }));
  return certificates;
}

async function serverOf(certificates: Certificates) {
  const server = await certificates.server();
  if (server === undefined) throw new Error('there is no certificate of the server');
  return server;
}

/** The extensions of a certificate: their ids, and whether each is critical. */
function extensionsOf(certificate: Uint8Array): Readonly<Record<string, boolean>> {
  const { extensions = [] } = pki.Certificate.fromBER(bufferOf(certificate));
  return Object.fromEntries(extensions.map(({ extnID, critical }) => [extnID, critical]));
}

const tlsOf = async (certificates: Certificates) => {
  const { certificate, key, authority } = await serverOf(certificates);
  return { cert: certificate, key, ca: authority };
};

test('KEY-26: an authority signs itself, for ten years, leaves alone, critically for its names', async () => {
  const authority = await (await made()).authority();
  const certificate = new X509Certificate(authority?.certificate ?? '');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.ca).toBe(true);
  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  expect([authority?.from, authority?.to]).toEqual([later(-1), later(3651)]);
  expect(extensionsOf(authority?.certificate ?? new Uint8Array())).toEqual({
    '2.5.29.19': true,
    '2.5.29.15': true,
    '2.5.29.37': false,
    '2.5.29.30': true,
    '2.5.29.14': false,
  });
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  const [constraints] = pki.Certificate.fromBER(bufferOf(certificate.raw)).extensions ?? [];
  expect(constraints?.parsedValue).toMatchObject({ cA: true, pathLenConstraint: 0 });
});

test('KEY-26: serial numbers are random, positive and of one length', async () => {
  const certificates = await made();
  for (const title of ['a', 'b']) await certificates.issueClient(title, now);
  const serials = (await certificates.issued()).map(
    ({ certificate }) => new X509Certificate(certificate).serialNumber,
  );
  expect(new Set(serials).size).toBe(4);
  for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{31}$/u);
});

test('KEY-27: the certificate of the server is for just its names, and no browser refuses its length', async () => {
  const { issued } = await serverOf(await made());
  const certificate = new X509Certificate(issued.certificate);
  expect(certificate.ca).toBe(false);
  expect(certificate.checkHost('kanribo.test')).toBe('kanribo.test');
  expect(certificate.checkHost('a.kanribo.test')).toBeUndefined();
  for (const address of ['192.168.1.10', 'fd00::a']) {
    expect(certificate.checkIP(address)).toBe(address);
  }
  expect(certificate.checkIP('192.168.1.11')).toBeUndefined();
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect([issued.from, issued.to]).toEqual([later(-1), later(396)]);
  const ids = ['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.14', '2.5.29.35', '2.5.29.17'];
  expect(Object.keys(extensionsOf(issued.certificate))).toEqual(ids);
});

test('KEY-27: who trusts the authority trusts the server under its name, and nobody else does', async () => {
  const [ours, other] = [await tlsOf(await made()), await tlsOf(await made())];
  const seen = async (ca: string, name: string) =>
    (await handshake({ server: { ...ours, ca: [] }, client: { ca }, name })).refused;
  expect(await seen(ours.ca, 'kanribo.test')).toBeUndefined();
  expect(await seen(ours.ca, 'other.test')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  expect(await seen(other.ca, 'kanribo.test')).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
});

test.each([
  ['a name', ['kanribo.test', '192.168.1.10'], 'bank.test'],
  ['a name where only addresses are', ['192.168.1.10'], 'bank.test'],
  ['an address', ['kanribo.test', '192.168.1.10'], '192.168.1.11'],
  ['an address where only names are', ['kanribo.test'], '192.168.1.10'],
  ['the other kind of address', ['192.168.1.10'], 'fd00::a'],
])('KEY-26: stolen, its key is of no use for %s it is not for', async (_, permitted, foreign) => {
  const certificates = await made(permitted);
  const [authority] = await certificates.exported();
  const key = keyOf(Buffer.from(authority?.key ?? '', 'base64'));
  const issuer = { certificate: Buffer.from(authority?.certificate ?? '', 'base64'), key };
  const names = valueOf(parseHostNames([foreign]));
  const order = { commonName: 'x', validity: { from: later(-1), to: later(1) }, key, issuer };
  const forged = leafCertificate({ ...order, purpose: { kind: 'server', names } });
  const server = { cert: pemOf(forged), key: key.export({ type: 'pkcs8', format: 'pem' }) };
  const client = { ca: pemOf(issuer.certificate) };
  const { refused } = await handshake({ server, client, name: 'kanribo.test' });
  expect(refused).toMatch(/^(?:permitted|excluded) subtree violation$/u);
});

test('KEY-27: renewed, the server has another key, the same names, and is trusted as before', async () => {
  const certificates = await made();
  const before = await tlsOf(certificates);
  const renewed = valueOf(await certificates.renewServer(later(380)));
  expect(renewed.names).toEqual(hosts);
  expect(renewed.to).toEqual(later(380 + 396));
  const after = await tlsOf(certificates);
  expect(after.key).not.toBe(before.key);
  const seen = await handshake({ server: before, client: before, name: 'kanribo.test' });
  expect(seen.refused).toBeUndefined();
  const fewer = valueOf(await certificates.renewServer(now, ['192.168.1.10']));
  expect(fewer.names).toEqual(['192.168.1.10']);
});

test('KEY-27: nothing counts longer than the authority that signed it', async () => {
  const certificates = await made();
  const { to } = valueOf(await certificates.renewServer(later(3600)));
  expect(to).toEqual(later(3651));
  expect(valueOf(await certificates.issueClient('PC', later(3600))).issued.to).toEqual(to);
});

test('KEY-29: without an authority, after its end, or for another name nothing is issued', async () => {
  const { certificates } = (await freshKeys()).keys;
  const missing = { ok: false, error: { code: 'authority-missing' } };
  expect(await certificates.renewServer(now)).toEqual(missing);
  expect(await certificates.issueClient('PC', now)).toEqual(missing);
  expect([await certificates.server(), await certificates.authority()]).toEqual([
    undefined,
    undefined,
  ]);
  const good = { hosts, now, replace: false };
  valueOf(await certificates.create(good));
  const exists = { ok: false, error: { code: 'authority-exists' } };
  expect(await certificates.create(good)).toEqual(exists);
  const ended = { ok: false, error: { code: 'authority-expired', to: later(3651) } };
  expect(await certificates.renewServer(later(3651))).toEqual(ended);
  expect(await certificates.issueClient('PC', later(3651))).toEqual(ended);
  const foreign = { code: 'host-not-permitted', name: 'a.kanribo.test', permitted: hosts };
  expect(await certificates.renewServer(now, ['a.kanribo.test'])).toEqual({
    ok: false,
    error: foreign,
  });
  expect(await certificates.issued()).toHaveLength(2);
});

test('KEY-29: an authority is succeeded only on purpose, and then the old one is trusted no more', async () => {
  const certificates = await made();
  const old = await tlsOf(certificates);
  valueOf(await certificates.create({ hosts: ['new.test'], now, replace: true }));
  const server = await tlsOf(certificates);
  const seen = async (ca: string) =>
    (await handshake({ server: { ...server, ca: [] }, client: { ca }, name: 'new.test' })).refused;
  expect(await seen(server.ca)).toBeUndefined();
  expect(await seen(old.ca)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
  expect((await certificates.issued()).map(({ authority }) => authority)).toEqual([1, 1, 3, 3]);
});

test('KEY-30: a device shows its certificate, which the server trusts by its authority alone', async () => {
  const certificates = await made();
  const server = await tlsOf(certificates);
  const device = valueOf(await certificates.issueClient('受付 PC-01 𠮷', now));
  const foreign = valueOf(await (await made()).issueClient('PC-02', now));
  const seen = async ({ file, password }: typeof device) => {
    const client = { ca: server.ca, pfx: Buffer.from(file), passphrase: password };
    return (await handshake({ server, client, name: 'kanribo.test' })).isClientTrusted;
  };
  expect(await seen(device)).toBe(true);
  expect(await seen(foreign)).toBe(false);
  const certificate = new X509Certificate(device.issued.certificate);
  expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  expect(certificate.subject).toBe('CN=端末 受付 PC-01 𠮷');
  expect(device.issued.to).toEqual(later(1094));
});

test('KEY-30: its file opens by its own password of 100 random bits, and its key is kept nowhere', async () => {
  const certificates = await made();
  const [first, second] = [
    valueOf(await certificates.issueClient('PC-01', now)),
    valueOf(await certificates.issueClient('PC-01', now)),
  ];
  expect(first.password).toMatch(/^(?:[A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}$/u);
  expect(second.password).not.toBe(first.password);
  const [server, client] = [await tlsOf(certificates), Buffer.from(first.file)];
  const wrong = { ca: server.ca, pfx: client, passphrase: second.password };
  await expect(handshake({ server, client: wrong, name: 'kanribo.test' })).rejects.toThrow('mac');
  const kept = (await certificates.exported()).filter(({ kind }) => kind === 'client');
  expect(kept.map(({ key }) => key)).toEqual([null, null]);
});

test('KEY-30: its file is sealed by what Windows 10 reads: AES-256, PBKDF2 and HMAC of SHA-256', async () => {
  const { file } = valueOf(await (await made()).issueClient('PC-01', now));
  const hex = toHex(file);
  const count = (part: string) => hex.split(part).length - 1;
  expect(count('060960864801650304012a')).toBe(2);
  expect(count('06082a864886f70d0209')).toBe(2);
  expect(count('0609608648016503040201')).toBe(1);
  expect(count('06052b0e03021a')).toBe(0);
});

test.each(['', ' PC', 'a'.repeat(41), 'a\nb', 'a\u202eb', '\ud800'])(
  'KEY-29: the title %j of a device is refused',
  async (title) => {
    const refused = { ok: false, error: { code: 'title-malformed' } };
    expect(await (await made()).issueClient(title, now)).toEqual(refused);
  },
);

test('KEY-32: out of a backup the same certificates come back, and the server is trusted as before', async () => {
  const { keys } = await freshKeys();
  valueOf(await keys.certificates.create({ hosts, now, replace: false }));
  await keys.certificates.issueClient('PC-01', now);
  const secrets: unknown = JSON.parse(JSON.stringify(await keys.exportSecrets()));
  const directory = await emptyDirectory();
  const back = valueOf(await importSecrets({ directory, protection: { kind: 'file' }, secrets }));
  expect(await back.certificates.issued()).toEqual(await keys.certificates.issued());
  expect(await back.certificates.server()).toEqual(await keys.certificates.server());
  expect(valueOf(await back.certificates.renewServer(now)).number).toBe(4);
});

test('KEY-32: a backup of before there were certificates is taken, with none', async () => {
  const { keys } = await freshKeys();
  const { contracts, guards } = await keys.exportSecrets();
  const directory = await emptyDirectory();
  const secrets = { format: 1, contracts, guards };
  const back = valueOf(await importSecrets({ directory, protection: { kind: 'file' }, secrets }));
  expect(await back.certificates.issued()).toEqual([]);
});

test('KEY-9: neither what is issued nor the directory shows a key', async () => {
  const { keys } = await freshKeys();
  valueOf(await keys.certificates.create({ hosts, now, replace: false }));
  const secrets = (await keys.certificates.exported()).map(({ key }) => key ?? '');
  const shown = [keys, keys.certificates, await keys.certificates.issued()].flatMap((what) => [
    inspect(what, { depth: 20, showHidden: true }),
    JSON.stringify(what),
  ]);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(100);
    for (const text of shown) expect(text).not.toContain(secret);
  }
});

test('KEY-31: an authority that a crash left without its server is completed by doing the same again', async () => {
  let staged = 0;
  const { keys } = await freshKeys((step) => {
    if (step === 'certificate-staged' && (staged += 1) === 2) throw new Error('crashed');
  });
  const order = { hosts, now, replace: false };
  await expect(keys.certificates.create(order)).rejects.toThrow('crashed');
  const [authority, ...others] = await keys.certificates.issued();
  expect([authority?.kind, others, await keys.certificates.server()]).toEqual([
    'authority',
    [],
    undefined,
  ]);
  const other = await keys.certificates.create({ ...order, hosts: ['other.test'] });
  expect(other).toEqual({ ok: false, error: { code: 'authority-exists' } });
  expect(valueOf(await keys.certificates.create(order)).kind).toBe('server');
  expect(await keys.certificates.authority()).toEqual(authority);
  expect(await keys.certificates.issued()).toHaveLength(2);
});
