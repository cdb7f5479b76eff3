import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Database, type DatabaseLocation, openDatabase } from '@kanribo/store';
import { CliFault } from '../cli-fault.ts';

/**
 * Lends an empty database beside the given one for a copy, and removes it afterwards: an embedded
 * one in the directory, or a new one on the server that a connection string names.
 * @throws {CliFault} `failed` where the server does not let us make one.
 */
export async function withCopyDatabase<T>(
  beside: DatabaseLocation,
  directory: string,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  if (!('url' in beside)) return lend({ dataDirectory: join(directory, 'data') }, use);
  const name = `kanribo_demo_copy_${randomBytes(8).toString('hex')}`;
  const server = await openDatabase(beside);
  const run = (statement: string) =>
    server.connections.asOwner((client) => client.query(`${statement} database ${name}`));
  try {
    await run('create').catch((cause: unknown) => {
      throw new CliFault('failed', notAllowed, { cause });
    });
    try {
      return await lend({ url: urlOfDatabase(beside.url, name) }, use);
    } finally {
      await run('drop');
    }
  } finally {
    await server.close();
  }
}

const notAllowed =
  'DATABASE_URL の接続先に、改ざんを試す写しのデータベースを作れません。データベースを作れる利用者（CREATEDB）で接続するか、DATABASE_URL を外してください。';

async function lend<T>(
  location: DatabaseLocation,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(location);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

/** The connection string with another database's name in it; everything else stays. */
export function urlOfDatabase(url: string, name: string): string {
  const parts = /^([a-z]+:\/\/[^/?#]*)(?:\/[^?#]*)?(.*)$/iu.exec(url);
  if (parts === null) throw new CliFault('failed', 'DATABASE_URL を読めません。');
  return `${parts[1] ?? ''}/${name}${parts[2] ?? ''}`;
}
