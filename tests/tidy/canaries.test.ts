import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areaBreaches, areaOrder, unlistedAreas } from './areas.ts';
import { formatGate, lintGate, runGate, typeGate } from './gates.ts';
import { missingFromLock } from './lockfile.ts';
import { scriptsOf } from './manifests.ts';
import { type Manifest, impureImports, ladderBreaches, unlistedImports } from './rooms.ts';
import { root, textOf } from './source-tree.ts';
import { ruleBreaches, rulesOf, testsOf } from './spec-ids.ts';
import { sqlOutsideFiles, tablesWithoutContract, unboundSql } from './sql.ts';
import { emptyNamed, longestFile, machineNamesIn, oddlyNamed, tooLongFiles } from './texts.ts';

const sound = "/** Says what it is. */\nexport const answer: string = 'sound';\n";

const manifest = (name: string, ...dependencies: readonly string[]): Manifest => ({
  path: `packages/${name}/package.json`,
  name: `@kanribo/${name}`,
  dependencies,
  devDependencies: [],
});

test('TID-11: layout: a file laid out otherwise is refused', () => {
  expect(formatGate({ 'sound.ts': sound }).passed).toBe(true);
  expect(formatGate({ 'bad.ts': 'export const answer   = "bad"\n' }).passed).toBe(false);
});

const badTexts = {
  'any.ts': ['no-explicit-any', 'export const given = (value: any) => value;\n'],
  'bang.ts': ['no-non-null-assertion', 'export const first = (of: string[]) => of[0]!;\n'],
  'cast.ts': [
    'consistent-type-assertions',
    'export const cast = (value: unknown) => value as string;\n',
  ],
  'floating.ts': [
    'no-floating-promises',
    'const later = async () => 1;\nexport const go = () => {\n  later();\n};\n',
  ],
  'switch.ts': [
    'switch-exhaustiveness-check',
    "export function say(word: 'a' | 'b'): string {\n  switch (word) {\n    case 'a':\n" +
      "      return 'A';\n  }\n  return '';\n}\n",
  ],
  'default.ts': ['no-default-export', 'const answer = 1;\nexport default answer;\n'],
  'console.ts': ['no-console', "export const say = () => console.log('said');\n"],
  'else.ts': [
    'no-else-return',
    'export function sign(of: number): number {\n  if (of < 0) {\n    return -1;\n  } else {\n' +
      '    return 1;\n  }\n}\n',
  ],
  'ignored.ts': ['ban-ts-comment', '// @ts-ignore\nexport const answer: string = 1;\n'],
  'long-function.ts': [
    'max-lines-per-function',
    `export function long(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(60)}  return sum;\n}\n`,
  ],
  'long-file.ts': [
    'max-lines',
    Array.from({ length: 401 }, (_, index) => `export const n${index} = ${index};\n`).join(''),
  ],
  'cycle.ts': ['no-cycle', "import './cycle-back.ts';\n"],
  'cycle-back.ts': ['no-cycle', "import './cycle.ts';\n"],
  'only.test.ts': [
    'no-focused-tests',
    "import { expect, test } from 'vitest';\ntest.only('one', () => {\n  expect(1).toBe(1);\n});\n",
  ],
} as const;

const lintedTexts = Object.entries(badTexts).map(([path, [rule, text]]) => ({ path, rule, text }));

test.each(lintedTexts)('TID-5, TID-11: lint: $path breaks $rule', ({ path, rule, text }) => {
  const other = path.startsWith('cycle') ? { 'cycle.ts': badTexts['cycle.ts'][1] } : {};
  const back = path === 'cycle.ts' ? { 'cycle-back.ts': badTexts['cycle-back.ts'][1] } : {};
  const { passed, said } = lintGate({ ...other, ...back, [path]: text });
  expect(said).toContain(rule);
  expect(passed).toBe(false);
});

test('TID-11: lint: a sound text passes', () => {
  expect(lintGate({ 'sound.ts': sound })).toMatchObject({ passed: true });
});

