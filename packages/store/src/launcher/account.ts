import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { StoreFault } from '../fault.ts';

/** An account of the operating system, as numbers. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

async function namedAccount(name: string): Promise<Account | undefined> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  for (const line of lines) {
    const [entryName, , uid, gid] = line.split(':');
    if (entryName === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

async function ownerOf(directory: string): Promise<Account | undefined> {
  try {
    const { uid, gid } = await stat(directory);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

function requirePasswdEntry(): void {
  try {
    userInfo();
  } catch (error) {
    const uid = process.getuid?.() ?? -1;
    throw new StoreFault(
      'account-missing',
      `PostgreSQL cannot be set up by uid ${uid}, which has no entry in /etc/passwd: ` +
        'run as a user who has one, or set DATABASE_URL',
      error,
    );
  }
}

/**
 * The account PostgreSQL is to run as, or undefined where it is the one we have. PostgreSQL does
 * not run as root: there it is the owner of the cluster, else `postgres`, else `nobody`.
 * @throws {StoreFault} `account-missing` when there is no such account.
 */
export async function databaseAccount(clusterDirectory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) {
    requirePasswdEntry();
    return undefined;
  }
  const account =
    (await ownerOf(clusterDirectory)) ??
    (await namedAccount('postgres')) ??
    (await namedAccount('nobody'));
  if (account !== undefined) return account;
  throw new StoreFault(
    'account-missing',
    'PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody: ' +
      'make one of them, start as another user, or set DATABASE_URL',
  );
}

/** The first directory on the way to `directory` that `account` may not pass, if there is one. */
export async function firstClosedDirectory(
  directory: string,
  account: Account,
): Promise<string | undefined> {
  const parts = path.resolve(directory).split(path.sep).slice(1);
  for (let count = 0; count <= parts.length; count += 1) {
    const ancestor = path.join(path.sep, ...parts.slice(0, count));
    const { uid, gid, mode } = await stat(ancestor);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return ancestor;
  }
  return undefined;
}
