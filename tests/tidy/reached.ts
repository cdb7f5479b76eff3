import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { importsOf, packageOf, resolvedFrom } from './imports.ts';
import type { Manifest } from './rooms.ts';
import type { SourceFile } from './source-tree.ts';

/** What is loaded from a beginning on: files of ours, and packages of others. */
export interface Reached {
  readonly files: readonly string[];
  readonly packages: readonly string[];
}

/** What of a tree is read, to follow imports in it. */
interface Tree {
  readonly sources: readonly SourceFile[];
  readonly manifests: readonly Manifest[];
}

/**
 * What a process has loaded once `command` runs: what `main` names at its beginning, one file after
 * the other, and whatever the command names, also what it loads later.
 */
export function reachedBy(
  { main, command }: { readonly main: string; readonly command: string },
  tree: Tree,
): Reached {
  const atOnce = closure(main, tree, staticImportsOf);
  const later = closure(command, tree, importsOf);
  const merged = (of: keyof Reached) => [...new Set([...atOnce[of], ...later[of]])].sort();
  return { files: merged('files'), packages: merged('packages') };
}

function closure(
  begin: string,
  { sources, manifests }: Tree,
  importsIn: (file: SourceFile) => readonly string[],
): Reached {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const [files, packages] = [new Set<string>(), new Set<string>()];
  const waiting = [begin];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (files.has(path)) continue;
    files.add(path);
    const source = byPath.get(path);
    if (source === undefined) continue;
    for (const module of importsIn(source)) {
      const own = module.startsWith('.') ? resolvedFrom(path, module) : entryOf(module, manifests);
      if (own !== undefined) waiting.push(own);
      else if (!module.startsWith('node:')) packages.add(packageOf(module));
    }
  }
  return { files: [...files], packages: [...packages] };
}

/** The file that a module of ours begins with; undefined for one of others. */
function entryOf(module: string, manifests: readonly Manifest[]): string | undefined {
  const manifest = manifests.find(({ name }) => name === packageOf(module));
  if (manifest === undefined) return undefined;
  const part = module.slice(manifest.name.length + 1);
  return posix.join(posix.dirname(manifest.path), 'src', part, 'index.ts');
}

function staticImportsOf({ path, text }: SourceFile): readonly string[] {
  const { staticImports, staticExports } = parseSync(path, text).module;
  const exported = staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest }) => (moduleRequest === null ? [] : [moduleRequest.value]));
  return [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported];
}

/** Files that are for showing, measuring or testing, none of which an office needs. */
export const isBesideProduct = (path: string): boolean =>
  /(?:^|\/)(?:tests|testing|demo|bench)\//u.test(path) || /\.(?:test|bench)\.tsx?$/u.test(path);
