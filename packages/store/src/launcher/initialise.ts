import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { StoreFault } from '../fault.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { exists, moveIntoPlace } from './files.ts';

/** The login, and the database of the same name, of the embedded cluster. */
export const login = 'kanribo';

const passwordFile = 'kanribo.password';

const hostBasedAuthentication = [
  'local all all scram-sha-256',
  'host all all 127.0.0.1/32 scram-sha-256',
  '',
].join('\n');

/** Only what PostgreSQL's programs need from our environment. */
export const programEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly account: Account | undefined;
  readonly cwd: string;
  readonly input?: string;
}

/** Runs a program to its end; what it printed is in the fault when it failed. */
async function run(program: Program): Promise<void> {
  const { file, args, account, cwd } = program;
  const child = spawn(file, args, { ...account, cwd, env: programEnvironment });
  const printed: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(program.input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status === 0) return;
  const said = printed.join('').trim();
  const code = said.includes('No space left on device') ? 'disk-full' : 'database-not-starting';
  throw new StoreFault(code, `${path.basename(file)} failed (${status}): ${said}`);
}

async function writeDurably(file: string, text: string, account?: Account): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (account !== undefined) await chown(file, account.uid, account.gid);
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a PostgreSQL cluster: UTF8, locale C, data checksums, a login with a random password, and a
 * superuser nobody can log in as. It is made aside and renamed to its place when it is complete.
 */
export async function initialiseCluster(
  clusterDirectory: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  if (await exists(clusterDirectory)) return;
  const unfinished = `${clusterDirectory}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (account !== undefined) await chown(unfinished, account.uid, account.gid);
  await run({ file: binaries.initdb, args: initdbArguments(unfinished), account, cwd: unfinished });
  const password = randomBytes(32).toString('base64url');
  await run({
    file: binaries.postgres,
    args: ['--single', '-D', unfinished, '-c', 'exit_on_error=on', 'postgres'],
    account,
    cwd: unfinished,
    input: [
      `CREATE ROLE ${login} LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`,
      `CREATE DATABASE ${login} OWNER ${login}`,
      '',
    ].join('\n'),
  });
  await writeDurably(path.join(unfinished, 'pg_hba.conf'), hostBasedAuthentication, account);
  await writeDurably(path.join(unfinished, passwordFile), password, account);
  await moveIntoPlace(unfinished, clusterDirectory);
}

function initdbArguments(directory: string): readonly string[] {
  return [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ];
}

/** The password of the embedded cluster's login. */
export async function readPassword(clusterDirectory: string): Promise<string> {
  try {
    return await readFile(path.join(clusterDirectory, passwordFile), 'utf8');
  } catch (error) {
    throw new StoreFault(
      'data-directory-unreachable',
      `the password in ${clusterDirectory} cannot be read: start as the owner of that directory`,
      error,
    );
  }
}
