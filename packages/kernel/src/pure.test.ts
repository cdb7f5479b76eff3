import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** What a browser does not have, and what would make two runs differ. */
const forbidden =
  /['"]node:|\b(?:Buffer|process|require|__dirname|setTimeout|performance)\b|Date\.now|new Date\(\)|Math\.random|crypto\./;

test('KER-28: no source names Node, the clock or randomness', () => {
  expect(sources.length).toBeGreaterThan(10);
  const guilty = sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name);
  expect(guilty).toEqual([]);
});

test.each(["import { x } from 'node:fs'", 'Buffer.from(x)', 'process.env', 'new Date()'])(
  'KER-28: the search would find %s',
  (text) => {
    expect(forbidden.test(text)).toBe(true);
  },
);
