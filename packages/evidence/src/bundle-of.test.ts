import { canonicalText } from '@kanribo/kernel';
import { expect, test } from 'vitest';
import { EvidenceFault } from './evidence-fault.ts';
import { readEntries, readManifest } from './read-bundle.ts';
import { bundleFrom, collect, gather, sourceOf } from './testing/memory-bundle.ts';
import {
  document,
  filesOf,
  origins,
  rewriteLines,
  sampleAccess,
  sampleRegister,
  scan,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog } from './testing/sample-log.ts';

const register = sampleRegister(300);
const access = sampleAccess();
const instance = new SampleLog(origins.instance).append();

test('BUN-1: a bundle has exactly these files', async () => {
  const logs = [register.content(), access.content(), instance.content('checkpoint')];
  const files = await gather(bundleFrom(logs, [scan, document]));
  const hex = /[0-9a-f]{64}/;
  expect([...files.keys()].map((name) => name.replace(hex, '<hex>'))).toEqual([
    'manifest.json',
    'log.vkey',
    'register/checkpoint',
    'register/entries.jsonl',
    'register/particulars.jsonl',
    'register/tile/0/000',
    'register/tile/0/001.p/47',
    'register/tile/1/000.p/1',
    'access/checkpoint',
    'access/entries.jsonl',
    'access/particulars.jsonl',
    'access/tile/0/000.p/5',
    'instance/checkpoint',
    'evidence/<hex>',
    'documents/<hex>.pdf',
  ]);
  const verdict = await verdictOn(files, { key: register.verifierKey });
  expect(verdict.status).toBe('sound');
});

test('BUN-1: a log without entries has no tiles, and verifies', async () => {
  const files = await filesOf(register, sampleAccess(0));
  expect([...files.keys()].filter((name) => name.startsWith('access/'))).toEqual([
    'access/checkpoint',
    'access/entries.jsonl',
    'access/particulars.jsonl',
  ]);
  expect((await verdictOn(files, { key: register.verifierKey })).status).toBe('sound');
});

const textOf = (files: Map<string, Uint8Array>, name: string): string =>
  Buffer.from(files.get(name) ?? []).toString();

test('BUN-2: the manifest says what the bundle is of', async () => {
  const files = await filesOf(register);
  const { size, root } = register.head;
  const stated = {
    contract: 'nerima-2026',
    format: 1,
    instance: 'kanribo.example',
    logs: [
      {
        log: 'register',
        origin: origins.register,
        root: Buffer.from(root).toString('base64'),
        shared: 'whole',
        size,
      },
    ],
    madeAt: '2026-04-01T15:00:00.000Z',
  };
  expect(textOf(files, 'manifest.json')).toBe(`${canonicalText(stated)}\n`);
  expect(await readManifest(sourceOf(files))).toEqual(stated);
});

test('BUN-3: verifier keys stand one a line, in the order of the manifest', async () => {
  const files = await filesOf(register, access);
  expect(textOf(files, 'log.vkey')).toBe(`${register.verifierKey}\n${access.verifierKey}\n`);
  expect(textOf(files, 'register/checkpoint')).toBe(register.note);
});

test('BUN-4: entries stand one a line, as they are hashed', async () => {
  const lines = register.entries.map((entry) => `${Buffer.from(entry).toString()}\n`);
  expect(textOf(await filesOf(register), 'register/entries.jsonl')).toBe(lines.join(''));
});

test('BUN-5: particulars stand one a line, canonical, with salt and sequence', async () => {
  const [line = ''] = textOf(await filesOf(register), 'register/particulars.jsonl').split('\n');
  const salt = Buffer.from(register.particulars.get(0)?.salt ?? []).toString('hex');
  expect(line).toBe(canonicalText({ particulars: { name: '山田 0' }, salt, sequence: 0 }));
});

test('BUN-6: a bundle of the instance holds its log alone', async () => {
  const files = await gather(bundleFrom([instance.content()], [], 'instance'));
  const verdict = await verdictOn(files, { key: instance.verifierKey });
  expect([verdict.status, verdict.contract]).toEqual(['sound', 'instance']);
});

test('BUN-7: running data verified as a bundle and the bundle it is written to say the same', async () => {
  const source = bundleFrom([register.content(), access.content()], [scan, document]);
  expect(await verdictOn(source)).toEqual(await verdictOn(await gather(source)));
});

test('BUN-7: evidence that is not kept is no file, and so is found missing', async () => {
  const verdict = await verdictOn(bundleFrom([register.content()], [scan]));
  expect(verdict.damages.map(({ code }) => code)).toEqual(['evidence-missing']);
});

test('BUN-7: a stored tile that is not there is found, not thrown', async () => {
  const { reader, ...head } = register.content();
  if (reader === undefined) throw new TypeError('no reader');
  const bare = { ...head, reader: { ...reader, tile: async () => undefined } };
  const { damages } = await verdictOn(bundleFrom([bare], [scan, document]));
  expect(new Set(damages.map(({ code }) => code))).toEqual(new Set(['tile-differs']));
});

test('BUN-7: there is no other file to read', async () => {
  const source = bundleFrom([register.content()]);
  for (const name of ['x', 'access/entries.jsonl', `evidence/${'0'.repeat(64)}`]) {
    await expect(collect(source.read(name))).rejects.toThrow(EvidenceFault);
  }
});

test('BUN-8: what is read back is what went in', async () => {
  const files = await filesOf(register);
  const entries = (await collect(readEntries(sourceOf(files, 999), 'register'))).flat();
  expect(entries.map(({ entry }) => entry)).toEqual(
    register.entries.map((entry) => Buffer.from(entry).toString()),
  );
  for (const [sequence, { particulars }] of entries.entries()) {
    expect(particulars?.text).toBe(register.particulars.get(sequence)?.text);
    expect(Buffer.from(particulars?.salt ?? [])).toEqual(
      Buffer.from(register.particulars.get(sequence)?.salt ?? []),
    );
  }
});

test('BUN-8: what cannot be read back is a fault', async () => {
  const files = await filesOf(register);
  const broken = [
    rewriteLines(files, 'register/entries.jsonl', (lines) => lines.with(3, 'x')),
    rewriteLines(files, 'register/particulars.jsonl', (lines) => lines.with(3, 'x')),
    rewriteLines(files, 'register/entries.jsonl', (lines) => lines.slice(0, 5)),
    new Map(files).set('register/entries.jsonl', Buffer.from('{')),
  ];
  for (const bundle of broken) {
    const reading = collect(readEntries(sourceOf(bundle), 'register'));
    await expect(reading).rejects.toThrow(EvidenceFault);
  }
  const without = new Map(files).set('manifest.json', Buffer.from('x'));
  await expect(readManifest(sourceOf(without))).rejects.toThrow(EvidenceFault);
});
