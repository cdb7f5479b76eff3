import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCluster } from '../launcher/cluster.ts';
import { exists } from '../launcher/files.ts';
import { isAlive } from '../launcher/postmaster.ts';
import { clusterVariable } from './run-directory.ts';

const prefix = 'kanribo-test-run-';

async function remove(dataDirectory: string): Promise<void> {
  if (await exists(path.join(dataDirectory, 'postgres', 'kanribo.password'))) {
    await (await openCluster({ dataDirectory })).stop();
  }
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
}

/** A run that was killed leaves its cluster behind; the directory's name says whose it was. */
async function removeLeftOver(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (pid > 0 && !isAlive(pid)) await remove(path.join(tmpdir(), name));
  }
}

/**
 * Names one cluster for all tests of a run; the first test that needs it makes and starts it.
 * Answers what stops and removes it at the end of the run.
 */
export async function setup(): Promise<() => Promise<void>> {
  await removeLeftOver();
  const dataDirectory = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`));
  process.env[clusterVariable] = dataDirectory;
  return () => remove(dataDirectory);
}
