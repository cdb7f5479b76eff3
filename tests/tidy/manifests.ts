import { isJsonObject } from '@kanribo/kernel';
import type { Manifest } from './rooms.ts';
import type { SourceFile } from './source-tree.ts';

const namesIn = (value: unknown): readonly string[] =>
  isJsonObject(value) ? Object.keys(value) : [];

/** Name and dependencies of a package.json; optional dependencies count as dependencies. */
export function manifestOf({ path, text }: SourceFile): Manifest {
  const read: unknown = JSON.parse(text);
  if (!isJsonObject(read) || typeof read['name'] !== 'string') {
    throw new Error(`${path} has no name`);
  }
  return {
    path,
    name: read['name'],
    dependencies: [...namesIn(read['dependencies']), ...namesIn(read['optionalDependencies'])],
    devDependencies: namesIn(read['devDependencies']),
  };
}

/** The commands of a package.json, by name. */
export function scriptsOf({ path, text }: SourceFile): ReadonlyMap<string, string> {
  const read: unknown = JSON.parse(text);
  if (!isJsonObject(read) || !isJsonObject(read['scripts'])) {
    throw new Error(`${path} has no scripts`);
  }
  const scripts = Object.entries(read['scripts']);
  return new Map(
    scripts.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
