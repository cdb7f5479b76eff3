import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type LogKey, type LogStore, isUnavailable } from '@kanribo/application';
import { type TestContext, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { StoreFault } from '../fault.ts';
import { openStore } from '../store.ts';
import { groupOf, newKey, textsOf } from '../testing/samples.ts';

const run = promisify(execFile);

/** A small file system of its own, or undefined where we may not make one. */
async function smallDisk(): Promise<string | undefined> {
  const directory = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=96m,mode=755', 'none', directory]);
    return directory;
  } catch {
    await rmdir(directory);
    return undefined;
  }
}

/** Opens a store on a small disk for `use`, and takes everything away again. */
async function onSmallDisk(
  context: TestContext,
  use: (store: LogStore, disk: string) => Promise<void>,
): Promise<void> {
  const disk = await smallDisk();
  context.skip(disk === undefined, 'a disk to fill can only be mounted by root');
  if (disk === undefined) return;
  const database = await openDatabase({ dataDirectory: path.join(disk, 'data') });
  try {
    await use(
      openStore(database, async () => new Uint8Array(32)),
      disk,
    );
  } finally {
    await database.close();
    await run('umount', [disk]);
    await rmdir(disk);
  }
}

const randomTexts = (count: number): readonly string[] =>
  Array.from({ length: count }, () => randomBytes(30_000).toString('base64'));

async function appendUntilFault(
  store: LogStore,
  key: LogKey,
): Promise<{ readonly acknowledged: readonly string[]; readonly fault: unknown }> {
  const acknowledged: string[] = [];
  for (;;) {
    const texts = randomTexts(20);
    try {
      await store.append(key, groupOf(acknowledged.length, texts));
    } catch (fault) {
      return { acknowledged, fault };
    }
    acknowledged.push(...texts);
  }
}

test('STO-15: a disk that fills up loses nothing acknowledged; with room all goes on', async (context) => {
  await onSmallDisk(context, async (store, disk) => {
    const key = newKey();
    await store.create(key, 'o');
    const { acknowledged, fault } = await appendUntilFault(store, key);
    const isFull = fault instanceof StoreFault && fault.code === 'disk-full';
    expect(isFull || isUnavailable(fault)).toBe(true);
    await run('mount', ['-o', 'remount,size=256m', disk]);
    const size = (await store.head(key))?.size ?? 0;
    expect(await textsOf(store, key, acknowledged.length)).toEqual(acknowledged);
    expect(await store.append(key, groupOf(size, ['with room again']))).toBe('appended');
  });
});

test('STO-15: an append that finds no room says `disk-full` and writes nothing', async (context) => {
  await onSmallDisk(context, async (store, disk) => {
    const key = newKey();
    await store.create(key, 'o');
    const ballast = path.join(disk, 'ballast');
    await expect(writeFile(ballast, Buffer.alloc(96 * 1024 * 1024))).rejects.toThrow('ENOSPC');
    const attempt = store.append(key, groupOf(0, randomTexts(20)));
    await expect(attempt).rejects.toMatchObject({ code: 'disk-full' });
    expect(await store.head(key)).toMatchObject({ size: 0 });
    await rm(ballast);
    expect(await store.append(key, groupOf(0, randomTexts(20)))).toBe('appended');
  });
});
