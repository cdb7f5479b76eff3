import { expect, test } from 'vitest';
import { commands } from '../apps/cli/src/commands.ts';
import { areaBreaches, areaOrder, unlistedAreas } from './tidy/areas.ts';
import { cryptographyIn, cryptographyListed } from './tidy/cryptography.ts';
import { missingFromLock } from './tidy/lockfile.ts';
import { manifestOf } from './tidy/manifests.ts';
import { isBesideProduct, reachedBy } from './tidy/reached.ts';
import { impureImports, ladder, ladderBreaches, unlistedImports } from './tidy/rooms.ts';
import { filePaths, filesEnding, root, textOf } from './tidy/source-tree.ts';
import { ruleBreaches, rulesOf, testsOf } from './tidy/spec-ids.ts';
import {
  notOfOneContract,
  sqlOutsideFiles,
  tablesWithoutContract,
  unboundSql,
} from './tidy/sql.ts';
import { isTest } from './tidy/tests-of.ts';
import { emptyNamed, machineNamesIn, oddlyNamed, tooLongFiles } from './tidy/texts.ts';

const sources = filesEnding('.ts', '.tsx');
const inPackages = sources.filter(({ path }) => /^(?:packages|apps)\//.test(path));
const rootManifest = manifestOf({ path: 'package.json', text: textOf('package.json') });
const manifests = filesEnding('package.json')
  .filter(({ path }) => /^(?:packages|apps)\/[^/]+\/package\.json$/.test(path))
  .map(manifestOf);
const statements = filesEnding('.sql').filter(({ path }) => path.includes('/src/sql/'));
const migrations = filesEnding('.sql').filter(({ path }) => path.includes('/src/migrations/'));

test('TID-1: every package lists only packages below it', () => {
  expect(manifests.length).toBe(Object.keys(ladder).length);
  expect(ladderBreaches(manifests)).toEqual([]);
});

test('TID-2: files import only what their own package lists, and stay in it', () => {
  expect(unlistedImports(inPackages, manifests, rootManifest.devDependencies)).toEqual([]);
});

test('TID-3: pure packages import nothing of Node', () => {
  expect(impureImports(inPackages)).toEqual([]);
});

test('TID-4: areas of the domain read earlier areas only, and by their questions', () => {
  const order = areaOrder(textOf('ARCHITECTURE.md'));
  expect(order.length).toBeGreaterThan(0);
  expect(unlistedAreas(inPackages, order)).toEqual([]);
  expect(areaBreaches(inPackages, order)).toEqual([]);
});

test('TID-5: no source file is too long', () => {
  expect(tooLongFiles(filesEnding('.ts', '.tsx', '.sql', '.typ'))).toEqual([]);
});

test('TID-6: names say what stands in a file or folder', () => {
  expect(emptyNamed(filePaths())).toEqual([]);
  expect(oddlyNamed(filePaths())).toEqual([]);
});

test('TID-7: no file names a machine or the host of a registry', () => {
  const texts = ['.ts', '.tsx', '.sql', '.typ', '.json', '.md', '.mjs', '/run', 'NOTICE'];
  const files = filesEnding(...texts).filter(({ path }) => !path.startsWith('tests/tidy'));
  expect(machineNamesIn(files, root)).toEqual([]);
});

test('TID-8: every statement is bound to one contract, or excepted with a reason', () => {
  expect(statements.length).toBeGreaterThan(10);
  expect(unboundSql(statements, notOfOneContract)).toEqual([]);
});

test('TID-9: keys of contract tables begin with the contract; statements stand in files', () => {
  expect(migrations.length).toBeGreaterThan(0);
  expect(tablesWithoutContract(migrations)).toEqual([]);
  expect(sqlOutsideFiles(inPackages.filter(({ path }) => !isTest(path)))).toEqual([]);
});

test('TID-10: each rule is quoted by a test, and each test quotes a rule', () => {
  const specifications = filesEnding('.md').filter(({ path }) => path.startsWith('docs/spec/'));
  const rules = specifications.flatMap(rulesOf);
  const tests = sources.filter(({ path }) => path.endsWith('.test.ts')).flatMap(testsOf);
  expect(tests.length).toBeGreaterThan(100);
  expect(ruleBreaches(rules, tests)).toEqual([]);
});

test.each(['README.md', 'README.ja.md'])('TID-13: %s lists the commands there are', (path) => {
  const rows = [...textOf(path).matchAll(/^\| `kanribo ([a-z]+(?: [a-z]+)?)`/gm)];
  const listed = rows.map(([, name]) => name);
  expect(listed).toEqual(commands.map(({ name }) => name));
});

test('TID-14: the lockfile has every package that one of its packages names', () => {
  expect(missingFromLock(textOf('package-lock.json'))).toEqual([]);
});

test('TID-15: the inventory lists every function of cryptography that is used, where it is', () => {
  const used = cryptographyIn(inPackages.filter(({ path }) => !isTest(path)));
  expect(used.length).toBeGreaterThan(20);
  expect(used).toEqual(cryptographyListed(textOf('docs/spec/asvs.md')));
});

test('TID-20: what serves loads nothing that shows, measures or tests, nor what is for development', () => {
  const serving = { main: 'apps/cli/src/main.ts', command: 'apps/cli/src/commands/serve.ts' };
  const { files, packages } = reachedBy(serving, { sources: inPackages, manifests });
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter(isBesideProduct)).toEqual([]);
  const needed = new Set(manifests.flatMap(({ dependencies }) => dependencies));
  expect(packages.filter((name) => !needed.has(name))).toEqual([]);
});

test('TID-20: what a command loads later, and through another package, is found', () => {
  const begin = { main: 'apps/a/src/main.ts', command: 'apps/a/src/serve.ts' };
  const manifest = { name: '@kanribo/b', dependencies: [], devDependencies: [] };
  const sources = [
    { path: begin.main, text: "export * from './list.ts';" },
    { path: 'apps/a/src/list.ts', text: "const later = () => import('./demo/story.ts');" },
    { path: begin.command, text: "const now = () => import('@kanribo/b/testing');" },
    { path: 'packages/b/src/testing/index.ts', text: "import 'vitest';" },
  ];
  const manifests = [{ ...manifest, path: 'packages/b/package.json' }];
  const { files, packages } = reachedBy(begin, { sources, manifests });
  expect(files.filter(isBesideProduct)).toEqual(['packages/b/src/testing/index.ts']);
  expect(packages).toEqual(['vitest']);
});

test('TID-15: a use that is not listed is found, whatever it is called there', () => {
  const text = "import { createSign as seal, type KeyObject } from 'node:crypto';\n";
  const found = cryptographyIn([{ path: 'packages/keys/src/new.ts', text }]);
  expect(found).toEqual(['packages/keys: node:crypto createSign']);
});
