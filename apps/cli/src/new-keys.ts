import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { exhaustive } from '@kanribo/kernel';
import { type CreationRefusal, type KeyDirectory, createKeys, openKeys } from '@kanribo/keys';
import { CliFault } from './cli-fault.ts';
import { openKeysAt } from './open-instance.ts';
import { askNewPassphrase } from './passphrase.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What new keys are kept under. */
export type KeysProtection = 'passphrase' | 'file';

/**
 * Makes keys in an empty directory, or one that is not there yet.
 * @throws {CliFault} `failed`, saying why not.
 */
export async function createKeysAt(
  directory: string,
  protection: KeysProtection,
  terminal: Terminal,
): Promise<KeyDirectory> {
  const chosen = await protectionOf(protection, terminal);
  await openWayTo(directory);
  const made = await createKeys({ directory, protection: chosen });
  if (made.ok) return made.value;
  throw new CliFault('failed', sentenceOfCreation(made.error, directory));
}

/**
 * Makes the directories above the keys as usual ones: only the keys' own is for the owner alone, so
 * that the database's account can reach data beside it.
 */
export async function openWayTo(directory: string): Promise<void> {
  await mkdir(dirname(directory), { recursive: true });
}

/** The protection that the keys package takes, with the passphrase asked for where needed. */
export async function protectionOf(protection: KeysProtection, terminal: Terminal) {
  if (protection === 'file') return { kind: 'file' } as const;
  return { kind: 'passphrase', passphrase: await askNewPassphrase('keys', terminal) } as const;
}

/** Opens the keys of a directory; where there are none yet they are made, under a passphrase. */
export async function openOrCreateKeys(
  directory: string,
  terminal: Terminal,
): Promise<KeyDirectory> {
  const opened = await openKeys({ directory });
  if (opened.ok) return opened.value;
  if (opened.error.code === 'keys-missing') return createKeysAt(directory, 'passphrase', terminal);
  return openKeysAt(directory, terminal);
}

/** Why keys are not made; a Japanese sentence. */
export function sentenceOfCreation(refusal: CreationRefusal, directory: string): string {
  switch (refusal.code) {
    case 'passphrase-too-short':
      return `パスフレーズは${refusal.fewestCharacters}文字以上にしてください。`;
    case 'passphrase-malformed':
      return 'パスフレーズに、入力し直せない文字が含まれています。別のものにしてください。';
    case 'keys-exist':
      return `${directory} には既に鍵があります。別の場所を指定してください。`;
    case 'directory-not-empty':
      return `${directory} は空ではありません。新しいフォルダを指定してください。`;
    default:
      return exhaustive(refusal);
  }
}
