import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askNewPassphrase, askPassphrase } from './passphrase.ts';
import { RecordedTerminal } from './testing/recorded-terminal.ts';

test('CLI-7: a passphrase comes from the environment, a file or the keyboard', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kanribo-cli-'));
  try {
    await writeFile(join(directory, 'secret.txt'), 'from the file\r\nnot this line\n');
    const ask = (environment: Readonly<Record<string, string>>, answers: readonly string[] = []) =>
      askPassphrase('keys', new RecordedTerminal({ environment, directory, answers }));
    expect(await ask({ KANRIBO_PASSPHRASE: 'from the environment' })).toBe('from the environment');
    expect(await ask({ KANRIBO_PASSPHRASE_FILE: 'secret.txt' })).toBe('from the file');
    expect(await ask({}, ['from the keyboard'])).toBe('from the keyboard');
    expect(await ask({ KANRIBO_BACKUP_PASSPHRASE: 'for another use' })).toBeUndefined();
    await writeFile(join(directory, 'empty.txt'), '\n');
    await expect(ask({ KANRIBO_PASSPHRASE_FILE: 'empty.txt' })).rejects.toThrow('empty.txt');
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('CLI-7: a new passphrase that is typed is typed twice', async () => {
  const ask = (answers: readonly string[]) =>
    askNewPassphrase('backup', new RecordedTerminal({ answers }));
  expect(await ask(['the same words', 'the same words'])).toBe('the same words');
  await expect(ask(['the same words', 'other words'])).rejects.toThrow('二度の入力');
  await expect(ask([])).rejects.toThrow('KANRIBO_BACKUP_PASSPHRASE_FILE');
});
