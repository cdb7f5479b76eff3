import { posix } from 'node:path';
import { importsOf, packageOf, resolvedFrom } from './imports.ts';
import { isTest } from './tests-of.ts';
import type { SourceFile } from './source-tree.ts';

const pure = ['kernel', 'merkle', 'evidence', 'annex', 'domain'];
const aroundTheApplication = [...pure, 'application'];

/** What a package may build on, of our own packages. Steps may be skipped, never run back. */
export const ladder: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  merkle: ['kernel'],
  evidence: ['kernel', 'merkle'],
  annex: ['kernel'],
  domain: ['kernel', 'annex'],
  application: pure,
  keys: aroundTheApplication,
  store: aroundTheApplication,
  forms: aroundTheApplication,
  'sign-in': aroundTheApplication,
  api: ['kernel', 'annex', 'domain'],
  web: ['kernel', 'merkle', 'evidence', 'annex', 'domain', 'api'],
  office: [...aroundTheApplication, 'forms'],
  server: [...aroundTheApplication, 'store', 'forms', 'sign-in', 'office', 'api', 'keys'],
  cli: [...aroundTheApplication, 'keys', 'store', 'forms', 'sign-in', 'office', 'server'],
};

/** What is read of a `package.json`. */
export interface Manifest {
  readonly path: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

const own = '@kanribo/';

/** What a package.json lists that is not below it on the ladder. */
export function ladderBreaches(manifests: readonly Manifest[]): readonly string[] {
  return manifests.flatMap(({ path, name, dependencies, devDependencies }) => {
    const allowed = ladder[name.replace(own, '')];
    if (allowed === undefined) return [`${path}: ${name} has no place on the ladder`];
    return [...dependencies, ...devDependencies]
      .filter((listed) => listed.startsWith(own) && !allowed.includes(listed.replace(own, '')))
      .map((listed) => `${path}: ${name} may not import ${listed}`);
  });
}

/** The folder of the package a file belongs to: `packages/kernel`. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/**
 * Modules a package's files import without listing them. Tests and what stands in `testing`
 * folders may import the development dependencies of the root too.
 */
export function unlistedImports(
  files: readonly SourceFile[],
  manifests: readonly Manifest[],
  rootDevelopment: readonly string[],
): readonly string[] {
  const byFolder = new Map(manifests.map((found) => [posix.dirname(found.path), found]));
  return files.flatMap((file) => {
    const manifest = byFolder.get(folderOf(file.path));
    if (manifest === undefined) return [`${file.path}: belongs to no package`];
    const forTests = isTest(file.path) ? [...manifest.devDependencies, ...rootDevelopment] : [];
    const listed = new Set([...manifest.dependencies, ...forTests]);
    return importsOf(file).flatMap((module) => breachOf(file, module, listed));
  });
}

function breachOf({ path }: SourceFile, module: string, listed: ReadonlySet<string>) {
  if (module.startsWith('node:')) return [];
  if (module.startsWith('.')) {
    const target = resolvedFrom(path, module);
    return folderOf(target) === folderOf(path) ? [] : [`${path}: reaches over to ${target}`];
  }
  return listed.has(packageOf(module)) ? [] : [`${path}: imports ${module} without listing it`];
}

/** Files of pure packages, tests aside, that import a module of Node. */
export function impureImports(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => pure.some((name) => path.startsWith(`packages/${name}/src/`)))
    .filter(({ path }) => !isTest(path))
    .flatMap((file) =>
      importsOf(file)
        .filter((module) => module.startsWith('node:'))
        .map((module) => `${file.path}: a pure package imports ${module}`),
    );
}
