import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { KeyDirectory } from './key-directory.ts';
import { importSecrets, openKeys } from './open-keys.ts';
import type { KeySecrets } from './secrets.ts';
import { outcomeOf, requestOf, rootOf } from './testing/branches.ts';
import { emptyDirectory, freshKeys } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const instance = contractIdOf('instance');
const origin = 'example.test/nerima-2026/register/0';
const nextOrigin = 'example.test/nerima-2026/register/1';
const access = 'example.test/nerima-2026/access/0';
const instanceOrigin = 'example.test/instance/0';
const file = { kind: 'file' } as const;
const head = (size: number, at = origin, branch = 'a') => ({
  contractId: at === instanceOrigin ? instance : id,
  origin: at,
  branch,
  size,
});

async function keysInUse(): Promise<KeyDirectory> {
  const { keys } = await freshKeys();
  for (const contract of [id, instance]) await keys.createContractKeys(contract);
  await keys.certificates.create({ hosts: ['kanribo.test'], now: new Date(), replace: false });
  await keys.certificates.issueClient('PC-01', new Date());
  for (const [size, at] of [
    [10, origin],
    [4, instanceOrigin],
  ] as const) {
    expect(await outcomeOf(keys, head(size, at))).toBe('signed');
  }
  return keys;
}

async function restored(secrets: unknown): Promise<{ directory: string; keys: KeyDirectory }> {
  const directory = await emptyDirectory();
  return {
    directory,
    keys: valueOf(await importSecrets({ directory, protection: file, secrets })),
  };
}

test('KEY-20: exported secrets are plain JSON and give the same keys in a new directory', async () => {
  const keys = await keysInUse();
  const secrets: unknown = JSON.parse(JSON.stringify(await keys.exportSecrets()));
  const directory = await emptyDirectory();
  const protection = { kind: 'passphrase', passphrase: 'another passphrase' } as const;
  const imported = valueOf(await importSecrets({ directory, protection, secrets }));
  const opened = valueOf(await openKeys({ directory, passphrase: 'another passphrase' }));
  for (const each of [imported, opened]) {
    expect(await each.verifierKey(id, origin)).toBe(await keys.verifierKey(id, origin));
    expect(await each.evidenceKey(id)).toEqual(await keys.evidenceKey(id));
    expect(await each.evidenceKey(instance)).toEqual(await keys.evidenceKey(instance));
  }
});

test('KEY-24: keys that survived are told from others by the secrets of a backup', async () => {
  const keys = await keysInUse();
  const secrets = await keys.exportSecrets();
  await keys.createContractKeys(contractIdOf('later'));
  expect(await keys.holds(secrets)).toBe(true);
  expect(await (await restored(secrets)).keys.holds(secrets)).toBe(true);
  expect(await (await freshKeys()).keys.holds(secrets)).toBe(false);
  expect(await (await keysInUse()).holds(secrets)).toBe(false);
  expect(await keys.holds(await keys.exportSecrets())).toBe(true);
  const [first, ...others] = secrets.contracts;
  const evidenceKey = others[0]?.evidenceKey;
  const mixed = { ...secrets, contracts: [{ ...first, evidenceKey }, ...others] };
  expect(await keys.holds(mixed)).toBe(false);
  expect(await keys.holds({})).toBe(false);
});

test('KEY-21: after an import every origin of its contracts is unknown and not signed', async () => {
  const { keys } = await restored(await (await keysInUse()).exportSecrets());
  for (const at of [origin, access, instanceOrigin, nextOrigin]) {
    expect(await keys.guard(at)).toBe('unknown');
    expect(await outcomeOf(keys, head(50, at))).toBe('guard-unknown');
  }
});

test('KEY-21: a resumed origin is signed, and states what the backup knew as a lower bound', async () => {
  const { directory, keys } = await restored(await (await keysInUse()).exportSecrets());
  const what = { contractId: id, oldOrigin: origin, newOrigin: nextOrigin };
  const known = { size: 10, root: rootOf('a', 10) };
  const declared = { ok: true, value: { head: known, isExact: false } };
  expect(await keys.resumeGuard(what)).toEqual(declared);
  const opened = valueOf(await openKeys({ directory }));
  expect(await opened.resumeGuard(what)).toEqual(declared);
  expect(await outcomeOf(opened, head(7, nextOrigin))).toBe('signed');
  expect(await outcomeOf(opened, head(11))).toBe('guard-unknown');
  const nothing = { ok: true, value: { head: undefined, isExact: false } };
  const other = {
    contractId: id,
    oldOrigin: access,
    newOrigin: 'example.test/nerima-2026/access/1',
  };
  expect(await opened.resumeGuard(other)).toEqual(nothing);
});

