import { concatBytes, equalBytes, fromHex } from '@kanribo/kernel';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { consistencyProof, verifyConsistency, type ConsistencyClaim } from './consistency.ts';
import { formatConsistencyProof, parseConsistencyProof } from './proof-text.ts';
import { withEachBitFlipped } from './testing/flipped.ts';
import { NaiveTree } from './testing/naive-tree.ts';
import { sha256 } from './testing/node-crypto.ts';
import { quickHash } from './testing/quick-hash.ts';
import { referenceConsistencyProofs, referenceRoots } from './testing/reference-vectors.ts';
import { sampleEntry, sampleLog } from './testing/sample-log.ts';

const largest = 300;
const naive = new NaiveTree(
  sha256,
  Array.from({ length: largest }, (_, n) => sampleEntry(n)),
);
const bytes = (hex = ''): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

const claimOf = (from: number, to: number): ConsistencyClaim => ({
  from: { size: from, root: naive.hash(0, from) },
  to: { size: to, root: naive.hash(0, to) },
});

test.each(referenceConsistencyProofs)(
  'MRK-9: the published proof from $from to $to holds',
  ({ from, to, proof }) => {
    const claim = {
      from: { size: from, root: bytes(referenceRoots[from]) },
      to: { size: to, root: bytes(referenceRoots[to]) },
    };
    expect(verifyConsistency(sha256, claim, proof.map(bytes))).toBe(true);
  },
);

