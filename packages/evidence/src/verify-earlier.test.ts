import { toBase64 } from '@kanribo/kernel';
import { formatScannedCode, formatTypedCode } from '@kanribo/merkle';
import { expect, test } from 'vitest';
import { bundleFrom } from './testing/memory-bundle.ts';
import {
  damageCodesOf,
  document,
  filesOf,
  findingsOf,
  origins,
  rewriteLines,
  sampleAccess,
  sampleRegister,
  scan,
  verdictOn,
} from './testing/sample-contract.ts';
import { SampleLog } from './testing/sample-log.ts';

const plainLog = (
  length: number,
  actor = 'person-1',
  origin: string = origins.register,
): SampleLog => {
  const log = new SampleLog(origin);
  for (let at = 0; at < length; at += 1) log.append({ actor: at < 10 ? 'person-1' : actor });
  return log;
};

const register = sampleRegister(600);
const base = await filesOf(register);
const log = 'register';

/** The three ways in which a client holds a checkpoint. */
const waysToHold = (held: SampleLog): readonly string[] => [
  held.note,
  formatTypedCode(held.head),
  formatScannedCode(held.head),
];

test('EVI-20: a log that goes on from an earlier checkpoint contains it', async () => {
  for (const size of [0, 1, 255, 256, 257, 600, register.size]) {
    for (const since of waysToHold(register.upTo(size))) {
      const verdict = await verdictOn(base, { since });
      expect([verdict.status, verdict.since]).toEqual(['consistent', 'contained']);
    }
  }
});

test('EVI-20: an earlier checkpoint may have been copied about', async () => {
  for (const held of waysToHold(register.upTo(20))) {
    for (const since of [` ${held.trim()}\n\n`, held.trim(), held.replaceAll('\n', '\r\n')]) {
      expect((await verdictOn(base, { since })).since).toBe('contained');
    }
  }
});

test('EVI-20: a log that was rewritten since is a fork', async () => {
  const rewritten = plainLog(30, 'person-2');
  const files = await filesOf(rewritten);
  for (const since of waysToHold(plainLog(20))) {
    const verdict = await verdictOn(files, { since });
    expect(verdict.since).toBe('forked');
    expect(verdict.damages).toEqual([{ code: 'since-forked', log, size: 20 }]);
  }
  const [before] = waysToHold(plainLog(10));
  expect((await verdictOn(files, { since: before ?? '' })).since).toBe('contained');
});

test('EVI-20: a log that ends before an earlier checkpoint does not contain it', async () => {
  for (const since of waysToHold(plainLog(20))) {
    const verdict = await verdictOn(await filesOf(plainLog(19)), { since });
    expect(verdict.damages).toEqual([{ code: 'since-ahead', log, size: 20, head: 19 }]);
  }
  const resumed = plainLog(20).resume(20);
  const verdict = await verdictOn(await filesOf(plainLog(40)), { since: resumed.note });
  expect(verdict.damages).toEqual([{ code: 'since-ahead', log, size: 21, head: 40 }]);
});

test('EVI-20: what is no checkpoint of these logs, or not signed, is told apart', async () => {
  const codesFor = async (since: string): Promise<readonly string[]> =>
    damageCodesOf(await verdictOn(base, { since }));
  expect(await codesFor('12-ABC')).toEqual(['since-malformed']);
  expect(await codesFor('a\nb\n')).toEqual(['since-malformed']);
  const elsewhere = 'kanribo.example/chofu-2026/register/0';
  for (const origin of [origins.access, elsewhere, 'somebody']) {
    expect(await codesFor(plainLog(3, 'person-1', origin).note)).toEqual(['since-of-other-log']);
  }
  const foreign = new SampleLog(origins.register, 8).append();
  expect(await codesFor(foreign.note)).toEqual(['since-unsigned']);
  const tampered = register.upTo(20).note.replace('\n20\n', '\n21\n');
  expect(await codesFor(tampered)).toEqual(['since-unsigned']);
});

test('EVI-20: nothing is said of an earlier checkpoint while entries are not the signed ones', async () => {
  const cut = rewriteLines(base, 'register/entries.jsonl', (lines) => lines.slice(0, -1));
  const verdict = await verdictOn(cut, { since: register.upTo(20).note });
  expect(verdict.since).toBe('unknown');
  expect(verdict.notices).toContainEqual({ code: 'since-not-compared', log, size: 20 });
});

const lossOf = (sequence: number, signedSize: number): object => ({
  code: 'declared-loss',
  log,
  sequence,
  origin: origins.register,
  restoredSize: sequence,
  signedSize,
  reason: 'disk-failed',
  person: 'person-1',
});

test('EVI-19: a log that was taken up again declares what was lost', async () => {
  const verdict = await verdictOn(await filesOf(plainLog(30).resume(20).append().append()));
  expect(verdict.damages).toEqual([]);
  expect(verdict.notices).toEqual([lossOf(20, 30)]);
});

test('EVI-19: a resumption states what the log itself has', async () => {
  const wrong = [
    { restoredSize: 19 },
    { restoredRoot: toBase64(plainLog(19).head.root) },
    { origin: 'kanribo.example/nerima-2026/register/1' },
    { origin: origins.access },
  ];
  for (const stated of wrong) {
    const files = await filesOf(plainLog(30).resume(20, stated));
    expect((await verdictOn(files)).damages).toEqual([
      { code: 'resumption-differs', log, sequence: 20 },
    ]);
  }
});

