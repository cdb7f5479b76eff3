import { createHash, createPublicKey, createSecretKey, verify as verifyBytes } from 'node:crypto';
import { copyFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type JsonObject, fromHex, isJsonObject, toBase64, toHex } from '@kanribo/kernel';
import { openCheckpoint, parseVerifierKey, type VerifySignature } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { formatChecked, parseChecked } from './checked-json.ts';
import { formatContractFile, parseContractFile } from './contract-file.ts';
import { privateKeyOf, publicKeyOf, signatureOf } from './ed25519.ts';
import { openKeys } from './open-keys.ts';
import { requestOf } from './testing/branches.ts';
import { freshKeys } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const originOf = (rest: string): string => `example.test/nerima-2026/${rest}`;
const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const verify: VerifySignature = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verifyBytes(null, message, key, signature);
};

test('KEY-6: an Ed25519 seed gives the public key and signature of RFC 8032 §7.1, test 3', () => {
  const seed = hex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
  const key = privateKeyOf(seed);
  expect(toHex(publicKeyOf(key))).toBe(
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
  );
  expect(toHex(signatureOf(key, hex('af82')))).toBe(
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
      '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  );
});

test('KEY-6: one key pair of a contract under the name of each of its origins', async () => {
  const { keys } = await freshKeys();
  await keys.createContractKeys(id);
  const origins = ['register/0', 'access/0', 'register/1'].map(originOf);
  const verifiers = await Promise.all(
    origins.map(async (origin) =>
      valueOf(parseVerifierKey(sha256, (await keys.verifierKey(id, origin)) ?? '')),
    ),
  );
  expect(verifiers.map(({ name }) => name)).toEqual(origins);
  expect(new Set(verifiers.map(({ publicKey }) => toHex(publicKey))).size).toBe(1);
  expect(new Set(verifiers.map(({ keyId }) => keyId)).size).toBe(3);
});

test('KEY-6: the note opens with the verifier key of its origin', async () => {
  const { keys } = await freshKeys();
  const instance = contractIdOf('instance');
  await keys.createContractKeys(id);
  await keys.createContractKeys(instance);
  const logs = [
    { contractId: id, origin: originOf('register/0') },
    { contractId: instance, origin: 'example.test/instance/0' },
  ];
  for (const log of logs) {
    const request = requestOf({ ...log, branch: 'a', size: 7 });
    const answer = await keys.signCheckpoint(request);
    const verifier = (await keys.verifierKey(log.contractId, log.origin)) ?? '';
    const key = valueOf(parseVerifierKey(sha256, verifier));
    if (!answer.signed || key.kind !== 'ed25519') throw new Error('not signed');
    const opened = openCheckpoint(verify, answer.note, { log: { ...key, kind: 'ed25519' } });
    const { origin, size, root } = request;
    expect(valueOf(opened).checkpoint).toEqual({ origin, size, root });
  }
});

test('KEY-6: no verifier key for an origin of another contract, or for none', async () => {
  const { keys } = await freshKeys();
  await keys.createContractKeys(id);
  for (const origin of ['example.test/other/register/0', 'example.test/instance/0', 'x', '']) {
    expect(await keys.verifierKey(id, origin)).toBeUndefined();
  }
  const other = contractIdOf('other');
  expect(await keys.verifierKey(other, 'example.test/other/register/0')).toBeUndefined();
});

test('KEY-7: keys are made once, and are the same afterwards and in another process', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  const before = [await keys.evidenceKey(id), await keys.verifierKey(id, originOf('access/0'))];
  await keys.createContractKeys(id);
  const other = valueOf(await openKeys({ directory }));
  await other.createContractKeys(id);
  const after = [await other.evidenceKey(id), await keys.verifierKey(id, originOf('access/0'))];
  expect(after).toEqual(before);
  expect(await readdir(join(directory, 'v1', 'contracts'))).toEqual(['contract-nerima-2026.json']);
});