test.each([
  ['TS2322', 'export const answer: string = 1;\n'],
  ['TS1294', 'export enum Side {\n  Left,\n}\n'],
  ['TS2322', 'export const first = (of: string[]): string => of[0];\n'],
  ['TS2375', 'export const made: { name?: string } = { name: undefined };\n'],
  ['TS6133', 'const unused = 1;\nexport {};\n'],
])('TID-11: types: %s', (code, text) => {
  const { passed, said } = typeGate('tsconfig.json', { 'bad.ts': text });
  expect(said).toContain(code);
  expect(passed).toBe(false);
});

test.each([
  ['TS2591', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n"],
  ['TS2591', 'export const directory = process.cwd();\n'],
  ['TS2591', "export const bytes = Buffer.from('text');\n"],
  ['TS2584', 'export const page = document.title;\n'],
])('TID-3, TID-11: pure types: %s: %j', (code, text) => {
  const { passed, said } = typeGate('tsconfig.pure.json', { 'bad.ts': text });
  expect(said).toContain(code);
  expect(passed).toBe(false);
});

test('TID-11: types: a sound text passes, with Node where it may be and pure', () => {
  const node = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n";
  expect(typeGate('tsconfig.json', { 'sound.ts': node })).toMatchObject({ passed: true });
  expect(typeGate('tsconfig.pure.json', { 'sound.ts': sound })).toMatchObject({ passed: true });
});

const knipped = {
  'package.json': '{"name":"canary","private":true,"workspaces":["packages/*"]}',
  'packages/canary/package.json':
    '{"name":"canary-package","type":"module","exports":{".":"./src/index.ts"}}',
  'packages/canary/src/index.ts': sound,
};
const knipGate = (files: Readonly<Record<string, string>>) =>
  runGate('knip', ['-c', 'knip.json', '--no-config-hints'], {
    ...knipped,
    'knip.json': readFileSync(join(root, 'knip.json'), 'utf8'),
    ...files,
  });

test('TID-11: dead code: a sound package passes', () => {
  expect(knipGate({})).toMatchObject({ passed: true });
});

test.each([
  ['a file nobody imports', { 'packages/canary/src/dead.ts': sound }],
  [
    'an export nobody imports',
    {
      'packages/canary/src/index.ts': "export { used } from './part.ts';\n",
      'packages/canary/src/part.ts': 'export const used = 1;\nexport const unused = 2;\n',
    },
  ],
  [
    'a package that is not listed',
    { 'packages/canary/src/index.ts': "export { thing } from 'unlisted-package';\n" },
  ],
  [
    'a dependency nobody imports',
    {
      'packages/canary/package.json':
        '{"name":"canary-package","type":"module","exports":{".":"./src/index.ts"},' +
        '"dependencies":{"unused-package":"1.0.0"}}',
    },
  ],
])('TID-11: dead code: %s', (_what, files) => {
  expect(knipGate(files).passed).toBe(false);
});

test('TID-1, TID-11: ladder: backwards, sideways and unknown are found', () => {
  expect(ladderBreaches([manifest('domain', '@kanribo/kernel', 'immutable')])).toEqual([]);
  const bad = [
    manifest('domain', '@kanribo/application'),
    manifest('store', '@kanribo/keys'),
    manifest('evidence', '@kanribo/annex'),
    manifest('newcomer'),
  ];
  expect(ladderBreaches(bad)).toHaveLength(4);
});

test('TID-2, TID-11: imports: what is not listed, and what reaches over, is found', () => {
  const path = 'packages/domain/src/bad.ts';
  const manifests = [manifest('domain', '@kanribo/kernel')];
  const breaches = (text: string) => unlistedImports([{ path, text }], manifests, ['vitest']);
  expect(breaches("import { ok } from '@kanribo/kernel';\n")).toEqual([]);
  expect(breaches("import type { Entry } from '@kanribo/evidence';\n")).toHaveLength(1);
  expect(breaches("export * from '@kanribo/store/testing';\n")).toHaveLength(1);
  expect(breaches("export const load = () => import('pg');\n")).toHaveLength(1);
  expect(breaches("export type Client = import('pg').Client;\n")).toHaveLength(1);
  expect(breaches("import { test } from 'vitest';\ntest('x', () => {});\n")).toHaveLength(1);
  expect(breaches("export { ok } from '../../kernel/src/index.ts';\n")).toHaveLength(1);
});

test('TID-3, TID-11: purity: a module of Node is found, but not in a test', () => {
  const text = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n";
  expect(impureImports([{ path: 'packages/annex/src/bad.ts', text }])).toHaveLength(1);
  expect(impureImports([{ path: 'packages/annex/src/good.test.ts', text }])).toEqual([]);
});

test('TID-4, TID-11: areas: later areas, closed doors and areas seen from below are found', () => {
  const order = areaOrder('# Order of the areas\n\n1. `first`: one\n2. `second`: two\n\n# Next\n');
  expect(order).toEqual(['first', 'second']);
  const breaches = (from: string, to: string) =>
    areaBreaches([{ path: `packages/domain/src/${from}`, text: `import '${to}';\n` }], order);
  expect(breaches('second/decide.ts', '../first/questions.ts')).toEqual([]);
  expect(breaches('second/filings/one.ts', '../../engine/case.ts')).toEqual([]);
  expect(breaches('second/decide.ts', '../first/state.ts')).toHaveLength(1);
  expect(breaches('first/decide.ts', '../second/questions.ts')).toHaveLength(1);
  expect(breaches('engine/decide.ts', '../first/questions.ts')).toHaveLength(1);
  expect(breaches('engine/decide.ts', '../presets/filing.ts')).toHaveLength(1);
  expect(breaches('presets/filing.ts', '../first/questions.ts')).toEqual([]);
  expect(breaches('presets/filing.ts', '../second/questions.ts')).toHaveLength(1);
  expect(breaches('presets/filing.ts', '../first/state.ts')).toHaveLength(1);
  const stranger = { path: 'packages/domain/src/third/decide.ts', text: '' };
  expect(unlistedAreas([stranger], order)).toEqual(['third']);
});

test('TID-5, TID-11: length: one line too many is found', () => {
  const lines = (count: number) => [{ path: 'a.ts', text: 'x\n'.repeat(count) }];
  expect(tooLongFiles(lines(longestFile))).toEqual([]);
  expect(tooLongFiles(lines(longestFile + 1))).toHaveLength(1);
});

test('TID-6, TID-11: names: empty and odd ones are found', () => {
  const bad = ['packages/utils/a.ts', 'packages/a/src/common.ts', 'b/helpers.test.ts'];
  expect(emptyNamed(bad)).toEqual(bad);
  expect(emptyNamed(['packages/store/src/logs/reader.ts'])).toEqual([]);
  expect(oddlyNamed(['a/camelCase.ts', 'a/Upper.sql'])).toHaveLength(2);
  expect(oddlyNamed(['a/kebab-case.int.test.ts', 'README.md'])).toEqual([]);
});

test.each([
  `see ${['', 'home', 'somebody', 'notes'].join('/')}`,
  '"resolved": "https://example.org/a.tgz"',
  'registry.example.org',
  'see /srv/kanribo/notes',
])('TID-7, TID-11: machines: %j is found', (text) => {
  expect(machineNamesIn([{ path: 'a.md', text: `one\n${text}\n` }], '/srv/kanribo')).toEqual([
    `a.md:2: ${text}`,
  ]);
});

test.each([
  'SELECT entry FROM kanribo.entry WHERE log = $1',
  'SELECT entry FROM kanribo.entry WHERE contract_id = $2',
  'SELECT entry FROM kanribo.entry WHERE contract_id = $10',
  'SELECT 1 FROM kanribo.log JOIN kanribo.entry USING (log) WHERE log.contract_id = $1',
  'INSERT INTO kanribo.log (contract_id, log) SELECT $2, $1',
  'SELECT 1',
])('TID-8, TID-11: SQL: %j is found', (text) => {
  expect(unboundSql([{ path: 'src/sql/bad.sql', text }], {})).toHaveLength(1);
});

test('TID-8, TID-11: SQL: a statement on a table of the instance and on another is noticed', () => {
  const own = 'DELETE FROM kanribo.account_session WHERE session = $1';
  const other = `${own} AND EXISTS (SELECT FROM kanribo.entry)`;
  expect(unboundSql([{ path: 'src/sql/own.sql', text: own }], {})).toEqual([]);
  expect(unboundSql([{ path: 'src/sql/bad.sql', text: other }], {})).toHaveLength(1);
});

test('TID-8, TID-11: SQL: an exception without need, or for nothing, is found', () => {
  const text = 'SELECT entry FROM kanribo.entry WHERE contract_id = $1 AND log = $2';
  const files = [{ path: 'src/sql/read.sql', text }];
  expect(unboundSql(files, {})).toEqual([]);
  expect(unboundSql(files, { 'read.sql': 'why?', 'gone.sql': 'why?' })).toHaveLength(2);
});

test('TID-9, TID-11: SQL: a key of another order, and a statement in code, are found', () => {
  const text = 'CREATE TABLE kanribo.a (\n  id text PRIMARY KEY\n);\n';
  expect(tablesWithoutContract([{ path: '0009-a.sql', text }])).toHaveLength(1);
  const code = "export const text = 'DELETE FROM kanribo.entry';\n";
  expect(sqlOutsideFiles([{ path: 'a.ts', text: code }])).toEqual(['a.ts']);
});

test('TID-10, TID-11: rules: unquoted, unknown, doubled and missing ids are found', () => {
  const rules = rulesOf({ path: 'a.md', text: '- **ABC-1** One.\n- **ABC-2** Two.\n' });
  const tests = (text: string) => testsOf({ path: 'a.test.ts', text });
  const both = tests("test('ABC-1: one', () => {});\ntest.each([1])('ABC-2: %i', () => {});\n");
  expect(ruleBreaches(rules, both)).toEqual([]);
  expect(ruleBreaches([...rules, ...rules], both)).toHaveLength(2);
  expect(ruleBreaches(rules, both.slice(1))).toEqual(['a.md: no test quotes ABC-1']);
  const more = (text: string) => ruleBreaches(rules, [...both, ...tests(text)]);
  expect(more("test.skipIf(true)('ABC-9: unknown', () => {});\n")).toHaveLength(1);
  const renamed = "const onPages = test.skipIf(true);\nonPages('ABC-9: unknown', () => {});\n";
  expect(more(renamed)).toHaveLength(1);
  expect(more("test('without an id', () => {});\n")).toHaveLength(1);
  expect(more('test(title, () => {});\n')).toHaveLength(1);
});

test('TID-14, TID-11: lockfile: a build for another platform that was left out is found', () => {
  const lock = (packages: object) => JSON.stringify({ packages });
  const one = { 'node_modules/a': { optionalDependencies: { 'a-darwin': '1.0.0' } } };
  expect(missingFromLock(lock(one))).toHaveLength(1);
  expect(missingFromLock(lock({ ...one, 'node_modules/a-darwin': {} }))).toEqual([]);
  const nested = { ...one, 'node_modules/a/node_modules/a-darwin': {} };
  expect(missingFromLock(lock(nested))).toEqual([]);
});

test('TID-12: check runs every gate', () => {
  const scripts = scriptsOf({ path: 'package.json', text: textOf('package.json') });
  const gates = [...scripts.keys()].filter((name) => name.startsWith('check:'));
  const check = scripts.get('check')?.split(' && ') ?? [];
  expect(check).toEqual(gates.map((name) => `npm run ${name}`));
  expect(gates.length).toBe(5);
});
