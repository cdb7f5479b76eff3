import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file of the repository: its path from the root, with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Where the repository stands. */
export const root = join(import.meta.dirname, '..', '..');

/** What is made, fetched or another tool's own, and therefore never looked at. */
const passedOver = new Set(['node_modules', '.git', 'demo', 'data', 'keys', 'coverage', 'dist']);

/** Only at the top: a package may well be called `keys`. */
const passedOverBelow = new Set(['node_modules', '.git', 'coverage', 'dist']);

/** The paths of all files of the repository, in order, from the root. */
export function filePaths(): readonly string[] {
  return [...pathsIn(root)].map((path) => relative(root, path).split(sep).join('/')).sort();
}

function* pathsIn(folder: string): Generator<string> {
  const skipped = folder === root ? passedOver : passedOverBelow;
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(found.name)) continue;
    const path = join(folder, found.name);
    if (found.isDirectory()) yield* pathsIn(path);
    else if (found.isFile()) yield path;
  }
}

/** The files whose path ends so, with their text. */
export function filesEnding(...endings: readonly string[]): readonly SourceFile[] {
  return filePaths()
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The text of one file, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
