import { toHex, utf8 } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import type { BundleSource } from './bundle-source.ts';
import { limits } from './limits.ts';
import { bundleFrom, sourceOf } from './testing/memory-bundle.ts';
import {
  damageCodesOf,
  document,
  filesOf,
  findingsOf,
  origins,
  referenceTo,
  rewrite,
  sampleAccess,
  sampleRegister,
  scan,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog } from './testing/sample-log.ts';
import { sha256 } from './testing/tools.ts';

const register = sampleRegister();
const base = await filesOf(register, sampleAccess());
const log = 'register';
const scanFile = `evidence/${toHex(sha256(scan))}`;
const documentFile = `documents/${toHex(sha256(document))}.pdf`;

const without = (name: string): Map<string, Uint8Array> => {
  const files = new Map(base);
  files.delete(name);
  return files;
};

test('EVI-16: evidence and documents are there and whole', async () => {
  expect((await verdictOn(base)).evidenceCount).toBe(2);
});

test('EVI-16: evidence that is missing, altered or named by nothing is told apart', async () => {
  for (const [file, sequence] of [
    [scanFile, 20],
    [documentFile, 21],
  ] as const) {
    expect((await verdictOn(without(file))).damages).toEqual([
      { code: 'evidence-missing', file, log, sequence },
    ]);
    for (const bytes of [utf8('other'), utf8('')]) {
      expect((await verdictOn(new Map(base).set(file, bytes))).damages).toEqual([
        { code: 'evidence-differs', file },
      ]);
    }
  }
  for (const file of [`evidence/${'0'.repeat(64)}`, `documents/${toHex(sha256(scan))}.pdf`]) {
    expect((await verdictOn(new Map(base).set(file, scan))).damages).toEqual([
      { code: 'evidence-unnamed', file },
    ]);
  }
});

test('EVI-16: evidence is a document as soon as one entry has rendered it', async () => {
  const facts = { again: referenceTo(document), more: [referenceTo(scan)] };
  const logs = [
    sampleRegister().append({ facts }),
    new SampleLog(origins.register).append({ facts }).append({
      declaration: 'document/rendered@1',
      facts: { pdf: referenceTo(document) },
    }),
  ];
  for (const log of logs) {
    const files = await filesOf(log);
    expect([files.has(documentFile), files.has(scanFile)]).toEqual([true, true]);
    expect((await verdictOn(files)).evidenceCount).toBe(2);
  }
});

test('EVI-22: a file that is missing is named', async () => {
  for (const file of base.keys()) {
    const { damages } = await verdictOn(without(file));
    expect(damages).toHaveLength(1);
    expect(damages[0]).toMatchObject({ file });
  }
  expect(damageCodesOf(await verdictOn(without('manifest.json')))).toEqual(['manifest-missing']);
});

test('EVI-22: a file that has no place in the bundle is named', async () => {
  for (const file of [
    'readme.txt',
    'register/tile/0/000',
    '../x',
    'evidence/x',
    '',
    'x'.repeat(99),
  ]) {
    expect((await verdictOn(new Map(base).set(file, scan))).damages).toEqual([
      { code: 'file-unnamed', file },
    ]);
  }
});

const listing = (names: () => AsyncIterable<string>): BundleSource => ({
  ...sourceOf(base),
  names,
});

test('EVI-22: a name that stands twice is named, and there are so many files at most', async () => {
  const twice = listing(async function* names() {
    yield* base.keys();
    yield 'log.vkey';
  });
  expect((await verdictOn(twice)).damages).toEqual([{ code: 'file-repeated', file: 'log.vkey' }]);
  const endless = listing(async function* names() {
    yield* base.keys();
    for (;;) yield 'log.vkey';
  });
  const verdict = await verdictOn(endless);
  expect(damageCodesOf(verdict)).toContain('files-too-many');
  expect(verdict.unlisted).toBeGreaterThan(0);
});

async function* zeros(): AsyncGenerator<Uint8Array> {
  for (;;) yield new Uint8Array(1_000);
}

test('EVI-22: small files are not read beyond their limit', async () => {
  const endless = (file: string): BundleSource => ({
    ...sourceOf(base),
    async *read(name) {
      if (name === file) yield* zeros();
      else yield* sourceOf(base).read(name);
    },
  });
  for (const file of ['manifest.json', 'log.vkey', 'register/checkpoint']) {
    expect((await verdictOn(endless(file))).damages).toContainEqual({
      code: 'file-too-long',
      file,
    });
  }
  const file = 'register/tile/0/000.p/23';
  expect((await verdictOn(endless(file))).damages).toEqual([{ code: 'tile-differs', log, file }]);
});

