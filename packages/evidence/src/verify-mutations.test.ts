import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { manifestName } from './file-names.ts';
import { sentenceOf } from './sentences.ts';
import { type MemoryBundle, sourceOf } from './testing/memory-bundle.ts';
import {
  filesOf,
  findingsOf,
  sampleAccess,
  sampleRegister,
  verdictOn,
} from './testing/sample-contract.ts';
import { type Verdict, verify } from './index.ts';
import { sha256, sha256Stream, verifySignature } from './testing/tools.ts';

const access = sampleAccess(1);
const register = sampleRegister(4).anchor('access', access.head);
const base = await filesOf(register, access);
const key = register.verifierKey;

const bytesOf = (file: string): Uint8Array => base.get(file) ?? new Uint8Array(0);
const withFile = (file: string, bytes: Uint8Array): MemoryBundle => new Map(base).set(file, bytes);

const manifestText = Buffer.from(bytesOf(manifestName)).toString();
const madeAtFrom = manifestText.indexOf('"madeAt":"') + '"madeAt":"'.length;

/** The one place where a byte may change without being noticed: nothing proves when it was made. */
const isFree = (file: string, at: number): boolean =>
  file === manifestName && at >= madeAtFrom && at < madeAtFrom + '2026-04-01T15:00:00.000Z'.length;

const isNoticed = (verdict: Verdict): boolean => verdict.status === 'broken';

async function unnoticed(
  change: (bytes: Uint8Array, at: number) => Uint8Array,
  step = 1,
): Promise<string[]> {
  const places: string[] = [];
  for (const [file, bytes] of base) {
    for (let at = 0; at < bytes.length; at += step) {
      const verdict = await verdictOn(withFile(file, change(bytes, at)), { key });
      if (!isNoticed(verdict) && !isFree(file, at)) places.push(`${file} ${at}`);
    }
  }
  return places;
}

test('EVI-23: the bundle itself is sound', async () => {
  expect((await verdictOn(base, { key })).status).toBe('sound');
});

test('EVI-23: every byte that is changed in any file is noticed', async () => {
  const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.with(at, (bytes[at] ?? 0) ^ 0x01);
  expect(await unnoticed(flipped)).toEqual([]);
  const raised = (bytes: Uint8Array, at: number): Uint8Array =>
    bytes.with(at, (bytes[at] ?? 0) ^ 0x80);
  expect(await unnoticed(raised, 5)).toEqual([]);
});

test('EVI-23: every byte that is taken out of any file or put in is noticed', async () => {
  const removed = (bytes: Uint8Array, at: number): Uint8Array =>
    Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
  expect(await unnoticed(removed)).toEqual([]);
  const doubled = (bytes: Uint8Array, at: number): Uint8Array =>
    Uint8Array.from([...bytes.subarray(0, at + 1), ...bytes.subarray(at)]);
  expect(await unnoticed(doubled, 5)).toEqual([]);
});

const anyFile = fc.constantFrom(...base.keys());
const splice = fc.record({
  file: anyFile,
  at: fc.nat(9_999),
  removed: fc.oneof(fc.nat(8), fc.nat(5_000)),
  added: fc.oneof(
    fc.uint8Array({ maxLength: 9 }),
    fc
      .constantFrom('\n', '{', '"', '\\u0000', '\n\n', '1e400', '[[[[')
      .map((text) => Uint8Array.from(Buffer.from(text))),
  ),
});

function spliced(
  files: MemoryBundle,
  edit: typeof splice extends fc.Arbitrary<infer T> ? T : never,
) {
  const bytes = files.get(edit.file) ?? new Uint8Array(0);
  const at = edit.at % (bytes.length + 1);
  const rest = bytes.subarray(at + edit.removed);
  const changed = Uint8Array.from([...bytes.subarray(0, at), ...edit.added, ...rest]);
  return new Map(files).set(edit.file, changed);
}

const isSame = (files: MemoryBundle): boolean =>
  [...base].every(([file, bytes]) => {
    const other = files.get(file);
    return other !== undefined && Buffer.compare(bytes, other) === 0;
  });

test('EVI-23: whatever is done to a bundle gives a verdict, with a sentence for each finding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(splice, { minLength: 1, maxLength: 4 }), async (edits) => {
      const files = edits.reduce(spliced, base);
      const verdict = await verdictOn(files, { key, since: register.upTo(2).note });
      const isMadeAtOnly = edits.every(({ file }) => file === manifestName);
      if (!isSame(files) && !isMadeAtOnly) expect(verdict.status).toBe('broken');
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      for (const finding of findingsOf(verdict)) {
        const sentence = sentenceOf(finding);
        expect(sentence).toMatch(/(?:す|せん|ください)。$/);
        expect(sentence).not.toMatch(/undefined|NaN|object/);
      }
    }),
    { numRuns: 500 },
  );
});

test('EVI-23: files exchanged, dropped or made up give a verdict', async () => {
  const swap = fc.tuple(anyFile, fc.oneof(anyFile, fc.string()));
  await fc.assert(
    fc.asyncProperty(fc.array(swap, { minLength: 1, maxLength: 5 }), async (swaps) => {
      const files = new Map(base);
      for (const [from, to] of swaps) {
        files.set(to, bytesOf(from));
        if (from.length % 2 === 0) files.delete(from);
      }
      const verdict = await verdictOn(files, { key });
      const isUntouched = [...files.keys()].every((name) => base.has(name)) && isSame(files);
      expect(verdict.status).toBe(isUntouched ? 'sound' : 'broken');
    }),
    { numRuns: 300 },
  );
});

test('EVI-23: any key and any earlier checkpoint give a verdict', async () => {
  const held = [key, access.verifierKey, register.note, access.note, '1-2', '\n\n'];
  const text = fc.oneof(fc.constantFrom(...held), fc.string(), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(text, text, async (key, since) => {
      const verdict = await verdictOn(base, { key, since });
      expect(['sound', 'broken']).toContain(verdict.status);
    }),
  );
});

test('EVI-24: the verdict is the same however the chunks fall', async () => {
  const files = spliced(base, {
    file: 'register/entries.jsonl',
    at: 700,
    removed: 1,
    added: new Uint8Array(0),
  });
  const tools = { sha256, sha256Stream, verifySignature, key };
  const whole = await verify(sourceOf(files), tools);
  for (const length of [1, 7, 64, 1_000]) {
    expect(await verify(sourceOf(files, length), tools)).toEqual(whole);
  }
});
