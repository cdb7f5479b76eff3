import { formatVerifierKey } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import type { MemoryBundle } from './testing/memory-bundle.ts';
import {
  damageCodesOf,
  filesOf,
  origins,
  rewrite,
  sampleAccess,
  sampleRegister,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog } from './testing/sample-log.ts';
import { signerOf } from './testing/tools.ts';

const register = sampleRegister();
const access = sampleAccess();
const base = await filesOf(register, access);
const key = register.verifierKey;
const otherSeed = 8;

const keyOf = (origin: string, seed = 7): string => formatVerifierKey(signerOf(origin, seed).key);

test('EVI-9: sound only with the key from outside, otherwise consistent, else broken', async () => {
  expect((await verdictOn(base, { key })).status).toBe('sound');
  expect((await verdictOn(base)).status).toBe('consistent');
  const broken = rewrite(base, 'register/entries.jsonl', (text) => text.slice(0, -1));
  expect((await verdictOn(broken, { key })).status).toBe('broken');
});

test('EVI-9: which logs the key from outside has signed is said of each', async () => {
  const instance = new SampleLog(origins.instance, otherSeed).append();
  const files = await filesOf(register, access, instance);
  const confirmed = async (options: object): Promise<readonly boolean[]> =>
    (await verdictOn(files, options)).logs.map(({ isKeyConfirmed }) => isKeyConfirmed);
  expect(await confirmed({ key })).toEqual([true, true, false]);
  expect(await confirmed({})).toEqual([false, false, false]);
});

test('EVI-9: a bundle signed anew with another key is not sound, and broken with the key', async () => {
  const forged = new SampleLog(origins.register, otherSeed).append();
  const files = await filesOf(forged);
  expect((await verdictOn(files)).status).toBe('consistent');
  const verdict = await verdictOn(files, { key });
  expect(verdict.status).toBe('broken');
  expect(verdict.damages).toEqual([
    { code: 'given-key-differs', log: 'register', origin: origins.register },
  ]);
});

test('EVI-10: the key of the other log of the contract is the same key pair', async () => {
  expect((await verdictOn(base, { key: access.verifierKey })).status).toBe('sound');
  expect((await verdictOn(base, { key: `${key}\n` })).status).toBe('sound');
});

test('EVI-10: the key of an earlier resumption is taken, and said to be one', async () => {
  const resumed = register.resume(register.size);
  const verdict = await verdictOn(await filesOf(resumed), { key });
  expect(verdict.status).toBe('sound');
  const notice = { code: 'given-key-earlier', log: 'register', origin: origins.register };
  expect(verdict.notices).toContainEqual(notice);
});

test('EVI-10: the key of a later resumption breaks an older bundle', async () => {
  const later = register.resume(10).verifierKey;
  expect(damageCodesOf(await verdictOn(base, { key: later }))).toEqual(['given-key-later']);
});

test('EVI-10: a key of something else, or no key at all, is told apart', async () => {
  const codesFor = async (other: string): Promise<readonly string[]> =>
    damageCodesOf(await verdictOn(base, { key: other }));
  const elsewhere = [
    'kanribo.example/chofu-2026/register/0',
    'other.example/nerima-2026/register/0',
    'kanribo.example/instance/0',
    'somebody',
  ];
  for (const origin of elsewhere) {
    expect(await codesFor(keyOf(origin))).toEqual(['given-key-of-other-log']);
  }
  expect(await codesFor(keyOf(origins.register, otherSeed))).toEqual(['given-key-differs']);
  expect(await codesFor('key')).toEqual(['given-key-malformed']);
  expect(await codesFor(key.replace('+', '+0'))).toEqual(['given-key-malformed']);
});

const damagesWith = async (file: string, change: (text: string) => string): Promise<unknown> =>
  (await verdictOn(rewrite(base, file, change), { key })).damages;

test('EVI-17: a signature that does not hold is told from one of an unknown key', async () => {
  const file = 'register/checkpoint';
  const invalid = signerOf(origins.register, 7);
  const other = new SampleLog(origins.register).append();
  const place = { log: 'register', file };
  const swapped = (text: string): string =>
    text.replace(register.note.slice(-20), other.note.slice(-20));
  expect(invalid.key.name).toBe(origins.register);
  expect(await damagesWith(file, swapped)).toEqual([{ code: 'signature-invalid', ...place }]);
  const stranger = new SampleLog(origins.register, otherSeed);
  const unknown = (text: string): string =>
    `${text.split('\n\n')[0]}\n\n${stranger.note.split('\n\n')[1]}`;
  expect(await damagesWith(file, unknown)).toEqual([{ code: 'signature-unknown', ...place }]);
  expect(await damagesWith(file, () => 'nothing')).toEqual([
    { code: 'checkpoint-malformed', ...place, problem: 'note-malformed' },
  ]);
  expect(await damagesWith(file, () => access.note)).toEqual([
    { code: 'signature-unknown', ...place },
  ]);
});

test('EVI-17: signatures of witnesses nobody knows are no matter', async () => {
  const witness = '— witness.example/w 530d903aAAAAAAAA\n';
  const files = rewrite(base, 'register/checkpoint', (text) => `${text}${witness}`);
  expect((await verdictOn(files, { key })).status).toBe('sound');
});

test('EVI-17: keys that are none, of another log, or not shared are named by their line', async () => {
  const file = 'log.vkey';
  const [first, second] = [key, access.verifierKey];
  expect(await damagesWith(file, () => `${first}\nkey\n`)).toEqual([
    { code: 'key-malformed', file, line: 2, problem: 'verifier-key-malformed' },
  ]);
  expect(await damagesWith(file, () => `${second}\n${first}\n`)).toEqual([
    { code: 'key-of-other-log', file, line: 1, log: 'register' },
    { code: 'key-of-other-log', file, line: 2, log: 'access' },
  ]);
  for (const text of [
    `${first}\n${second}`,
    `${first}\n${second}\n\n`,
    `${first}\n${second}\n${first}`,
    `${first}\n`,
  ]) {
    expect(damageCodesOf(await verdictOn(rewrite(base, file, () => text)))).toContain(
      'key-malformed',
    );
  }
  const foreign = new SampleLog(origins.access, otherSeed).append();
  const mixed = await filesOf(register, foreign);
  expect((await verdictOn(mixed)).damages).toEqual([{ code: 'key-not-shared', log: 'access' }]);
});

test('EVI-17: a manifest that states another head than is signed is named', async () => {
  const longer = sampleRegister().append();
  const files: MemoryBundle = new Map(await filesOf(register)).set(
    'manifest.json',
    (await filesOf(longer)).get('manifest.json') ?? new Uint8Array(0),
  );
  expect((await verdictOn(files)).damages).toEqual([
    { code: 'checkpoint-differs', log: 'register', file: 'register/checkpoint' },
  ]);
});
