import { signCheckpoint } from '@kanribo/merkle';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesName } from './file-names.ts';
import { type MemoryBundle, bundleFrom } from './testing/memory-bundle.ts';
import {
  damageCodesOf,
  filesOf,
  findingsOf,
  origins,
  rewriteLines,
  sampleRegister,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog, commandOf, usualSeed } from './testing/sample-log.ts';
import { secondsLater, signerOf } from './testing/tools.ts';

const file = entriesName('register');
const log = 'register';
const base = await filesOf(sampleRegister(600));
const size = 603;

const changed = (change: (lines: string[]) => readonly string[], files = base): MemoryBundle =>
  rewriteLines(files, file, change);

const damagesOf = async (files: MemoryBundle): Promise<unknown> => (await verdictOn(files)).damages;

const otherActor = (line: string): string => line.replace('person-1', 'person-2');

test('EVI-11: a changed entry is named by its number and line', async () => {
  for (const at of [0, 1, 255, 256, 599, size - 1]) {
    const files = changed((lines) =>
      lines.map((line, index) => (index === at ? otherActor(line) : line)),
    );
    expect(await damagesOf(files)).toEqual([
      { code: 'entry-changed', log, file, line: at + 1, sequence: at },
    ]);
  }
});

test('EVI-11: an entry that is no entry any more is named all the same', async () => {
  const files = changed((lines) => lines.with(5, 'nonsense'));
  expect(await damagesOf(files)).toEqual([
    { code: 'entry-changed', log, file, line: 6, sequence: 5 },
    { code: 'entry-malformed', log, file, line: 6, problem: 'json-malformed' },
  ]);
});

test('EVI-11: an entry whose number was changed is known by its place', async () => {
  for (const stated of ['2', '9', '99999999', '9007199254740991']) {
    const files = changed((lines) =>
      lines.with(7, (lines[7] ?? '').replace('"sequence":7', `"sequence":${stated}`)),
    );
    expect(await damagesOf(files)).toEqual([
      { code: 'entry-changed', log, file, line: 8, sequence: 7 },
    ]);
  }
});

test('EVI-12: removed entries are told by their numbers', async () => {
  expect(await damagesOf(changed((lines) => lines.toSpliced(5, 1)))).toEqual([
    { code: 'entries-removed', log, file, from: 5, to: 6 },
  ]);
  expect(await damagesOf(changed((lines) => lines.toSpliced(0, 300)))).toEqual([
    { code: 'entries-removed', log, file, from: 0, to: 300 },
  ]);
});

test('EVI-12: a cut tail is told from removed entries', async () => {
  expect(await damagesOf(changed((lines) => lines.slice(0, -4)))).toEqual([
    { code: 'tail-cut', log, file, from: size - 4, to: size },
  ]);
  expect(await damagesOf(changed(() => []))).toEqual([
    { code: 'tail-cut', log, file, from: 0, to: size },
  ]);
});

test('EVI-12: a moved entry is told by its number and the line it went to', async () => {
  const later = changed((lines) => lines.toSpliced(5, 1).toSpliced(9, 0, lines[5] ?? ''));
  expect(await damagesOf(later)).toEqual([
    { code: 'entry-moved', log, file, line: 10, sequence: 5 },
  ]);
  const swapped = changed((lines) => lines.with(7, lines[8] ?? '').with(8, lines[7] ?? ''));
  expect(await damagesOf(swapped)).toEqual([
    { code: 'entry-moved', log, file, line: 9, sequence: 7 },
  ]);
});

test('EVI-12: an added line is told by its line', async () => {
  const foreign = changed((lines) => lines.toSpliced(5, 0, otherActor(lines[5] ?? '')));
  expect(await damagesOf(foreign)).toEqual([{ code: 'entry-added', log, file, line: 6 }]);
  const twice = changed((lines) => lines.toSpliced(5, 0, lines[3] ?? ''));
  expect(await damagesOf(twice)).toEqual([{ code: 'entry-added', log, file, line: 6 }]);
  for (const number of ['3', '256', '603', '99999']) {
    const line = (text = ''): string => otherActor(text).replace(':3}', `:${number}}`);
    const after = changed((lines) => [...lines, line(lines[3]), 'and more']);
    const { damages } = await verdictOn(after);
    expect(damages.filter(({ code }) => code !== 'entry-malformed')).toEqual([
      { code: 'tail-added', log, file, line: size + 1 },
    ]);
  }
});

test('EVI-12: what was done to a log is told apart in any combination', async () => {
  const small = sampleRegister(40);
  const files = await filesOf(small);
  const action = fc.record({
    kind: fc.constantFrom('change', 'remove'),
    at: fc.nat(small.size - 1),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(action, { selector: ({ at }) => at, maxLength: 6 }),
      async (actions) => {
        const kindAt = new Map(actions.map(({ kind, at }) => [at, kind]));
        const bundle = changed(
          (lines) =>
            lines.flatMap((line, at) => {
              if (kindAt.get(at) === 'remove') return [];
              return [kindAt.get(at) === 'change' ? otherActor(line) : line];
            }),
          files,
        );
        const { damages } = await verdictOn(bundle);
        const told = new Set<string>();
        for (const damage of damages) {
          if (damage.code === 'entry-changed') told.add(`change ${damage.sequence}`);
          if (damage.code !== 'entries-removed' && damage.code !== 'tail-cut') continue;
          for (let at = damage.from; at < damage.to; at += 1) told.add(`remove ${at}`);
        }
        expect(told).toEqual(new Set(actions.map(({ kind, at }) => `${kind} ${at}`)));
      },
    ),
    { numRuns: 60 },
  );
});

