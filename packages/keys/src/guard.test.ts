import { appendFile, copyFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCheckpoint, splitNote } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import type { KeyDirectory } from './key-directory.ts';
import { openKeys } from './open-keys.ts';
import { outcomeOf, requestOf, rootOf } from './testing/branches.ts';
import { freshKeys, newestGuard } from './testing/directories.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const origin = 'example.test/nerima-2026/register/0';
const nextOrigin = 'example.test/nerima-2026/register/1';
const headOn = (branch: string, size: number, at = origin) => ({
  contractId: id,
  origin: at,
  branch,
  size,
});

async function keysWithContract(): Promise<{ directory: string; keys: KeyDirectory }> {
  const fresh = await freshKeys();
  await fresh.keys.createContractKeys(id);
  return fresh;
}

test('KEY-10: a log that only grows is signed at every size, the empty one too', async () => {
  const { keys } = await keysWithContract();
  expect(await keys.guard(origin)).toBeUndefined();
  for (const size of [0, 1, 5, 300]) {
    expect(await outcomeOf(keys, headOn('a', size))).toBe('signed');
    expect(await keys.guard(origin)).toEqual({ size, root: rootOf('a', size) });
  }
});

test('KEY-10: a head smaller than the guard is refused with both sizes', async () => {
  const { keys } = await keysWithContract();
  await outcomeOf(keys, headOn('a', 10));
  for (const size of [0, 9]) {
    expect(await keys.signCheckpoint(requestOf(headOn('a', size)))).toEqual({
      signed: false,
      refusal: { code: 'guard-ahead', origin, signedSize: 10, size },
    });
  }
});

test('KEY-10: another root at the signed size, now or earlier in the tree, is refused', async () => {
  const { keys } = await keysWithContract();
  await outcomeOf(keys, headOn('a', 10));
  for (const size of [10, 11]) {
    expect(await keys.signCheckpoint(requestOf(headOn('b', size)))).toEqual({
      signed: false,
      refusal: { code: 'guard-differs', origin, signedSize: 10 },
    });
  }
  expect(await keys.guard(origin)).toEqual({ size: 10, root: rootOf('a', 10) });
});

test('KEY-10: no keys, or an origin of another contract, is refused', async () => {
  const { keys } = await freshKeys();
  expect(await outcomeOf(keys, headOn('a', 1))).toBe('no-key');
  await keys.createContractKeys(id);
  for (const other of ['example.test/other/register/0', 'example.test/instance/0', 'no origin']) {
    expect(await keys.signCheckpoint(requestOf(headOn('a', 1, other)))).toEqual({
      signed: false,
      refusal: { code: 'no-key', origin: other },
    });
  }
});

test('KEY-10: origins have guards of their own', async () => {
  const { keys } = await keysWithContract();
  const access = 'example.test/nerima-2026/access/0';
  expect(await outcomeOf(keys, headOn('a', 10))).toBe('signed');
  expect(await outcomeOf(keys, headOn('b', 3, access))).toBe('signed');
  expect(await keys.guard(access)).toEqual({ size: 3, root: rootOf('b', 3) });
});

test('KEY-10: a head that no log can have is a fault, and the guard knows nothing of it', async () => {
  const { keys } = await keysWithContract();
  const request = requestOf(headOn('a', 5));
  const heads = [{ size: -1 }, { size: 1.5 }, { size: 2 ** 53 }, { size: 0 }];
  for (const head of [...heads, { root: new Uint8Array(31) }]) {
    const signing = keys.signCheckpoint({ ...request, ...head });
    await expect(signing).rejects.toMatchObject({ code: 'head-malformed' });
  }
  expect(await keys.guard(origin)).toBeUndefined();
});

test('KEY-11: the same head is signed again to the same note without a new line', async () => {
  const { directory, keys } = await keysWithContract();
  const first = await keys.signCheckpoint(requestOf(headOn('a', 10)));
  const { text } = await newestGuard(directory);
  expect(await keys.signCheckpoint(requestOf(headOn('a', 10)))).toEqual(first);
  expect((await newestGuard(directory)).text).toBe(text);
  const again = valueOf(await openKeys({ directory }));
  expect(await again.signCheckpoint(requestOf(headOn('a', 10)))).toEqual(first);
});

