import { type KeyDirectory, createKeys, openKeys } from '@kanribo/keys';
import { CliFault } from '../cli-fault.ts';
import { createKeysAt, openWayTo, sentenceOfCreation } from '../new-keys.ts';
import { openKeysAt } from '../open-instance.ts';
import { isPassphraseGiven } from '../passphrase.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * Opens the keys of a directory. Where there are none yet they are made: under a passphrase where
 * one is given in the environment, else in a file for its owner alone, and it is said what to do.
 * @throws {CliFault} `failed`.
 */
export async function openServingKeys(
  directory: string,
  terminal: Terminal,
): Promise<KeyDirectory> {
  const opened = await openKeys({ directory });
  if (opened.ok) return opened.value;
  if (opened.error.code !== 'keys-missing') return openKeysAt(directory, terminal);
  if (isPassphraseGiven('keys', terminal)) return createKeysAt(directory, 'passphrase', terminal);
  await openWayTo(directory);
  const made = await createKeys({ directory, protection: { kind: 'file' } });
  if (!made.ok) throw new CliFault('failed', sentenceOfCreation(made.error, directory));
  terminal.complain(
    `${directory} に、パスフレーズのない鍵を作りました（持ち主だけが読めるファイルです）。本番では、始める前に kanribo keys create でパスフレーズの付いた鍵を作ってください。`,
  );
  return made.value;
}