test('KEY-7: the evidence key is 32 random bytes of that contract, in an array of its own', async () => {
  const { keys } = await freshKeys();
  const other = contractIdOf('other');
  for (const each of [id, other]) await keys.createContractKeys(each);
  const key = await keys.evidenceKey(id);
  expect(key).toHaveLength(32);
  expect(new Set(key).size).toBeGreaterThan(8);
  expect(toHex(key)).not.toBe(toHex(await keys.evidenceKey(other)));
  const copy = Uint8Array.from(key);
  key.fill(0);
  expect(await keys.evidenceKey(id)).toEqual(copy);
});

test('KEY-7: the evidence key of a contract without keys is a fault', async () => {
  const { keys } = await freshKeys();
  await expect(keys.evidenceKey(id)).rejects.toMatchObject({ code: 'contract-keys-missing' });
});

test("KEY-8: a contract's file does not open as another contract's, nor under another root", async () => {
  const [first, second] = [await freshKeys(), await freshKeys()];
  await first.keys.createContractKeys(id);
  const pathIn = (directory: string, contract: string): string =>
    join(directory, 'v1', 'contracts', `contract-${contract}.json`);
  await copyFile(pathIn(first.directory, id), pathIn(first.directory, 'other'));
  await copyFile(pathIn(first.directory, id), pathIn(second.directory, id));
  const damaged = { code: 'contract-damaged' };
  await expect(first.keys.evidenceKey(contractIdOf('other'))).rejects.toMatchObject(damaged);
  await expect(second.keys.evidenceKey(id)).rejects.toMatchObject(damaged);
  await expect(second.keys.createContractKeys(id)).rejects.toMatchObject(damaged);
});

test('KEY-8: a file made up of true parts does not open', () => {
  const root = createSecretKey(new Uint8Array(32).fill(1));
  const secrets = { seed: new Uint8Array(32).fill(2), evidenceKey: new Uint8Array(32).fill(3) };
  const content = parseChecked(formatContractFile(root, id, secrets)) ?? {};
  const other = contractIdOf('other');
  const opens = (change: JsonObject, contract = id): boolean =>
    parseContractFile(root, contract, formatChecked({ ...content, ...change })) !== undefined;
  expect(opens({})).toBe(true);
  expect(opens({ contract: other }, other)).toBe(false);
  expect(opens({ contract: other })).toBe(false);
  const { seed = null, evidenceKey = null } = content;
  expect(opens({ seed: evidenceKey, evidenceKey: seed })).toBe(false);
  const spoiled = [{ seed: evidenceKey }, { seed: {} }, { seed: 'x' }, { format: 2 }, { more: 1 }];
  for (const change of [...spoiled, { seed: { nonce: '', sealed: '' } }]) {
    expect(opens(change)).toBe(false);
  }
});

test('KEY-9: nothing that is printed of keys or their faults shows a secret', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  const { contracts } = await keys.exportSecrets();
  const root: unknown = JSON.parse(await readFile(join(directory, 'v1', 'root.json'), 'utf8'));
  if (!isJsonObject(root)) throw new Error('not a root file');
  const secrets = [root['key'], contracts[0]?.seed, contracts[0]?.evidenceKey]
    .filter((value) => typeof value === 'string')
    .flatMap((value) => [value, toHex(Buffer.from(value, 'base64')), inspect(value)]);
  expect(secrets).toHaveLength(9);
  await copyFile(
    join(directory, 'v1', 'contracts', `contract-${id}.json`),
    join(directory, 'v1', 'contracts', 'contract-other.json'),
  );
  const fault: unknown = await keys
    .evidenceKey(contractIdOf('other'))
    .catch((cause: unknown) => cause);
  const shown = [keys, fault, { keys }, [keys]].flatMap((what) => [
    inspect(what, { depth: 20, showHidden: true }),
    JSON.stringify(what),
    String(what),
  ]);
  for (const text of shown) for (const secret of secrets) expect(text).not.toContain(secret);
  expect(JSON.stringify(keys)).toBe('{}');
  expect(toBase64(await keys.evidenceKey(id))).toBe(contracts[0]?.evidenceKey);
});
