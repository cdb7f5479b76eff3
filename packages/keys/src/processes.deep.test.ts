import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createKeys, openKeys } from './open-keys.ts';
import type { KeysStep } from './steps.ts';
import { outcomeOf, rootOf } from './testing/branches.ts';
import { emptyDirectory, freshKeys, newestGuard } from './testing/directories.ts';
import { Worker } from './testing/processes.ts';
import { contractIdOf, valueOf } from './testing/values.ts';

const contract = 'nerima-2026';
const id = contractIdOf(contract);
const origin = 'example.test/nerima-2026/register/0';
const file = { kind: 'file' } as const;
const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

async function directoryWithContract(): Promise<string> {
  const { directory, keys } = await freshKeys();
  await keys.createContractKeys(id);
  return directory;
}

test('KEY-1: of two processes that make keys in one directory at once, exactly one does', async () => {
  const [left, right] = [new Worker(), new Worker()];
  for (const _ of upTo(50)) {
    const directory = join(await emptyDirectory(), 'keys');
    const task = { task: 'create', directory } as const;
    const outcomes = await Promise.all([left.run(task), right.run(task)]);
    expect([...outcomes].sort()).toEqual(['keys-exist', 'made']);
    expect((await openKeys({ directory })).ok).toBe(true);
    expect(await readdir(directory)).toEqual(['v1']);
  }
});

test('KEY-7: two processes that make the keys of a contract at once end up with the same', async () => {
  const [left, right] = [new Worker(), new Worker()];
  const { directory } = await freshKeys();
  for (const round of upTo(50)) {
    const task = {
      task: 'contract',
      directory,
      contract: `contract-${round}`,
      origin: `example.test/contract-${round}/register/0`,
    } as const;
    const [first, second] = await Promise.all([left.run(task), right.run(task)]);
    expect(first).toEqual(second);
    expect(JSON.stringify(first)).toContain(`${task.origin}+`);
  }
  expect(await readdir(join(directory, 'v1', 'contracts'))).toHaveLength(50);
});

test('KEY-31: of two processes that make an authority for other names at once, one does', async () => {
  const [left, right] = [new Worker(), new Worker()];
  for (const _ of upTo(10)) {
    const { directory, keys } = await freshKeys();
    const outcomes = await Promise.all([
      left.run({ task: 'certificate', directory, host: 'left.test' }),
      right.run({ task: 'certificate', directory, host: 'right.test' }),
    ]);
    expect([...outcomes].sort()).toEqual(['authority-exists', 'made']);
    const issued = await keys.certificates.issued();
    expect(issued.map(({ kind }) => kind)).toEqual(['authority', 'server']);
  }
});

test('KEY-31: killed before its authority has a name there is none; doing the same again makes it', async () => {
  const { directory, keys } = await freshKeys();
  const task = { task: 'certificate', directory, host: 'kanribo.test' } as const;
  const killed = new Worker().runToDeath({ ...task, dieAt: 'certificate-staged' });
  expect(await killed).toBe('SIGKILL');
  expect(await keys.certificates.issued()).toEqual([]);
  expect(await new Worker().run(task)).toBe('made');
  expect(await new Worker().run(task)).toBe('authority-exists');
});

test('KEY-1: a process killed while it makes keys has made none, and they can be made', async () => {
  const directory = join(await emptyDirectory(), 'keys');
  const task = { task: 'create', directory, dieAt: 'directory-staged' } as const;
  expect(await new Worker().runToDeath(task)).toBe('SIGKILL');
  const missing = { ok: false, error: { code: 'keys-missing' } };
  expect(await openKeys({ directory })).toEqual(missing);
  expect((await createKeys({ directory, protection: file })).ok).toBe(true);
  expect((await openKeys({ directory })).ok).toBe(true);
});

test('KEY-7: a process killed while it makes the keys of a contract has made none', async () => {
  const { directory, keys } = await freshKeys();
  const task = { task: 'contract', directory, contract, origin, dieAt: 'contract-staged' } as const;
  expect(await new Worker().runToDeath(task)).toBe('SIGKILL');
  expect(await keys.verifierKey(id, origin)).toBeUndefined();
  await keys.createContractKeys(id);
  expect(await keys.verifierKey(id, origin)).toBeDefined();
});

