import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestDatabase } from '@kanribo/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ended, inDirectory, runCli } from './testing/run-cli.ts';
import { liveToyContract } from './testing/toy-instance.ts';

const closing: (() => Promise<void>)[] = [];
let place: { readonly directory: string; readonly url: string; readonly empty: string };
let backupBytes: Buffer;

const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runCli(words, { directory: place.directory, environment: { ...environment } });

beforeAll(async () => {
  const database = await createTestDatabase();
  const empty = await createTestDatabase();
  closing.push(
    () => database.close(),
    () => empty.close(),
  );
  const started = Promise.withResolvers<string>();
  const finished = Promise.withResolvers<undefined>();
  const lent = inDirectory((directory) => {
    started.resolve(directory);
    return finished.promise;
  });
  closing.push(async () => {
    finished.resolve(undefined);
    await lent;
  });
  const directory = await started.promise;
  place = { directory, url: database.url, empty: empty.url };
  await liveToyContract({ url: place.url, keysDirectory: join(directory, 'keys') }, 300);
  const there = { DATABASE_URL: place.url };
  await run(['export', '--contract', 'toy-2026', '--to', 'bundle'], there);
  await run(['backup', '--to', 'whole.age'], there);
  backupBytes = await readFile(join(directory, 'whole.age'));
});

afterAll(async () => {
  for (const close of closing) await close();
});

/** How it ended, and the wanted words if they were said without a stack, else all that was said. */
function heard({ exitCode, printed, complained }: Ended, wanted: string) {
  const said = complained + printed;
  const isPlain = !said.includes('    at ') && !said.includes('思わぬ誤り');
  return { exitCode, said: isPlain && said.includes(wanted) ? wanted : said };
}

test.each([
  ['a path that is not there', ['verify', 'nowhere'], 1, 'nowhere'],
  ['a file', ['verify', 'whole.age'], 1, 'フォルダではありません'],
  ['a directory that is no bundle', ['verify', 'keys'], 1, 'manifest.json'],
  ['neither path nor data', ['verify'], 2, 'どちらか一方'],
  ['both path and data', ['verify', 'bundle', '--data', 'd'], 2, 'どちらか一方'],
  ['a slip in a key', ['verify', 'bundle', '--key', 'x+y'], 1, '「x+y」というファイルもありません'],
  ['a key that is a directory', ['verify', 'bundle', '--key', 'keys'], 1, 'フォルダです'],
  ['a key that is a backup', ['verify', 'bundle', '--key', 'whole.age'], 1, '検証鍵'],
  [
    'a code that is none',
    ['verify', 'bundle', '--since', '12-ABCD'],
    1,
    '「12-ABCD」というファイルもありません',
  ],
  ['a note that is none', ['verify', 'bundle', '--since', 'bundle/manifest.json'], 1, '要約'],
] as const)('CLI-12: verify: %s', async (_what, words, exitCode, said) => {
  expect(heard(await run(words), said)).toEqual({ exitCode, said });
});

test.each([
  ['contract id', ['export', '--contract', 'Toy 2026', '--to', 'out'], 2, 'Toy 2026'],
  [
    'unknown contract',
    ['export', '--contract', 'nobody', '--to', 'out'],
    1,
    'その契約はありません',
  ],
  ['reason', ['resume', '--contract', 'toy-2026', '--reason', '火事', '--person', 'p'], 2, '火事'],
  ['person', ['resume', '--contract', 'toy-2026', '--reason', 'r', '--person', '山田'], 2, '山田'],
  [
    'nothing to resume',
    ['resume', '--contract', 'toy-2026', '--reason', 'r', '--person', 'p'],
    1,
    '再開するものはありません',
  ],
  [
    'keys',
    ['export', '--contract', 'toy-2026', '--to', 'out', '--keys', 'no'],
    1,
    '鍵がありません',
  ],
  ['action', ['keys', 'destroy'], 2, 'destroy'],
] as const)('CLI-12: malformed %s', async (_what, words, exitCode, said) => {
  expect(heard(await run(words, { DATABASE_URL: place.url }), said)).toEqual({ exitCode, said });
  expect(await readdir(place.directory)).not.toContain('out');
});

test('CLI-12: a wrong or missing passphrase of the keys', async () => {
  const words = ['export', '--contract', 'toy-2026', '--to', 'out'];
  const there = { DATABASE_URL: place.url };
  const wrong = { ...there, KANRIBO_PASSPHRASE: 'not the right passphrase' };
  expect(heard(await run(words, wrong), '鍵のパスフレーズが違います')).toEqual({
    exitCode: 1,
    said: '鍵のパスフレーズが違います',
  });
  const missing = { ...there, KANRIBO_PASSPHRASE: '' };
  expect(heard(await run(words, missing), 'KANRIBO_PASSPHRASE_FILE')).toEqual({
    exitCode: 1,
    said: 'KANRIBO_PASSPHRASE_FILE',
  });
  const noFile = { ...missing, KANRIBO_PASSPHRASE_FILE: 'nowhere.txt' };
  expect(heard(await run(words, noFile), 'nowhere.txt')).toEqual({
    exitCode: 1,
    said: 'nowhere.txt',
  });
  const short = { KANRIBO_PASSPHRASE: 'short' };
  expect(heard(await run(['keys', 'create', '--keys', 'keys3'], short), '12文字以上')).toEqual({
    exitCode: 1,
    said: '12文字以上',
  });
  expect(await readdir(place.directory)).not.toContain('keys3');
  const shortBackup = { ...there, KANRIBO_BACKUP_PASSPHRASE: 'short' };
  expect(heard(await run(['backup', '--to', 'short.age'], shortBackup), '12文字以上')).toEqual({
    exitCode: 1,
    said: '12文字以上',
  });
  expect(await readdir(place.directory)).not.toContain('short.age');
});

