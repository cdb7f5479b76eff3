import { toHex, utf8 } from '@kanribo/kernel';
import { leafHash, nodeHash } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { sha256 } from './browser-crypto.ts';
import { checkEntry } from './check-entry.ts';

const [first, second] = ['{"sequence":0}', '{"sequence":1}'] as const;
const [left, right] = [leafHash(sha256, utf8(first)), leafHash(sha256, utf8(second))] as const;
const told = {
  sequence: 0,
  entry: first,
  leafHash: toHex(left),
  treeSize: 2,
  root: toHex(nodeHash(sha256, left, right)),
  proof: [toHex(right)],
};

test('WEB-24: an entry is included where its bytes, its hash and its proof come to the root', () => {
  expect(checkEntry(sha256, told)).toBe('included');
});

test('WEB-24: an entry with other bytes than its hash is told, whatever the server says', () => {
  expect(checkEntry(sha256, { ...told, entry: second })).toBe('not-hashed');
});

test('WEB-24: a proof that does not come to the root is told', () => {
  expect(checkEntry(sha256, { ...told, sequence: 1 })).toBe('not-included');
  expect(checkEntry(sha256, { ...told, proof: [] })).toBe('not-included');
  expect(checkEntry(sha256, { ...told, proof: ['zz'] })).toBe('not-included');
  expect(checkEntry(sha256, { ...told, root: told.leafHash })).toBe('not-included');
});
