import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase } from '@kanribo/store/testing';
import { expect, test } from 'vitest';
import { type Ended, inDirectory, runCli, secrets } from './testing/run-cli.ts';
import { liveToyContract, payMore } from './testing/toy-instance.ts';

interface Bench {
  readonly directory: string;
  readonly keysDirectory: string;
  readonly url: string;
  readonly run: (
    words: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ) => Promise<Ended>;
  /** An empty database, for `DATABASE_URL`. */
  readonly another: () => Promise<string>;
}

/** Each test runs some twenty processes, with passphrases that are slow to check on purpose. */
const patience = { timeout: 240_000 };

async function withBench(use: (bench: Bench) => Promise<void>): Promise<void> {
  const databases: TestDatabase[] = [];
  const another = async (): Promise<string> => {
    const made = await createTestDatabase();
    databases.push(made);
    return made.url;
  };
  try {
    await inDirectory(async (directory) => {
      const url = await another();
      const keysDirectory = join(directory, 'keys');
      await liveToyContract({ url, keysDirectory }, 300);
      const run = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
        runCli(words, { directory, environment: { DATABASE_URL: url, ...environment } });
      await use({ directory, keysDirectory, url, run, another });
    });
  } finally {
    for (const database of databases) await database.close();
  }
}

const done = { exitCode: 0, complained: '' };

async function keyOf({ run }: Bench): Promise<string> {
  const shown = await run(['keys', 'show', '--json']);
  expect(shown).toMatchObject(done);
  return (
    /test\.example\/toy-2026\/register\/\d+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+/u.exec(
      shown.printed,
    )?.[0] ?? ''
  );
}