test('KEY-12: when the note is made the guard has its line already', async () => {
  const seen: string[] = [];
  const { directory, keys } = await freshKeys(async (step) => {
    if (step === 'checkpoint-guarded') seen.push((await newestGuard(directory)).text);
  });
  await keys.createContractKeys(id);
  const answer = await keys.signCheckpoint(requestOf(headOn('a', 10)));
  const note = answer.signed ? valueOf(splitNote(answer.note)).text : '';
  expect(valueOf(parseCheckpoint(note))).toMatchObject({ origin, size: 10 });
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain(`signed ${origin} 10 ${note.split('\n')[2]} `);
});

test('KEY-13: a write that failed is not tried again until the directory is opened anew', async () => {
  let isBroken = true;
  const { directory, keys } = await freshKeys((step) => {
    if (step === 'guard-appended' && isBroken) throw new Error('EIO');
  });
  await keys.createContractKeys(id);
  for (const size of [10, 11]) {
    const signing = keys.signCheckpoint(requestOf(headOn('a', size)));
    await expect(signing).rejects.toMatchObject({ code: 'storage-failed' });
    isBroken = false;
  }
  const again = valueOf(await openKeys({ directory }));
  expect(await outcomeOf(again, headOn('a', 11))).toBe('signed');
});

test('KEY-14: opening leaves one line for each origin, and the file before it', async () => {
  const { directory, keys } = await keysWithContract();
  for (const size of [1, 2, 3, 4]) await outcomeOf(keys, headOn('a', size));
  const opened = valueOf(await openKeys({ directory }));
  const { text } = await newestGuard(directory);
  expect(text.split('\n').filter((line) => line.includes(' signed '))).toHaveLength(1);
  expect(await opened.guard(origin)).toEqual({ size: 4, root: rootOf('a', 4) });
  await outcomeOf(opened, headOn('a', 5));
  await openKeys({ directory });
  expect((await readdir(join(directory, 'v1', 'guard'))).sort()).toEqual(['11', '7']);
  await openKeys({ directory });
  expect((await readdir(join(directory, 'v1', 'guard'))).sort()).toEqual(['11', '7']);
});

test('KEY-14: a process that opened the guard before follows it to the newest file', async () => {
  const { directory, keys } = await keysWithContract();
  await outcomeOf(keys, headOn('a', 4));
  for (const size of [5, 6, 7]) {
    const other = valueOf(await openKeys({ directory }));
    await outcomeOf(other, headOn('a', size));
  }
  expect(await outcomeOf(keys, headOn('a', 4))).toBe('guard-ahead');
  expect(await outcomeOf(keys, headOn('b', 8))).toBe('guard-differs');
  expect(await outcomeOf(keys, headOn('a', 8))).toBe('signed');
});

test('KEY-14: an old guard file that comes back counts for nothing', async () => {
  const { directory, keys } = await keysWithContract();
  const guard = join(directory, 'v1', 'guard');
  await copyFile(join(guard, '1'), join(directory, 'old'));
  for (const size of [10, 20, 30]) {
    await outcomeOf(keys, headOn('a', size));
    await outcomeOf(keys, headOn('a', size + 1));
    await openKeys({ directory });
    await copyFile(join(directory, 'old'), join(guard, '1'));
  }
  await rm(join(directory, 'old'));
  const opened = valueOf(await openKeys({ directory }));
  for (const each of [keys, opened]) {
    expect(await each.guard(origin)).toEqual({ size: 31, root: rootOf('a', 31) });
    expect(await outcomeOf(each, headOn('a', 30))).toBe('guard-ahead');
  }
});

test('KEY-14: a guard that is used for long is made shorter while it is open', async () => {
  const { directory, keys } = await keysWithContract();
  const line = (await newestGuard(directory)).text;
  await outcomeOf(keys, headOn('a', 1));
  await appendFile((await newestGuard(directory)).path, line.repeat(5000));
  await outcomeOf(keys, headOn('a', 2));
  expect((await newestGuard(directory)).text.length).toBeLessThan(500);
  expect(await keys.guard(origin)).toEqual({ size: 2, root: rootOf('a', 2) });
});

