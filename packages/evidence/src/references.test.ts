import { expect, test } from 'vitest';
import { evidenceReferences } from './references.ts';

const first = 'a1'.repeat(32);
const second = 'b2'.repeat(32);

test('EVI-6: every string sha256:<hex> at any depth is a reference, once, in order', () => {
  const facts = {
    scan: `sha256:${second}`,
    deeper: [{ deepest: [`sha256:${first}`, `sha256:${second}`] }, null, 1, true],
  };
  expect(evidenceReferences(facts)).toEqual([second, first]);
});

test('EVI-6: nothing else is a reference', () => {
  const facts = {
    [`sha256:${first}`]: 'a key',
    bare: first,
    upper: `sha256:${first.toUpperCase()}`,
    short: `sha256:${first.slice(1)}`,
    long: `sha256:${first}0`,
    inside: ` sha256:${first}`,
    line: `sha256:${first}\n`,
  };
  expect(evidenceReferences(facts)).toEqual([]);
});
