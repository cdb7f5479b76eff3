import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openCluster } from '../launcher/cluster.ts';
import { exists } from '../launcher/files.ts';
import { clusterVariable } from './run-directory.ts';

/**
 * Names one cluster for all tests of a run; the first test that needs it makes and starts it.
 * Answers what stops and removes it at the end of the run.
 */
export async function setup(): Promise<() => Promise<void>> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
  process.env[clusterVariable] = dataDirectory;
  return async () => {
    if (await exists(path.join(dataDirectory, 'postgres'))) {
      await (await openCluster({ dataDirectory })).stop();
    }
    await rm(dataDirectory, { recursive: true });
  };
}