test('EVI-22: a manifest is read strictly', async () => {
  const changes: readonly ((text: string) => string)[] = [
    (text) => text.slice(0, -1),
    (text) => ` ${text}`,
    () => '[]\n',
    (text) => text.replace('"format":1', '"format":2'),
    (text) => text.replace('"madeAt":"2026', '"madeAt":"26'),
    (text) => text.replace('"contract":"nerima-2026"', '"contract":"other"'),
    (text) => text.replace('"instance":"kanribo.example"', '"instance":"other"'),
    (text) => text.replace('"instance":"kanribo.example"', '"instance":1'),
    (text) => text.replace('nerima-2026/access', 'other/access'),
    (text) => text.replace('/access/0', '/register/0'),
    (text) => text.replace('"log":"register"', '"log":"access"'),
    (text) => text.replace('"shared":"whole"', '"shared":"none"'),
    (text) => text.replace('"shared":"whole"', '"shared":"checkpoint"'),
    (text) => text.replace(/"root":"[^"]*"/, '"root":"AAAA"'),
    (text) => text.replace(/\{"log":"register".*?\},/, ''),
    (text) => text.replace(/"logs":\[(.*?),(\{.*?\})\]/, '"logs":[$2,$1]'),
    (text) => text.replace(/"logs":\[(.*?),(\{.*?\})\]/, '"logs":[$1,$1]'),
    (text) => text.replace('"madeAt"', '"more":1,"madeAt"'),
    (text) => text.replace(/"size":\d+/, '"size":-1'),
    (text) => text.replace(/"root":"./, '"root":"='),
    (text) => text.replace('"log":"register",', '"lag":"register",'),
  ];
  for (const change of changes) {
    const files = rewrite(base, 'manifest.json', change);
    expect(damageCodesOf(await verdictOn(files))).toEqual(['manifest-malformed']);
  }
});

test('EVI-22: a head may state any size without being believed', async () => {
  const huge = (text: string): string => text.replace('"size":23', '"size":9007199254740991');
  const { damages, unlisted } = await verdictOn(rewrite(base, 'manifest.json', huge));
  expect(damages).toEqual([{ code: 'checkpoint-differs', log, file: 'register/checkpoint' }]);
  const unsigned = rewrite(rewrite(base, 'manifest.json', huge), 'register/checkpoint', () => '');
  const verdict = await verdictOn(unsigned);
  expect([unlisted, verdict.status]).toEqual([0, 'broken']);
  expect(verdict.damages.length).toBeLessThan(5 * limits.findingsOfOneCode);
});

test('EVI-26: of one code so many findings are listed, the rest is counted', async () => {
  const files = new Map(base);
  for (let at = 0; at < limits.findingsOfOneCode + 5; at += 1) files.set(`stray-${at}`, scan);
  const verdict = await verdictOn(files);
  expect(verdict.damages).toHaveLength(limits.findingsOfOneCode);
  expect(verdict.unlisted).toBe(5);
});

test('EVI-25: running data may be unsigned, and is then not sound', async () => {
  const content = register.content();
  const { signed: _, ...unsigned } = content;
  const source = bundleFrom([unsigned], [scan, document]);
  const key = register.verifierKey;
  const verdict = await verdictOn(source, { acceptsUnsigned: true, key });
  expect(verdict.status).toBe('consistent');
  expect(verdict.notices).toContainEqual({
    code: 'checkpoint-absent',
    log,
    file: 'register/checkpoint',
  });
  expect(damageCodesOf(await verdictOn(source, { key }))).toEqual(['file-missing', 'file-missing']);
});

test('EVI-25: a key in hand confirms nothing that is not signed', async () => {
  const files = without('register/checkpoint');
  const { status, logs } = await verdictOn(files, {
    acceptsUnsigned: true,
    key: register.verifierKey,
  });
  expect([status, logs[0]?.isKeyConfirmed]).toEqual(['consistent', false]);
});

test('EVI-25: where a checkpoint is, it is checked, signed or not', async () => {
  const other = rewrite(base, 'register/checkpoint', () => 'x');
  expect(damageCodesOf(await verdictOn(other, { acceptsUnsigned: true }))).toEqual([
    'checkpoint-malformed',
  ]);
});

test('EVI-27: a verdict is plain JSON, and says how far it has come', async () => {
  const seen: unknown[] = [];
  const verdict = await verdictOn(base, { onProgress: (progress) => seen.push(progress) });
  expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
  expect(seen).toContainEqual({ log, entries: 23, size: 23 });
  expect(seen).toContainEqual({ log: 'access', entries: 5, size: 5 });
  expect(verdict).toMatchObject({ instance: 'kanribo.example', contract: 'nerima-2026' });
  expect(verdict.logs[0]).toMatchObject({ size: 23, firstAt: '2026-03-31T15:00:00.000Z' });
  expect(findingsOf(verdict)).toHaveLength(1);
});
