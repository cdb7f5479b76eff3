import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  demandPrivate,
  ifThere,
  makePrivateDirectory,
  publishDirectory,
  stagingPathIn,
  stagingPrefix,
  storing,
  syncDirectory,
  writeNewFile,
} from './durable-files.ts';
import type { OnStep } from './steps.ts';

/** Where things stand in a keys directory; everything is under `v1`, which appears in one step. */
export interface Layout {
  readonly directory: string;
  readonly version: string;
  readonly root: string;
  readonly contracts: string;
  readonly guard: string;
  readonly certificates: string;
}

/** The places of a keys directory, whether there is one or not. */
export function layoutOf(directory: string): Layout {
  const path = resolve(directory);
  return { directory: path, ...placesIn(join(path, 'v1')) };
}

const placesIn = (version: string): Omit<Layout, 'directory'> => ({
  version,
  root: join(version, 'root.json'),
  contracts: join(version, 'contracts'),
  guard: join(version, 'guard'),
  certificates: join(version, 'certificates'),
});

/** A file of a new directory: its name and bytes. */
interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a new keys directory begins with. */
export interface FirstFiles {
  readonly root: Uint8Array;
  readonly guard: NamedFile;
  readonly contracts: readonly NamedFile[];
  readonly certificates: readonly NamedFile[];
}

/** Why nothing can be made in a directory. */
export type OccupiedRefusal =
  /** There are keys in it already. */
  | { readonly code: 'keys-exist' }
  /** There is something else in it. */
  | { readonly code: 'directory-not-empty' };

/** Why no keys could be made here; undefined where they can. Makes the directory if needed. */
export async function prepareDirectory(layout: Layout): Promise<OccupiedRefusal | undefined> {
  await makePrivateDirectory(layout.directory);
  await demandPrivate(layout.directory);
  const names = await storing(layout.directory, () => readdir(layout.directory));
  if (names.includes('v1')) return { code: 'keys-exist' };
  return names.every(isNothing) ? undefined : { code: 'directory-not-empty' };
}

/** What a creation that was cut off left behind, and what a file system has of its own. */
const isNothing = (name: string): boolean =>
  name.startsWith(stagingPrefix) || name === 'lost+found';

/**
 * Writes all files and gives them their place in one step, durably: a process that is killed has
 * made all or nothing. `false` where another was first.
 */
export async function establish(
  layout: Layout,
  files: FirstFiles,
  onStep: OnStep,
): Promise<boolean> {
  const staging = stagingPathIn(layout.directory);
  const places = placesIn(staging);
  const filled = [places.contracts, places.guard, places.certificates];
  for (const place of [staging, ...filled]) await makePrivateDirectory(place);
  await writeNewFile(places.root, files.root);
  await writeNewFile(join(places.guard, files.guard.name), files.guard.bytes);
  for (const { name, bytes } of files.contracts) {
    await writeNewFile(join(places.contracts, name), bytes);
  }
  for (const { name, bytes } of files.certificates) {
    await writeNewFile(join(places.certificates, name), bytes);
  }
  for (const place of [...filled, staging]) {
    await storing(place, () => syncDirectory(place));
  }
  await onStep('directory-staged');
  return publishDirectory(staging, layout.version);
}

/**
 * Whether there are keys; looks at the rights of every file and directory.
 * @throws {KeysFault} `permissions-too-open` for the first that others than its owner may use.
 */
export async function hasPrivateKeys(layout: Layout): Promise<boolean> {
  const there = await ifThere(layout.version, () => stat(layout.version));
  if (there === undefined) return false;
  await demandPrivate(layout.directory);
  const names = await storing(layout.version, () => readdir(layout.version, { recursive: true }));
  for (const path of [layout.version, ...names.map((name) => join(layout.version, name))]) {
    await demandPrivate(path);
  }
  return true;
}