test('EVI-19: the origin counts the resumptions', async () => {
  const resumed = plainLog(30).resume(20);
  const unresumed = new SampleLog(resumed.origin).append();
  expect((await verdictOn(await filesOf(unresumed))).damages).toEqual([
    { code: 'resumptions-miscounted', log, origin: resumed.origin, found: 0 },
  ]);
  const twice = await filesOf(resumed.resume(21));
  expect(findingsOf(await verdictOn(twice)).map(({ code }) => code)).toEqual([
    'declared-loss',
    'declared-loss',
  ]);
});

test('EVI-20: an earlier checkpoint in the declared loss is lost, not forked', async () => {
  const old = plainLog(30);
  const files = await filesOf(old.resume(20).append().append().append());
  for (const size of [21, 22, 24, 29, 30]) {
    for (const since of waysToHold(old.upTo(size))) {
      const verdict = await verdictOn(files, { since });
      expect(verdict.damages).toEqual([]);
      expect(verdict.since).toBe('lost');
      expect(verdict.notices).toContainEqual({ code: 'since-lost', log, size, sequence: 20 });
    }
  }
  for (const since of waysToHold(old.upTo(20))) {
    expect((await verdictOn(files, { since })).since).toBe('contained');
  }
});

test('EVI-20: a declared loss covers neither more than it says nor another largest head', async () => {
  const old = plainLog(30);
  const understated = await filesOf(
    old.resume(20, { signedSize: 25, signedRoot: toBase64(old.upTo(25).head.root) }),
  );
  const beyond = await verdictOn(understated, { since: old.upTo(26).note });
  expect(beyond.damages).toEqual([{ code: 'since-forked', log, size: 26 }]);
  const otherRoot = await filesOf(old.resume(20, { signedRoot: toBase64(plainLog(3).head.root) }));
  for (const since of [old.note, formatTypedCode(old.head)]) {
    expect(damageCodesOf(await verdictOn(otherRoot, { since }))).not.toEqual([]);
  }
  expect((await verdictOn(otherRoot, { since: old.upTo(29).note })).since).toBe('lost');
});

test('EVI-20: a head of the new origin is held to the tree, loss or no loss', async () => {
  const resumed = plainLog(30).resume(20).append().append();
  const since = resumed.upTo(22).note;
  expect((await verdictOn(await filesOf(resumed), { since })).since).toBe('contained');
  const other = plainLog(30).resume(20).append({ actor: 'person-9' }).append();
  expect((await verdictOn(await filesOf(other), { since })).since).toBe('forked');
});

const access = sampleAccess(9);
const anchored = (size: number): SampleLog =>
  sampleRegister().anchor('access', access.upTo(size).head);

test('EVI-21: the other logs contain the heads that the register has anchored', async () => {
  for (const size of [0, 5, 9]) {
    expect((await verdictOn(await filesOf(anchored(size), access))).damages).toEqual([]);
  }
});

test('EVI-21: a log that was rewritten or cut since its anchor is found', async () => {
  const other = sampleAccess(3).append({ actor: 'person-9' }).append();
  const sequence = 23;
  expect((await verdictOn(await filesOf(anchored(4), other))).damages).toEqual([
    { code: 'anchor-forked', log: 'access', size: 4, sequence },
  ]);
  expect((await verdictOn(await filesOf(anchored(6), other))).damages).toEqual([
    { code: 'anchor-ahead', log: 'access', size: 6, sequence, head: 5 },
  ]);
  const resumed = access.resume(3);
  expect(findingsOf(await verdictOn(await filesOf(anchored(6), resumed)))).toContainEqual({
    code: 'anchor-lost',
    log: 'access',
    size: 6,
    sequence,
  });
});

test('EVI-21: a log that is shown by its head alone is held to anchors of that size', async () => {
  const evidence = [scan, document];
  const headOnly = (log: SampleLog): ReturnType<typeof bundleFrom> =>
    bundleFrom([anchored(5).content(), log.content('checkpoint')], evidence);
  expect((await verdictOn(headOnly(access))).damages).toEqual([]);
  expect((await verdictOn(headOnly(access.upTo(5)))).damages).toEqual([]);
  expect(damageCodesOf(await verdictOn(headOnly(access.upTo(4))))).toEqual(['anchor-ahead']);
  const other = sampleAccess(4).append({ actor: 'person-9' });
  expect(damageCodesOf(await verdictOn(headOnly(other)))).toEqual(['anchor-forked']);
  const since = access.upTo(2).note;
  expect((await verdictOn(headOnly(access), { since })).since).toBe('unknown');
});

test('EVI-21: a log that was anchored and is not in the bundle is mentioned', async () => {
  const verdict = await verdictOn(await filesOf(anchored(5).anchor('access', access.head)));
  expect(verdict.damages).toEqual([]);
  expect(verdict.notices).toContainEqual({
    code: 'log-not-shared',
    log: 'access',
    size: 9,
    sequence: 24,
  });
});

test('EVI-21: an anchor of another contract is malformed', async () => {
  const foreign = plainLog(3, 'person-1', 'kanribo.example/chofu-2026/access/0');
  const files = await filesOf(sampleRegister().anchor('access', foreign.head));
  expect(damageCodesOf(await verdictOn(files))).toEqual(['facts-malformed']);
});