test('MRK-9: the RFC 6962 proof of each pair of sizes in 0 to 300 holds', () => {
  const wrong: string[] = [];
  for (let to = 0; to <= largest; to += 1) {
    for (let from = 0; from <= to; from += 1) {
      const proof = from === 0 ? [] : naive.proof(from, to);
      const holds = verifyConsistency(sha256, claimOf(from, to), proof);
      if (!holds) wrong.push(`from ${from} to ${to}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('MRK-9: each proof in 0 to 300 that is read from tiles is the RFC 6962 one', async () => {
  const { reader, leaves } = sampleLog(quickHash, largest);
  const definition = new NaiveTree(
    quickHash,
    leaves.map((_, index) => sampleEntry(index)),
  );
  const wrong: string[] = [];
  for (let to = 0; to <= largest; to += 1) {
    for (let from = 0; from <= to; from += 1) {
      const proof = await consistencyProof(quickHash, reader, { from, to });
      const isProof = areSame(proof, from === 0 ? [] : definition.proof(from, to));
      if (!isProof) wrong.push(`from ${from} to ${to}`);
    }
  }
  expect(wrong).toEqual([]);
});

function areSame(some: readonly Uint8Array[], others: readonly Uint8Array[]): boolean {
  return equalBytes(concatBytes(some), concatBytes(others));
}

test('MRK-9: proofs read from tiles hold with SHA-256', async () => {
  const { reader } = sampleLog(sha256, largest);
  for (const to of [1, 2, 255, 256, 257, 300]) {
    for (const from of [0, 1, to >> 1, to - 1, to]) {
      const proof = await consistencyProof(sha256, reader, { from, to });
      expect(verifyConsistency(sha256, claimOf(from, to), proof)).toBe(true);
    }
  }
});

test('MRK-9: proofs over a log with three tile levels hold', async () => {
  const { reader, root } = sampleLog(sha256, 70_000);
  const proofOf = (from: number) => consistencyProof(sha256, reader, { from, to: 70_000 });
  for (const size of [1, 255, 300, 65_535, 65_536, 65_537, 69_888, 69_999]) {
    const from = { size, root: sampleLog(sha256, size).root };
    const claim = { from, to: { size: 70_000, root } };
    expect(verifyConsistency(sha256, claim, await proofOf(size))).toBe(true);
  }
});

test('MRK-9: a tree is not the beginning of a smaller one', async () => {
  const { reader } = sampleLog(sha256, 5);
  const backwards = consistencyProof(sha256, reader, { from: 5, to: 4 });
  await expect(backwards).rejects.toThrow('range-impossible');
  const grown = consistencyProof(sha256, reader, { from: 5, to: 6 });
  await expect(grown).rejects.toThrow('tile-missing');
});

test.each([
  [1, 2],
  [2, 3],
  [3, 4],
  [4, 7],
  [6, 8],
  [7, 7],
  [9, 37],
])('MRK-10: one changed bit in the proof or a root from %i to %i is refused', (from, to) => {
  const claim = claimOf(from, to);
  const proof = naive.proof(from, to);
  for (const [step, hash] of proof.entries()) {
    for (const flipped of withEachBitFlipped(hash)) {
      expect(verifyConsistency(sha256, claim, proof.with(step, flipped))).toBe(false);
    }
  }
  for (const root of withEachBitFlipped(claim.from.root)) {
    const changed = { ...claim, from: { size: from, root } };
    expect(verifyConsistency(sha256, changed, proof)).toBe(false);
  }
  for (const root of withEachBitFlipped(claim.to.root)) {
    const changed = { ...claim, to: { size: to, root } };
    expect(verifyConsistency(sha256, changed, proof)).toBe(false);
  }
});

test('MRK-10: a proof is refused with other roots, cut, lengthened or out of order', () => {
  for (let to = 1; to <= 40; to += 1) {
    for (let from = 1; from <= to; from += 1) {
      const claim = claimOf(from, to);
      const proof = naive.proof(from, to);
      const { root } = claim.to;
      const changes = [proof.slice(1), proof.slice(0, -1), [...proof, root], [root, ...proof]];
      const wrong = changes.filter((changed) => changed.length !== proof.length);
      const reversed = proof.length > 1 ? [proof.toReversed()] : [];
      for (const changed of [...wrong, ...reversed]) {
        expect(verifyConsistency(sha256, claim, changed)).toBe(false);
      }
      const swapped = { from: claim.to, to: claim.from };
      expect(verifyConsistency(sha256, swapped, proof)).toBe(from === to);
      for (const size of [from - 1, from + 1, -1, 0.5, Number.NaN, 2 ** 53]) {
        const other = { ...claim, from: { size, root: claim.from.root } };
        expect(verifyConsistency(sha256, other, proof)).toBe(false);
      }
    }
  }
});

test('MRK-10: every tree begins with the empty one, but only with its own root', () => {
  const { from, to } = claimOf(0, 5);
  expect(verifyConsistency(sha256, { from, to }, [])).toBe(true);
  expect(verifyConsistency(sha256, { from, to }, [to.root])).toBe(false);
  expect(verifyConsistency(sha256, { from: { size: 0, root: to.root }, to }, [])).toBe(false);
  const empty = { size: 0, root: to.root };
  expect(verifyConsistency(sha256, { from: empty, to: empty }, [])).toBe(false);
});

test('MRK-10: a fork is refused: the same sizes with one entry changed', async () => {
  const entries = Array.from({ length: 64 }, (_, index) => sampleEntry(index));
  for (let changed = 0; changed < 40; changed += 1) {
    const fork = new NaiveTree(sha256, entries.with(changed, sampleEntry(999)));
    const claim = {
      from: { size: 40, root: naive.hash(0, 40) },
      to: { size: 64, root: fork.hash(0, 64) },
    };
    expect(verifyConsistency(sha256, claim, fork.proof(40, 64))).toBe(false);
    expect(verifyConsistency(sha256, claim, naive.proof(40, 64))).toBe(false);
  }
});

test('MRK-10: hashes that are not 32 bytes are refused and nothing throws', () => {
  const { from, to } = claimOf(3, 7);
  const proof = naive.proof(3, 7);
  const short = to.root.subarray(1);
  expect(verifyConsistency(sha256, { from, to }, proof.with(1, short))).toBe(false);
  expect(verifyConsistency(sha256, { from: { ...from, root: short }, to }, proof)).toBe(false);
  expect(verifyConsistency(sha256, { from, to: { ...to, root: short } }, proof)).toBe(false);
  const head = fc.record({ size: fc.double(), root: fc.uint8Array({ maxLength: 40 }) });
  const hashes = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 });
  fc.assert(
    fc.property(head, head, hashes, (from, to, proof) => {
      expect(verifyConsistency(sha256, { from, to }, proof)).toBe(false);
    }),
  );
});

test('MRK-21: a proof as text is a base64 hash a line, and comes back', () => {
  const proof = naive.proof(6, 8);
  const text = formatConsistencyProof(proof);
  expect(text).toBe(proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join(''));
  expect(parseConsistencyProof(text)).toEqual({ ok: true, value: proof });
  expect(parseConsistencyProof('')).toEqual({ ok: true, value: [] });
});

test('MRK-21: at most 63 hashes are written or read, and nothing but hashes', () => {
  const hashes = Array.from({ length: 63 }, () => naive.hash(0, 1));
  const text = formatConsistencyProof(hashes);
  expect(parseConsistencyProof(text)).toEqual({ ok: true, value: hashes });
  const one = formatConsistencyProof(hashes.slice(0, 1));
  expect(() => formatConsistencyProof([...hashes, naive.hash(0, 1)])).toThrow('proof-malformed');
  expect(() => formatConsistencyProof([new Uint8Array(31)])).toThrow('hash-malformed');
  const refused = [text + one, one.trim(), `${one}\n`, `\n${one}`, ` ${one}`, '\n', one.slice(4)];
  for (const wrong of refused) {
    expect(parseConsistencyProof(wrong)).toEqual({
      ok: false,
      error: 'consistency-proof-malformed',
    });
  }
});

test('MRK-21: any text is read as it would be written, or refused', () => {
  const line = fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((hash) => formatConsistencyProof([hash]));
  const parts = fc.array(fc.oneof(line, fc.constantFrom('\n', '=', 'AA=='), fc.string()));
  fc.assert(
    fc.property(parts, (texts) => {
      const parsed = parseConsistencyProof(texts.join(''));
      expect(parsed.ok ? formatConsistencyProof(parsed.value) : texts.join('')).toBe(
        texts.join(''),
      );
    }),
  );
});
