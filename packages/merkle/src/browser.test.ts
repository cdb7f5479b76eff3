import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const directory = new URL('./', import.meta.url);
const sources = readdirSync(directory).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);
const textOf = (name: string): string => readFileSync(new URL(name, directory), 'utf8');
const importedFrom = /\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/g;

test.each(sources)('MRK-25: %s imports nothing but this package and the kernel', (name) => {
  const modules = [...textOf(name).matchAll(importedFrom)].map(
    ([, from, loaded]) => from ?? loaded,
  );
  for (const module of modules) expect(module).toMatch(/^(?:\.\/[a-z0-9-]+\.ts|@kanribo\/kernel)$/);
});

const machinery =
  /node:[a-z]|\brequire\(|\b(?:process|Buffer|Date|performance)\b|Math\.random|\bcrypto\b/;

test.each(sources)('MRK-25: %s uses nothing of Node, no clock and no chance', (name) => {
  expect(textOf(name)).not.toMatch(machinery);
});

test.each(["from 'node:fs'", 'Buffer.from(x)', 'process.env', 'new Date()', 'Math.random()'])(
  'MRK-25: a source with %j would be found',
  (line) => {
    expect(line).toMatch(machinery);
  },
);

test('MRK-25: the sources are looked at where they are', () => {
  expect(sources).toContain('index.ts');
  expect(sources.length).toBeGreaterThan(20);
});
