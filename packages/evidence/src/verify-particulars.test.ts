import { expect, test } from 'vitest';
import {
  filesOf,
  findingsOf,
  origins,
  rewriteLines,
  sampleRegister,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog } from './testing/sample-log.ts';

const file = 'register/particulars.jsonl';
const log = 'register';
const base = await filesOf(sampleRegister(30));
const erased = { code: 'particulars-erased', log, sequence: 3, by: 32 };

const tell = async (change: (lines: string[]) => readonly string[]): Promise<unknown> =>
  findingsOf(await verdictOn(rewriteLines(base, file, change))).filter(
    ({ code }) => code !== 'particulars-erased',
  );

test('EVI-15: erased particulars are fine, and by which entry is said', async () => {
  const verdict = await verdictOn(base);
  expect(verdict.status).toBe('consistent');
  expect(verdict.notices).toEqual([erased]);
});

test('EVI-15: particulars that are missing without an erasure are named', async () => {
  expect(await tell((lines) => lines.toSpliced(1, 1))).toEqual([
    { code: 'particulars-missing', log, sequence: 6 },
  ]);
  expect(await tell(() => [])).toHaveLength(9);
});

test('EVI-15: particulars that are not what the entry committed to are named', async () => {
  const place = { log, file, line: 2, sequence: 6 };
  const other = (line: string, from: string, to: string): string => line.replace(from, to);
  for (const [from, to] of [
    ['山田', '田中'],
    ['"salt":"', '"salt":"00'],
  ] as const) {
    const changed = await tell((lines) => lines.with(1, other(lines[1] ?? '', from, to)));
    const malformed = {
      code: 'particulars-malformed',
      log,
      file,
      line: 2,
      problem: 'particulars-salt',
    };
    expect(changed).toEqual([
      from === '山田' ? { code: 'particulars-differ', ...place } : malformed,
    ]);
  }
});

test('EVI-15: particulars that no entry has are named', async () => {
  const stray = (line = ''): string => line.replace('"sequence":6', '"sequence":7');
  expect(await tell((lines) => lines.toSpliced(2, 0, stray(lines[1])))).toEqual([
    { code: 'particulars-unnamed', log, file, line: 3, sequence: 7 },
  ]);
  expect(await tell((lines) => lines.toSpliced(2, 0, lines[1] ?? ''))).toEqual([
    { code: 'particulars-unnamed', log, file, line: 3, sequence: 6 },
  ]);
  const beyond = (line = ''): string => line.replace('"sequence":6', '"sequence":99');
  expect(await tell((lines) => [...lines, beyond(lines[1])])).toEqual([
    { code: 'particulars-unnamed', log, file, line: 10, sequence: 99 },
  ]);
});

test('EVI-15: particulars out of order are both missing and without an entry', async () => {
  const swapped = await tell((lines) => lines.with(1, lines[2] ?? '').with(2, lines[1] ?? ''));
  expect(swapped).toEqual([
    { code: 'particulars-unnamed', log, file, line: 3, sequence: 6 },
    { code: 'particulars-missing', log, sequence: 6 },
  ]);
});

test('EVI-15: a line of particulars that cannot be read is named, and once', async () => {
  const malformed = { code: 'particulars-malformed', log, file, line: 2 };
  const with1 = (text: string) => (lines: string[]) => lines.with(1, text);
  expect(await tell(with1('{'))).toEqual([{ ...malformed, problem: 'json-malformed' }]);
  expect(await tell(with1('{"particulars":{},"sequence":6}'))).toEqual([
    { ...malformed, problem: 'particulars-keys' },
  ]);
  const salted = '"salt":"00000000000000000000000000000000"';
  expect(await tell(with1(`{"particulars":[],${salted},"sequence":6}`))).toEqual([
    { ...malformed, problem: 'particulars-not-object' },
  ]);
  expect(await tell(with1(`{"particulars":{},${salted},"sequence":-6}`))).toEqual([
    { ...malformed, problem: 'particulars-sequence' },
  ]);
  const long = `{"particulars":{"a":"${'x'.repeat(1_048_576)}"},${salted},"sequence":6}`;
  expect(await tell(with1(long))).toEqual([{ ...malformed, problem: 'particulars-too-long' }]);
  const unfinished = new Map(base);
  unfinished.set(file, (base.get(file) ?? new Uint8Array(0)).slice(0, -1));
  expect((await verdictOn(unfinished)).damages).toEqual([
    { code: 'line-unfinished', log, file, line: 9 },
  ]);
});

test('EVI-15: an erasure that was not carried out, or of nothing, is said', async () => {
  const kept = sampleRegister(9);
  const salted = kept.particulars.get(6);
  kept.erase(6);
  if (salted !== undefined) kept.particulars.set(6, salted);
  kept
    .erase(1)
    .erase(3)
    .append({ declaration: 'log/erased@1', facts: { sequence: 99, reason: 'x' } });
  const verdict = await verdictOn(await filesOf(kept));
  expect(verdict.status).toBe('consistent');
  expect(verdict.notices).toEqual([
    { code: 'particulars-erased', log, sequence: 3, by: 11 },
    { code: 'particulars-kept', log, sequence: 6, by: 12 },
    { code: 'erasure-pointless', log, sequence: 13, of: 1 },
    { code: 'erasure-pointless', log, sequence: 14, of: 3 },
    { code: 'erasure-pointless', log, sequence: 15, of: 99 },
  ]);
});

test('EVI-15: an erasure before there was anything to erase excuses nothing', async () => {
  const early = new SampleLog(origins.register)
    .append({ declaration: 'log/erased@1', facts: { sequence: 1, reason: 'x' } })
    .append({ particulars: { name: '山田' } });
  early.particulars.clear();
  expect(findingsOf(await verdictOn(await filesOf(early)))).toEqual([
    { code: 'particulars-missing', log, sequence: 1 },
    { code: 'erasure-pointless', log, sequence: 0, of: 1 },
  ]);
});

test('EVI-7: facts of the log’s own declarations that are malformed are named', async () => {
  for (const name of ['erased', 'resumed', 'anchored']) {
    const declaration = `log/${name}@1`;
    const wrong = new SampleLog(origins.register).append().append({ declaration, facts: {} });
    expect((await verdictOn(await filesOf(wrong))).damages).toEqual([
      { code: 'facts-malformed', log, sequence: 1, declaration },
    ]);
  }
});
