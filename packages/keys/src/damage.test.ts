import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8 } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { formatChecked, parseChecked } from './checked-json.ts';
import { createKeys, openKeys } from './open-keys.ts';
import { unlockRoot } from './root-file.ts';
import { outcomeOf } from './testing/branches.ts';
import { emptyDirectory, filesIn, freshKeys, newestGuard } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const origin = 'example.test/nerima-2026/register/0';
const passphrase = 'a long passphrase';

/** The code of the fault; an answer, above all a secret, matches none. */
async function codeOf(use: () => Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await use() };
  } catch (fault) {
    return fault instanceof Error && 'code' in fault ? fault.code : fault;
  }
}

const codes: Readonly<Record<string, string>> = {
  'v1/root.json': 'root-damaged',
  'v1/contracts/contract-nerima-2026.json': 'contract-damaged',
  'v1/certificates/certificate-1.json': 'certificate-damaged',
  'v1/certificates/certificate-2.json': 'certificate-damaged',
  'v1/guard/1': 'guard-damaged',
};

test('KEY-23: one changed bit in any byte of any file is a fault of that file', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  await keys.certificates.create({ hosts: ['a.test'], now: new Date(), replace: false });
  await outcomeOf(keys, { contractId: id, origin, branch: 'a', size: 3 });
  const files = await filesIn(directory);
  expect([...files].sort()).toEqual(Object.keys(codes).sort());
  for (const name of files) {
    const path = join(directory, name);
    const bytes = await readFile(path);
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ (1 << (index % 8));
      await writeFile(path, changed);
      const code = await codeOf(async () => {
        const opened = valueOf(await openKeys({ directory }));
        await opened.guard(origin);
        await opened.certificates.issued();
        return [await opened.verifierKey(id, origin), await opened.evidenceKey(id)];
      });
      expect([name, index, code]).toEqual([name, index, codes[name]]);
    }
    await writeFile(path, bytes);
  }
});

test('KEY-23: any file cut short or emptied is a fault of that file', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  for (const name of (await filesIn(directory)).filter((each) => !each.includes('guard'))) {
    const path = join(directory, name);
    const bytes = await readFile(path);
    for (const length of [0, 1, bytes.length - 2, bytes.length - 1]) {
      await writeFile(path, bytes.subarray(0, length));
      const code = await codeOf(async () => valueOf(await openKeys({ directory })).evidenceKey(id));
      expect([name, length, code]).toEqual([name, length, codes[name]]);
    }
    await writeFile(path, bytes);
  }
});

test('KEY-23: every bit of a root file under a passphrase counts, without asking for it', async () => {
  const directory = await emptyDirectory();
  await createKeys({ directory, protection: { kind: 'passphrase', passphrase } });
  const bytes = await readFile(join(directory, 'v1', 'root.json'));
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await codeOf(() => unlockRoot(changed, undefined))).toBe('root-damaged');
  }
});

test('KEY-23: a root file with another cost, salt or nonce under a check of its own does not open', async () => {
  const directory = await emptyDirectory();
  await createKeys({ directory, protection: { kind: 'passphrase', passphrase } });
  const content = parseChecked(await readFile(join(directory, 'v1', 'root.json'))) ?? {};
  const costs = { memoryKibibytes: 65_536, passes: 3, lanes: 1 };
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA==';
  for (const change of [{ argon2id: { ...costs, passes: 4 } }, { salt }]) {
    const opened = await unlockRoot(formatChecked({ ...content, ...change }), passphrase);
    expect(opened).toEqual({ ok: false, error: { code: 'passphrase-wrong' } });
  }
  const absurd = [
    { argon2id: { ...costs, memoryKibibytes: 19_456 } },
    { argon2id: { ...costs, passes: 2 } },
    { argon2id: { ...costs, memoryKibibytes: 2 ** 31 } },
    { argon2id: { ...costs, more: 1 } },
    { salt: 'AAAA' },
    { root: {} },
    { format: 2 },
    { protection: 'none' },
    { more: 1 },
  ];
  for (const change of absurd) {
    const file = formatChecked({ ...content, ...change });
    expect(await codeOf(() => unlockRoot(file, passphrase))).toBe('root-damaged');
  }
});

test('KEY-23: a small file is read only in the one spelling it is written in', () => {
  const content = { b: 1, a: 'ガラス' };
  const bytes = formatChecked(content);
  expect(parseChecked(bytes)).toEqual(content);
  const text = Buffer.from(bytes).toString('utf8');
  for (const other of [
    text.trim(),
    `${text}\n`,
    ` ${text}`,
    text.replace(':', ': '),
    '[]\n',
    '{}\n',
  ]) {
    expect(parseChecked(utf8(other))).toBeUndefined();
  }
});

test('KEY-23: a guard that was damaged while it is open stops signing', async () => {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  const head = { contractId: id, origin, branch: 'a' };
  await outcomeOf(keys, { ...head, size: 3 });
  const { path, text } = await newestGuard(directory);
  await writeFile(path, `${text}not a line\n`);
  expect(await codeOf(() => outcomeOf(keys, { ...head, size: 4 }))).toBe('guard-damaged');
  await writeFile(path, text);
  expect(await outcomeOf(keys, { ...head, size: 4 })).toBe('signed');
});