test('KEY-15: no guard, or an empty one, is a fault and nothing is signed', async () => {
  const { directory, keys } = await keysWithContract();
  await outcomeOf(keys, headOn('a', 1));
  const { path } = await newestGuard(directory);
  await writeFile(path, '');
  await expect(openKeys({ directory })).rejects.toMatchObject({ code: 'guard-damaged' });
  await rm(path);
  await expect(openKeys({ directory })).rejects.toMatchObject({ code: 'guard-missing' });
  await expect(outcomeOf(keys, headOn('a', 2))).rejects.toMatchObject({ code: 'guard-missing' });
  await rm(join(directory, 'v1', 'guard'), { recursive: true });
  await expect(openKeys({ directory })).rejects.toMatchObject({ code: 'guard-missing' });
});

test('KEY-16: an origin that was never declared is not signed', async () => {
  const { keys } = await keysWithContract();
  expect(await keys.guard(nextOrigin)).toBe('unknown');
  expect(await keys.signCheckpoint(requestOf(headOn('a', 1, nextOrigin)))).toEqual({
    signed: false,
    refusal: { code: 'guard-unknown', origin: nextOrigin },
  });
});

test('KEY-16: resuming states what was signed, opens the next origin and ends the old one', async () => {
  const { directory, keys } = await keysWithContract();
  await outcomeOf(keys, headOn('a', 10));
  const what = { contractId: id, oldOrigin: origin, newOrigin: nextOrigin };
  const head = { size: 10, root: rootOf('a', 10) };
  for (const _ of ['declared', 'again']) {
    expect(await keys.resumeGuard(what)).toEqual({ ok: true, value: { head, isExact: true } });
  }
  const opened = valueOf(await openKeys({ directory }));
  expect(await opened.guard(nextOrigin)).toBeUndefined();
  expect(await outcomeOf(opened, headOn('b', 4, nextOrigin))).toBe('signed');
  expect(await outcomeOf(opened, headOn('a', 5, nextOrigin))).toBe('guard-differs');
  expect(await opened.guard(origin)).toEqual(head);
  const asked = ([9, 10, 11] as const).map((size) => outcomeOf(opened, headOn('a', size)));
  expect(await Promise.all(asked)).toEqual(['guard-ahead', 'guard-differs', 'guard-differs']);
  expect(await opened.resumeGuard(what)).toEqual({ ok: true, value: { head, isExact: true } });
  expect(await outcomeOf(opened, headOn('a', 5, nextOrigin))).toBe('guard-differs');
});

test('KEY-16: an origin without anything signed is resumed as such, and ends too', async () => {
  const { keys } = await keysWithContract();
  const what = { contractId: id, oldOrigin: origin, newOrigin: nextOrigin };
  const nothing = { ok: true, value: { head: undefined, isExact: true } };
  expect(await keys.resumeGuard(what)).toEqual(nothing);
  expect(await outcomeOf(keys, headOn('a', 1))).toBe('guard-differs');
  expect(await outcomeOf(keys, headOn('a', 1, nextOrigin))).toBe('signed');
});

test('KEY-16: only the next origin of a log that has keys is declared', async () => {
  const { keys } = await keysWithContract();
  const refused = (code: string) => ({ ok: false, error: { code } });
  const others = ['register/0', 'register/2', 'access/1'].map((end) =>
    origin.replace('register/0', end),
  );
  for (const newOrigin of [...others, 'example.test/other/register/1', '']) {
    const what = { contractId: id, oldOrigin: origin, newOrigin };
    expect(await keys.resumeGuard(what)).toEqual(refused('origin-not-next'));
  }
  const what = { contractId: contractIdOf('other'), oldOrigin: origin, newOrigin: nextOrigin };
  expect(await keys.resumeGuard(what)).toEqual(refused('no-key'));
  expect(await keys.guard(nextOrigin)).toBe('unknown');
});

test('KEY-12: signings of one process at once end with the largest head in the guard', async () => {
  const { directory, keys } = await keysWithContract();
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, size) => outcomeOf(keys, headOn('a', size + 1))),
  );
  expect(outcomes).toContain('signed');
  expect(outcomes.at(-1)).toBe('signed');
  expect(await keys.guard(origin)).toEqual({ size: 20, root: rootOf('a', 20) });
  expect(await readFile((await newestGuard(directory)).path, 'latin1')).toContain(' 20 ');
});