test('CLI-8, CLI-9, CLI-10, CLI-13: export, verify, tamper, rebuild', patience, async () => {
  await withBench(async (bench) => {
    const { directory, run } = bench;
    expect(await run(['export', '--contract', 'toy-2026', '--to', 'usb/toy'])).toMatchObject(done);
    expect((await stat(join(directory, 'usb/toy'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(directory, 'usb/toy/manifest.json'))).mode & 0o777).toBe(0o600);
    const again = await run(['export', '--contract', 'toy-2026', '--to', 'usb/toy']);
    expect(again).toMatchObject({ exitCode: 1, printed: '' });

    const consistent = await run(['verify', 'usb/toy']);
    expect(consistent).toMatchObject(done);
    expect(consistent.printed).toContain('検証鍵とは照合していません');
    const key = await keyOf(bench);
    const sound = await run(['verify', 'usb/toy', '--key', key, '--json']);
    expect(sound).toMatchObject(done);
    expect(JSON.parse(sound.printed)).toMatchObject({ status: 'sound', evidenceCount: 1 });
    await writeFile(join(directory, 'key.txt'), `${key}\n`);
    const since = ['--since', 'usb/toy/register/checkpoint'];
    const held = await run(['verify', 'usb/toy', '--key', 'key.txt', ...since]);
    expect(held).toMatchObject(done);
    expect(held.printed).toContain('そのまま含まれています');

    const running = await run(['verify', '--key', key]);
    expect(running).toMatchObject(done);
    expect(running.printed).toContain('test.example/toy-2026/access/0');

    const empty = await bench.another();
    const rebuilt = await run(['rebuild', 'usb/toy'], { DATABASE_URL: empty });
    expect(rebuilt).toMatchObject(done);
    const exported = await run(['verify', '--data', 'nowhere']);
    expect(exported.exitCode).toBe(1);
    const words = ['export', '--contract', 'toy-2026', '--to', 'usb/rebuilt'];
    expect(await run(words, { DATABASE_URL: empty })).toMatchObject(done);
    const compared = await run([
      'verify',
      'usb/rebuilt',
      '--key',
      key,
      '--since',
      'usb/toy/register/checkpoint',
    ]);
    expect(compared).toMatchObject(done);
    const full = await run(['rebuild', 'usb/toy']);
    expect(full).toMatchObject({ exitCode: 1, printed: '' });

    const file = join(directory, 'usb/toy/register/entries.jsonl');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"account":"a3","amount":10', '"account":"a3","amount":99'));
    const broken = await run(['verify', 'usb/toy', '--key', key]);
    expect(broken).toMatchObject({ exitCode: 1, complained: '' });
    expect(broken.printed).toContain(
      '台帳の記録の番号3（register/entries.jsonl の4行目）が書き換えられています',
    );
    const unbuilt = await run(['rebuild', 'usb/toy'], { DATABASE_URL: await bench.another() });
    expect(unbuilt).toMatchObject({ exitCode: 1, printed: '' });
  });
});

test(
  'CLI-7, CLI-11, CLI-13, CLI-14, CLI-16, CLI-25: backup, restore, an older backup, resume',
  patience,
  async () => {
    await withBench(async (bench) => {
      const { directory, keysDirectory, url, run } = bench;
      const said: Ended[] = [];
      const say = async (...given: Parameters<Bench['run']>): Promise<Ended> => {
        const ended = await run(...given);
        said.push(ended);
        return ended;
      };
      expect(await say(['doctor'])).toMatchObject({ exitCode: 1 });
      expect(await say(['backup', '--to', 'old.age'])).toMatchObject(done);
      expect(await say(['doctor'])).toMatchObject(done);
      expect((await stat(join(directory, 'old.age'))).mode & 0o777).toBe(0o600);
      expect(await say(['backup', '--to', 'old.age'])).toMatchObject({ exitCode: 1 });
      await payMore({ url, keysDirectory }, 5);
      expect(await say(['export', '--contract', 'toy-2026', '--to', 'new'])).toMatchObject(done);

      const older = { DATABASE_URL: await bench.another() };
      const restored = await say(['restore', 'old.age'], older);
      expect(restored).toMatchObject(done);
      expect(restored.printed).toContain('kanribo resume');
      const guarded = await say(['verify'], older);
      expect(guarded).toMatchObject({ exitCode: 1, complained: '' });
      expect(guarded.printed).toContain('古いデータに戻されています');
      const unsigned = await say(['export', '--contract', 'toy-2026', '--to', 'older'], older);
      expect(unsigned).toMatchObject({ exitCode: 1, printed: '' });
      expect(unsigned.complained).toContain('kanribo resume');
      await expect(stat(join(directory, 'older'))).rejects.toThrow('ENOENT');
      const order = ['--reason', 'restored-backup', '--person', 'person-1'];
      for (const contract of ['toy-2026', 'instance']) {
        expect(await say(['resume', '--contract', contract, ...order], older)).toMatchObject(done);
      }
      expect(await say(['resume', '--contract', 'toy-2026', ...order], older)).toMatchObject({
        exitCode: 1,
      });
      expect(await say(['export', '--contract', 'toy-2026', '--to', 'older'], older)).toMatchObject(
        done,
      );
      const loss = await say(['verify', 'older', '--since', 'new/register/checkpoint', '--json']);
      expect(loss.exitCode).toBe(0);
      expect(loss.printed).toContain('"declared-loss"');
      expect(loss.printed).toContain('"since-lost"');

      const fresh = { DATABASE_URL: await bench.another() };
      const adopted = await say(['restore', 'old.age', '--keys', 'keys2'], fresh);
      expect(adopted).toMatchObject(done);
      const examined = await say(['doctor', '--keys', 'keys2'], fresh);
      expect(examined).toMatchObject({ exitCode: 1 });
      for (const contract of ['instance', 'toy-2026']) {
        expect(adopted.printed).toContain(`kanribo resume --contract ${contract} で`);
        expect(examined.printed).toContain(`kanribo resume --contract ${contract} で`);
      }
      const foreign = { DATABASE_URL: await bench.another() };
      expect(
        await say(['keys', 'create', '--keys', 'keys3', '--without-passphrase'], foreign),
      ).toMatchObject(done);
      const mixed = await say(['restore', 'old.age', '--keys', 'keys3'], foreign);
      expect(mixed).toMatchObject({ exitCode: 1 });
      expect(mixed.complained).toContain('このバックアップの鍵ではありません');
      expect((await stat(join(directory, 'keys3', 'v1', 'root.json'))).isFile()).toBe(true);
      const shown = await say(['keys', '--keys', 'keys2'], fresh);
      expect(shown).toMatchObject(done);
      expect(shown.printed).toContain('test.example/toy-2026/register/0（');
      expect(shown.printed).toContain('再開が必要です');
      for (const { printed, complained } of said) {
        for (const secret of Object.values(secrets)) {
          expect(printed + complained).not.toContain(secret);
        }
      }
    });
  },
);

test('CLI-40: doctor tells of a backup that was not taken to its end', patience, async () => {
  await withBench(async ({ run }) => {
    // What is written at first has a longer name, which no file system takes.
    const tooLong = ['backup', '--to', 'a'.repeat(250)];
    expect(await run(tooLong)).toMatchObject({ printed: '' });
    const warned = await run(['doctor']);
    expect(warned).toMatchObject({ exitCode: 1 });
    expect(warned.printed).toContain('最後まで取られなかったバックアップ  1件');
    expect(warned.printed).toContain('最後まで取られていません。');
    expect(await run(['backup', '--to', 'again.age'])).toMatchObject(done);
    const remembered = await run(['doctor']);
    expect(remembered).toMatchObject(done);
    expect(remembered.printed).toContain('最後まで取られなかったバックアップ  1件');
  });
});