test('KEY-12: killed between guard and note, the guard stands and the same head is signed', async () => {
  const directory = await directoryWithContract();
  const task = { task: 'sign', directory, contract, origin, branch: 'a', sizes: [5] } as const;
  for (const dieAt of ['guard-appended', 'checkpoint-guarded'] satisfies KeysStep[]) {
    const worker = new Worker();
    expect(await worker.runToDeath({ ...task, dieAt })).toBe('SIGKILL');
    expect(worker.signed).toEqual([]);
    const keys = valueOf(await openKeys({ directory }));
    expect(await keys.guard(origin)).toEqual({ size: 5, root: rootOf('a', 5) });
    const head = { contractId: id, origin, branch: 'b', size: 5 };
    expect(await outcomeOf(keys, head)).toBe('guard-differs');
    expect(await outcomeOf(keys, { ...head, branch: 'a' })).toBe('signed');
  }
});

test('KEY-14: killed while the guard is made shorter, the next process carries on', async () => {
  const directory = await directoryWithContract();
  const sign = { task: 'sign', directory, contract, origin, branch: 'a' } as const;
  await new Worker().run({ ...sign, sizes: [1, 2, 3] });
  const before = (await newestGuard(directory)).path;
  const dying = { ...sign, sizes: [4], dieAt: 'guard-staged' } as const;
  for (const _ of upTo(2)) {
    expect(await new Worker().runToDeath(dying)).toBe('SIGKILL');
    expect((await newestGuard(directory)).path).toBe(before);
    expect((await newestGuard(directory)).text).toContain(' closed ');
  }
  const keys = valueOf(await openKeys({ directory }));
  expect(await keys.guard(origin)).toEqual({ size: 3, root: rootOf('a', 3) });
  expect(await outcomeOf(keys, { contractId: id, origin, branch: 'a', size: 4 })).toBe('signed');
});

test('KEY-12: whenever a process is killed, nothing it handed out is beyond the guard', async () => {
  const directory = await directoryWithContract();
  let last = 0;
  for (const round of upTo(12)) {
    const worker = new Worker();
    const sizes = upTo(100_000).map((size) => last + size);
    const isReopening = round % 2 === 0;
    worker.begin({ task: 'sign', directory, contract, origin, branch: 'a', sizes, isReopening });
    while (worker.signed.length < 3) await pause(1);
    await pause(round * 3);
    await worker.kill();
    const keys = valueOf(await openKeys({ directory }));
    const guard = await keys.guard(origin);
    const size = guard === undefined || guard === 'unknown' ? -1 : guard.size;
    expect(size).toBeGreaterThanOrEqual(worker.signed.at(-1) ?? 0);
    expect(size).toBeLessThanOrEqual((worker.signed.at(-1) ?? 0) + 1);
    last = size;
  }
});

test('KEY-19: processes with two histories of one log never both sign, while others shorten', async () => {
  for (const round of upTo(6)) {
    const directory = await directoryWithContract();
    const workers = { a: new Worker(), b: new Worker(), shortening: new Worker() };
    const sign = { task: 'sign', directory, contract, origin } as const;
    const sizes = upTo(60);
    const [a, b, c] = await Promise.all([
      workers.a.run({ ...sign, branch: 'a', sizes }),
      workers.b.run({ ...sign, branch: 'b', sizes, isReopening: round % 3 === 0 }),
      workers.shortening.run({ ...sign, branch: 'a', sizes, isReopening: true }),
    ]);
    const isEmpty = (list: unknown): boolean => Array.isArray(list) && list.length === 0;
    expect((isEmpty(a) && isEmpty(c)) !== isEmpty(b)).toBe(true);
    const branch = isEmpty(b) ? 'a' : 'b';
    const keys = valueOf(await openKeys({ directory }));
    expect(await keys.guard(origin)).toEqual({ size: 60, root: rootOf(branch, 60) });
  }
});