/** Eight commands, each a process of its own that derives a key. */
const patience = 180_000;

test(
  'CLI-12: a backup that is none, cut, changed, or under another passphrase',
  { timeout: patience },
  async () => {
    const there = { DATABASE_URL: place.empty };
    const damaged: readonly (readonly [string, Uint8Array])[] = [
      ['empty.age', Buffer.of()],
      ['text.age', Buffer.from('this is no backup')],
      ['cut.age', backupBytes.subarray(0, Math.floor(backupBytes.length / 2))],
      ['cut-at-end.age', backupBytes.subarray(0, -1)],
      ['changed.age', changedAt(backupBytes, backupBytes.length - 100)],
    ];
    for (const [name, bytes] of damaged) {
      await writeFile(join(place.directory, name), bytes);
      const ended = await run(['restore', name, '--keys', 'keys4'], there);
      expect(heard(ended, '何も戻していません')).toEqual({
        exitCode: 1,
        said: '何も戻していません',
      });
    }
    const wrong = { ...there, KANRIBO_BACKUP_PASSPHRASE: 'another passphrase' };
    expect(
      heard(
        await run(['restore', 'whole.age', '--keys', 'keys4'], wrong),
        'バックアップのパスフレーズが違います',
      ),
    ).toEqual({ exitCode: 1, said: 'バックアップのパスフレーズが違います' });
    expect(
      heard(await run(['restore', 'bundle', '--keys', 'keys4'], there), 'ファイルではありません'),
    ).toEqual({ exitCode: 1, said: 'ファイルではありません' });
    const names = await readdir(join(place.directory, 'keys4')).catch(() => []);
    expect(names).toEqual([]);
    expect(await run(['keys', 'show', '--json'], there)).toMatchObject({
      exitCode: 0,
      printed: '[]\n',
    });
    const full = { DATABASE_URL: place.url };
    expect(heard(await run(['restore', 'whole.age'], full), '既に記録があります')).toEqual({
      exitCode: 1,
      said: '既に記録があります',
    });
  },
);

function changedAt(bytes: Uint8Array, index: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[index] = (changed[index] ?? 0) ^ 1;
  return changed;
}

test('CLI-5, CLI-12: a bundle with a link, a pipe-like name or an escape sequence in a name', async () => {
  const plainFile = 'manifest.json は通常のファイルではありません';
  const linked = join(place.directory, 'linked');
  await mkdir(linked);
  await symlink('/dev/zero', join(linked, 'manifest.json'));
  expect(heard(await run(['verify', 'linked']), plainFile)).toEqual({
    exitCode: 1,
    said: plainFile,
  });
  await writeFile(join(place.directory, 'bundle', 'evil\u001B[2J\u202Etxt'), '');
  const ended = await run(['verify', 'bundle']);
  expect(heard(ended, 'evil\\u001b[2J\\u202etxt')).toEqual({
    exitCode: 1,
    said: 'evil\\u001b[2J\\u202etxt',
  });
  expect(ended.printed).not.toContain('\u001B');
});

test('CLI-12: a slip in what was typed is not held against the bundle or the data', async () => {
  const bundle = await run(['verify', 'keys', '--since', '12-ABCD']);
  expect(bundle.printed).toContain('署名されたとおりでないところがあります');
  await run(['export', '--contract', 'toy-2026', '--to', 'whole'], { DATABASE_URL: place.url });
  for (const slip of [
    ['--since', '12-ABCD'],
    ['--key', 'x+y'],
  ]) {
    const { exitCode, printed } = await run(['verify', 'whole', ...slip]);
    expect(exitCode).toBe(1);
    expect(printed).toContain('控えに異常が見つかったのではありません');
    expect(printed).not.toContain('署名されたとおりでないところ');
  }
  const running = await run(['verify'], { DATABASE_URL: place.url });
  expect(running.printed).toContain('データの中に食い違いはありません');
  expect(running.printed).not.toContain('控えの中に');
});

test('CLI-6: a reader that goes away ends nothing but the output', async () => {
  const main = join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, 'verify', 'keys'], {
    cwd: place.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const exitCode = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  expect({ exitCode, complained }).toEqual({ exitCode: 1, complained: '' });
});