test('KEY-21: a backup of restored keys still knows what the first one knew', async () => {
  const secrets = await (await keysInUse()).exportSecrets();
  const again = await (await restored(secrets)).keys.exportSecrets();
  expect(again).toEqual(secrets);
});

test('KEY-21: contracts made after an import begin as new ones', async () => {
  const { keys } = await restored(await (await keysInUse()).exportSecrets());
  const other = contractIdOf('other');
  await keys.createContractKeys(other);
  const request = requestOf({ ...head(3, 'example.test/other/register/0'), contractId: other });
  expect((await keys.signCheckpoint(request)).signed).toBe(true);
});

test('KEY-21: secrets are not taken into a directory that holds keys', async () => {
  const keys = await keysInUse();
  const { directory } = await freshKeys();
  const secrets = await keys.exportSecrets();
  expect(await importSecrets({ directory, protection: file, secrets })).toEqual({
    ok: false,
    error: { code: 'keys-exist' },
  });
});

function spoiledSecrets({
  contracts,
  guards,
  certificates,
}: KeySecrets): readonly (readonly [string, unknown])[] {
  const [contract] = contracts;
  const [guard] = guards;
  const [authority, server, client] = certificates;
  const withCertificates = (listed: unknown) => ({
    format: 2,
    contracts,
    guards,
    certificates: listed,
  });
  const withContract = (change: object) => ({
    format: 1,
    contracts: [{ ...contract, ...change }],
    guards: [],
  });
  const withGuard = (change: object) => ({
    format: 1,
    contracts,
    guards: [{ ...guard, ...change }],
  });
  return [
    ['structure', null],
    ['structure', []],
    ['structure', { contracts, guards }],
    ['structure', { format: 2, contracts, guards }],
    ['structure', { format: 1, contracts, guards, certificates }],
    ['structure', { ...withCertificates([]), format: 3 }],
    ['structure', { format: 1, contracts }],
    ['structure', { format: 1, contracts, guards, more: 1 }],
    ['contracts', { format: 1, contracts: {}, guards }],
    ['contracts', { format: 1, contracts: [null], guards }],
    ['contracts', { format: 1, contracts: [contract, contract], guards: [] }],
    ['contracts', withContract({ more: 1 })],
    ['contracts', withContract({ contract: 'Nerima' })],
    ['contracts', withContract({ contract: 7 })],
    ['contracts', withContract({ seed: contract?.seed.slice(0, -1) })],
    ['contracts', withContract({ seed: 'AAAA' })],
    ['contracts', withContract({ evidenceKey: 7 })],
    ['guards', { format: 1, contracts, guards: 'none' }],
    ['guards', { format: 1, contracts: [], guards }],
    ['guards', { format: 1, contracts, guards: [guard, guard] }],
    ['guards', withGuard({ more: 1 })],
    ['guards', withGuard({ origin: 'example.test/nobody/register/0' })],
    ['guards', withGuard({ origin: 'no origin' })],
    ['guards', withGuard({ size: -1 })],
    ['guards', withGuard({ size: 0.5 })],
    ['guards', withGuard({ size: '5' })],
    ['guards', withGuard({ root: 'AAAA' })],
    ['certificates', withCertificates({})],
    ['certificates', withCertificates([server])],
    ['certificates', withCertificates([authority, authority])],
    ['certificates', withCertificates([{ ...authority, more: 1 }])],
    ['certificates', withCertificates([{ ...authority, key: null }])],
    ['certificates', withCertificates([{ ...authority, kind: 'other' }])],
    ['certificates', withCertificates([{ ...authority, names: [1] }])],
    ['certificates', withCertificates([{ ...authority, certificate: '' }])],
    ['certificates', withCertificates([authority, server, { ...client, key: 'AAAA' }])],
  ];
}

test('KEY-22: secrets that are not exactly as exported are refused, and nothing is made', async () => {
  const secrets = await (await keysInUse()).exportSecrets();
  const directory = await emptyDirectory();
  for (const [where, spoiled] of spoiledSecrets(secrets)) {
    expect(await importSecrets({ directory, protection: file, secrets: spoiled })).toEqual({
      ok: false,
      error: { code: 'secrets-malformed', where },
    });
  }
  expect(await readdir(directory)).toEqual([]);
});
