import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { openCluster } from '../../../packages/store/src/launcher/cluster.ts';
import type { Directories } from './round.ts';

const data: string[] = [];
const others: string[] = [];

afterAll(async () => {
  for (const dataDirectory of data) await (await openCluster({ dataDirectory })).stop();
  for (const directory of [...data, ...others]) await rm(directory, { recursive: true });
});

/** A data directory that is empty, a keys directory yet to be made, and a file for the record. */
export async function newDirectories(): Promise<Directories & { readonly record: string }> {
  const dataDirectory = await emptyDirectory();
  data.push(dataDirectory);
  const beside = await emptyDirectory();
  others.push(beside);
  const keysDirectory = path.join(beside, 'keys');
  return { dataDirectory, keysDirectory, record: path.join(beside, 'record') };
}

/** A keys directory yet to be made. */
export async function newKeysDirectory(): Promise<string> {
  const beside = await emptyDirectory();
  others.push(beside);
  return path.join(beside, 'keys');
}

const emptyDirectory = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'kanribo-deep-'));
