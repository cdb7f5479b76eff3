import { argon2Sync } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeys, openKeys } from './open-keys.ts';
import { argon2Cost, parsePassphrase, passphraseKey } from './passphrase.ts';
import { emptyDirectory, filesIn, freshKeys } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const passphrase = 'すいか 割り 1234 海';
const file = { kind: 'file' } as const;
const id = contractIdOf('nerima-2026');
const origin = 'example.test/nerima-2026/register/0';

test('KEY-1: keys are made in an empty directory or one that is not there, and open again', async () => {
  const directory = join(await emptyDirectory(), 'deep', 'keys');
  const made = valueOf(await createKeys({ directory, protection: file }));
  await made.createContractKeys(id);
  const opened = valueOf(await openKeys({ directory }));
  expect(await opened.verifierKey(id, origin)).toBe(await made.verifierKey(id, origin));
});

test('KEY-1: a directory that holds keys, or anything else, is refused', async () => {
  const { directory } = await freshKeys();
  const again = await createKeys({ directory, protection: file });
  expect(again).toEqual({ ok: false, error: { code: 'keys-exist' } });
  const other = await emptyDirectory();
  await writeFile(join(other, 'letter.txt'), 'x');
  expect(await createKeys({ directory: other, protection: file })).toEqual({
    ok: false,
    error: { code: 'directory-not-empty' },
  });
});

test('KEY-1: no keys in a directory, or no directory, is an answer', async () => {
  const missing = { ok: false, error: { code: 'keys-missing' } };
  expect(await openKeys({ directory: await emptyDirectory() })).toEqual(missing);
  expect(await openKeys({ directory: '/nonexistent/keys' })).toEqual(missing);
});

test('KEY-2: every directory is 0700 and every file 0600', async () => {
  const directory = join(await emptyDirectory(), 'keys');
  const keys = valueOf(await createKeys({ directory, protection: file }));
  await keys.createContractKeys(id);
  await keys.certificates.create({ hosts: ['kanribo.test'], now: new Date(), replace: false });
  const names = ['', ...(await readdir(directory, { recursive: true }))];
  for (const name of names) {
    const status = await stat(join(directory, name));
    expect([name, status.mode & 0o777]).toEqual([name, status.isDirectory() ? 0o700 : 0o600]);
  }
  expect(names).toHaveLength(10);
});

test('KEY-2: any right of others to any file or directory keeps the keys shut and names the path', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  for (const name of ['', ...(await readdir(directory, { recursive: true }))]) {
    const path = join(directory, name);
    const { mode } = await stat(path);
    for (const right of [0o040, 0o020, 0o010, 0o004, 0o002, 0o001]) {
      await chmod(path, mode | right);
      const opening = openKeys({ directory });
      await expect(opening).rejects.toMatchObject({ code: 'permissions-too-open' });
      await expect(opening).rejects.toThrow(`chmod go= '${path}'`);
    }
    await chmod(path, mode);
  }
  expect((await openKeys({ directory })).ok).toBe(true);
});

test('KEY-2: rights given to others while the keys are open are seen at the next use', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  await chmod(join(directory, 'v1', 'contracts', 'contract-nerima-2026.json'), 0o644);
  await expect(keys.evidenceKey(id)).rejects.toMatchObject({ code: 'permissions-too-open' });
  await chmod(join(directory, 'v1', 'guard', '1'), 0o640);
  await expect(keys.guard(origin)).rejects.toMatchObject({ code: 'permissions-too-open' });
});

test('KEY-2: keys are not made in a directory that others may use', async () => {
  const directory = await emptyDirectory();
  await chmod(directory, 0o755);
  const making = createKeys({ directory, protection: file });
  await expect(making).rejects.toMatchObject({ code: 'permissions-too-open' });
});

test('KEY-3: a passphrase has twelve characters after NFKC, and no half characters', async () => {
  const short = { ok: false, error: { code: 'passphrase-too-short', fewestCharacters: 12 } };
  expect(parsePassphrase('elevenchars')).toEqual(short);
  expect(parsePassphrase('𠮷'.repeat(11))).toEqual(short);
  expect(parsePassphrase('か\u3099'.repeat(11))).toEqual(short);
  expect(parsePassphrase('𠮷'.repeat(12)).ok).toBe(true);
  const broken = { ok: false, error: { code: 'passphrase-malformed' } };
  expect(parsePassphrase('twelve chars \ud842')).toEqual(broken);
  const directory = await emptyDirectory();
  for (const [text, refused] of [
    ['short', short],
    ['twelve chars \ud842', broken],
  ] as const) {
    const protection = { kind: 'passphrase', passphrase: text } as const;
    expect(await createKeys({ directory, protection })).toEqual(refused);
  }
  expect(await readdir(directory)).toEqual([]);
});

test('KEY-3: the same passphrase in full-width, half-width or decomposed letters opens', async () => {
  const directory = await emptyDirectory();
  const protection = { kind: 'passphrase', passphrase: 'ガラスの Window 99' } as const;
  await createKeys({ directory, protection });
  for (const spelling of ['ｶﾞﾗｽの Ｗｉｎｄｏｗ ９９', 'カ\u3099ラスの Window 99']) {
    expect((await openKeys({ directory, passphrase: spelling })).ok).toBe(true);
  }
});

test('KEY-4: another passphrase, near or far, long or short, has one answer', async () => {
  const directory = await emptyDirectory();
  await createKeys({ directory, protection: { kind: 'passphrase', passphrase } });
  const wrong = { ok: false, error: { code: 'passphrase-wrong' } };
  for (const other of [
    `${passphrase}!`,
    'another passphrase',
    'short',
    '',
    'half \ud842 char xx',
  ]) {
    expect(await openKeys({ directory, passphrase: other })).toEqual(wrong);
  }
  const needed = { ok: false, error: { code: 'passphrase-needed' } };
  expect(await openKeys({ directory })).toEqual(needed);
  expect((await openKeys({ directory, passphrase })).ok).toBe(true);
});

test('KEY-4: the root key under a passphrase is nowhere in the directory', async () => {
  const directory = await emptyDirectory();
  await createKeys({ directory, protection: { kind: 'passphrase', passphrase } });
  const stored: unknown = JSON.parse(await readFile(join(directory, 'v1', 'root.json'), 'utf8'));
  expect(stored).toMatchObject({
    protection: 'passphrase',
    argon2id: { memoryKibibytes: 65_536, passes: 3, lanes: 1 },
  });
  expect(stored).not.toHaveProperty('key');
  expect(await filesIn(directory)).toHaveLength(2);
});

test('KEY-5: the passphrase key is what another argon2id makes of it (RFC 9106)', async () => {
  const salt = Uint8Array.from({ length: 16 }, (_, index) => index);
  const expected = argon2Sync('argon2id', {
    message: passphrase,
    nonce: salt,
    parallelism: argon2Cost.lanes,
    memory: argon2Cost.memoryKibibytes,
    passes: argon2Cost.passes,
    tagLength: 32,
  });
  const key = await passphraseKey(passphrase, salt, argon2Cost);
  expect(Buffer.from(key).equals(expected)).toBe(true);
});

test('KEY-1: what a file system keeps of its own, or a killed creation left, is no obstacle', async () => {
  const directory = await emptyDirectory();
  await mkdir(join(directory, 'lost+found'), { mode: 0o700 });
  await mkdir(join(directory, '.new-0123456789abcdef'), { mode: 0o700 });
  expect((await createKeys({ directory, protection: file })).ok).toBe(true);
});
