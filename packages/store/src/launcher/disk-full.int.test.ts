import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type LogKey, type LogStore, isUnavailable } from '@kanribo/application';
import { expect, test } from 'vitest';
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

async function fill(store: LogStore, key: LogKey, texts: string[]): Promise<unknown> {
  for (;;) {
    const more = Array.from({ length: 20 }, () => randomBytes(30_000).toString('base64'));
    try {
      await store.append(key, groupOf(texts.length, more));
    } catch (fault) {
      return fault;
    }
    texts.push(...more);
  }
}

test('STO-15: a full disk loses nothing that was acknowledged, and with room all goes on', async (context) => {
  const disk = await smallDisk();
  context.skip(disk === undefined, 'a disk to fill can only be mounted by root');
  if (disk === undefined) return;
  const database = await openDatabase({ dataDirectory: path.join(disk, 'data') });
  try {
    const store = openStore(database, async () => new Uint8Array(32));
    const key = newKey();
    await store.create(key, 'o');
    const acknowledged: string[] = [];
    const fault = await fill(store, key, acknowledged);
    const isFull = fault instanceof StoreFault && fault.code === 'disk-full';
    expect(isFull || isUnavailable(fault)).toBe(true);
    await run('mount', ['-o', 'remount,size=256m', disk]);
    const size = (await store.head(key))?.size ?? 0;
    expect(await textsOf(store, key, acknowledged.length)).toEqual(acknowledged);
    expect(await store.append(key, groupOf(size, ['with room again']))).toBe('appended');
  } finally {
    await database.close();
    await run('umount', [disk]);
    await rmdir(disk);
  }
});