const withoutTiles = (files: MemoryBundle): MemoryBundle =>
  new Map([...files].filter(([name]) => !name.includes('/tile/')));

test('EVI-13: without tiles, entries are known by the numbers they state', async () => {
  const bare = withoutTiles(base);
  const tell = async (change: (lines: string[]) => readonly string[]): Promise<unknown> => {
    const { damages } = await verdictOn(changed(change, bare));
    return damages.filter(({ code }) => code !== 'file-missing');
  };
  expect(await tell((lines) => lines)).toEqual([]);
  expect(await tell((lines) => lines.toSpliced(5, 1))).toEqual([
    { code: 'entries-removed', log, file, from: 5, to: 6 },
  ]);
  expect(await tell((lines) => lines.slice(0, -4))).toEqual([
    { code: 'tail-cut', log, file, from: size - 4, to: size },
  ]);
  expect(await tell((lines) => lines.with(5, otherActor(lines[5] ?? '')))).toEqual([
    { code: 'head-differs', log, size },
  ]);
});

test('EVI-13: tiles that were altered along with an entry explain nothing', async () => {
  const forged = new SampleLog(origins.register);
  const honest = sampleRegister(10);
  for (let at = 0; at < honest.size; at += 1) forged.append(at === 4 ? { actor: 'person-9' } : {});
  const files = await filesOf(forged);
  for (const name of ['register/checkpoint', 'manifest.json']) {
    files.set(name, (await filesOf(honest)).get(name) ?? new Uint8Array(0));
  }
  expect((await verdictOn(files)).damages).toContainEqual({
    code: 'head-differs',
    log,
    size: honest.size,
  });
});

test('EVI-14: a tile that is not what signed entries give is named', async () => {
  for (const name of ['tile/0/000', 'tile/0/002.p/91', 'tile/1/000.p/2']) {
    const tile = `register/${name}`;
    const bytes = base.get(tile) ?? new Uint8Array(0);
    for (const other of [bytes.map((byte) => byte ^ 1), bytes.subarray(1), new Uint8Array(9_999)]) {
      expect(await damagesOf(new Map(base).set(tile, other))).toEqual([
        { code: 'tile-differs', log, file: tile },
      ]);
    }
    const missing = new Map(base);
    missing.delete(tile);
    expect(await damagesOf(missing)).toEqual([{ code: 'file-missing', file: tile }]);
  }
});

test('EVI-13: a size that was signed falsely is not believed', async () => {
  const honest = sampleRegister(10);
  const size = honest.size + 1;
  const note = signCheckpoint({ ...honest.head, size }, signerOf(origins.register, usualSeed));
  const signed = { note, verifierKey: honest.verifierKey };
  const { damages } = await verdictOn(bundleFrom([{ ...honest.content(), size, signed }]));
  expect(damages).toContainEqual({ code: 'tail-cut', log, file, from: honest.size, to: size });
});

test('EVI-28: what only follows from entries out of place is left out', async () => {
  const small = sampleRegister(12);
  const files = await filesOf(small);
  for (let at = 0; at < small.size; at += 1) {
    const bundle = changed((lines) => lines.toSpliced(at, 1), files);
    const codes = damageCodesOf(await verdictOn(bundle));
    expect(codes).toEqual([at === small.size - 1 ? 'tail-cut' : 'entries-removed']);
  }
});

test('EVI-18: a log may be signed and yet be wrong: numbers, clock, commands', async () => {
  const wrong = new SampleLog(origins.register)
    .append()
    .append({ sequence: 7 })
    .append({ recordedAt: secondsLater(0) })
    .append({ ordinal: 2 });
  const codes = damageCodesOf(await verdictOn(await filesOf(wrong)));
  expect(codes).toEqual(['entry-misnumbered', 'clock-back', 'command-broken']);
});

test('EVI-18: a command may make several entries, one after another', async () => {
  const command = commandOf(99);
  const right = new SampleLog(origins.register)
    .append({ command, ordinal: 0 })
    .append({ command, ordinal: 1 })
    .append({ command, ordinal: 2 })
    .append();
  expect(findingsOf(await verdictOn(await filesOf(right)))).toEqual([]);
  const gap = new SampleLog(origins.register)
    .append({ command, ordinal: 0 })
    .append({ command, ordinal: 2 });
  expect(damageCodesOf(await verdictOn(await filesOf(gap)))).toEqual(['command-broken']);
  const unreadable = new SampleLog(origins.register)
    .append({ command, ordinal: 0 })
    .appendBytes(Buffer.from('{}'))
    .append({ command, ordinal: 2 });
  expect(damageCodesOf(await verdictOn(await filesOf(unreadable)))).toEqual(['entry-malformed']);
  const repeated = new SampleLog(origins.register)
    .append({ command, ordinal: 0 })
    .append({ command, ordinal: 0 });
  expect(damageCodesOf(await verdictOn(await filesOf(repeated)))).toEqual(['command-broken']);
});

test('EVI-18: a signed line that is no entry is named by its line', async () => {
  const log = new SampleLog(origins.register).append().appendBytes(Buffer.from('{}')).append();
  expect((await verdictOn(await filesOf(log))).damages).toEqual([
    { code: 'entry-malformed', log: 'register', file, line: 2, problem: 'entry-keys' },
  ]);
});
