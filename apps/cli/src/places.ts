import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseLocation } from '@kanribo/store';
import { CliFault } from './cli-fault.ts';
import type { Arguments } from './terminal/arguments.ts';
import type { Terminal } from './terminal/terminal.ts';

/** Where an instance's data and keys are. */
export interface Places {
  readonly database: DatabaseLocation;
  readonly keysDirectory: string;
}

/**
 * The places a command line names: `--data` and `--keys`, `./data` and `./keys` without them, and
 * the database of DATABASE_URL unless `--data` is given.
 */
export function placesOf(given: Arguments, { environment }: Terminal): Places {
  const url = environment['DATABASE_URL'];
  const data = given.optional('data');
  return {
    database:
      data === undefined && url !== undefined && url !== ''
        ? { url }
        : { dataDirectory: given.path(data ?? 'data') },
    keysDirectory: given.path(given.optional('keys') ?? 'keys'),
  };
}

/** Whether DATABASE_URL names a database. */
export function isDatabaseNamed({ environment }: Terminal): boolean {
  return Boolean(environment['DATABASE_URL']);
}

/**
 * Holds a command that only reads to data that is there: opening would make an empty database.
 * @throws {CliFault} `failed`.
 */
export async function requireData({ database }: Places): Promise<void> {
  if ('url' in database) return;
  const { dataDirectory } = database;
  if (await exists(join(dataDirectory, 'postgres'))) return;
  throw new CliFault(
    'failed',
    `${dataDirectory} にデータがありません。--data に、データの場所を指定してください。`,
  );
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
