import { existsSync } from 'node:fs';
import { caller } from '@kanribo/application/testing';
import { createTestDatabase } from '@kanribo/store/testing';
import { expect, test } from 'vitest';
import { breachesOf } from './kills/check.ts';
import { newKeysDirectory } from './kills/directories.ts';
import type { Mark } from './kills/marks.ts';
import { openOffice, toy } from './kills/office.ts';

const sent = caller(5).id;
const unsent = caller(6).id;
const begun: Mark = { kind: 'begun', command: sent, entries: 2 };

/** What somebody might have been told, and what the comparison has to say of it. */
const lies: readonly (readonly [name: string, marks: readonly Mark[], said: string])[] = [
  ['nobody sent it', [], 'nothing begun'],
  ['half of it', [{ ...begun, entries: 3 }], '2 entries of 3'],
  ['a receipt too many', [begun, { ...paid(unsent), sequence: 0 }], 'told of at 0, is not there'],
  ['another leaf', [begun, paid(sent)], 'told of at 0, is not there'],
  ['a question', [begun, { kind: 'asked', command: unsent }], 'is not in the access log'],
  ['evidence', [begun, { kind: 'kept', digest: 'ab'.repeat(32), text: '' }], 'is not there'],
  ['an erasure', [begun, { kind: 'erased', sequence: 0 }], 'the erasure of 0 is not there'],
  ['a checkpoint', [begun, released(2, '00')], 'has another root'],
  ['a later checkpoint', [begun, released(9, '00')], 'is ahead of the log'],
];

function paid(command: string): Extract<Mark, { readonly kind: 'paid' }> {
  return { kind: 'paid', command, sequence: 0, entries: 2, leafHash: '00', treeSize: 2 };
}

function released(size: number, root: string): Mark {
  const origin = 'test.example/toy-2026/register/0';
  return { kind: 'released', log: 'register', origin, size, root };
}

test('SUR-1, SUR-2, SUR-3, SUR-4: what is missing, by half or too much is found', async () => {
  const database = await createTestDatabase();
  const keysDirectory = await newKeysDirectory();
  const office = await openOffice({ database: { url: database.url }, keysDirectory }, { seed: 1 });
  expect(existsSync(keysDirectory)).toBe(true);
  const command = { account: 'a', amount: 1, times: 2, note: 'a memo' };
  await office.instance.execute(toy, { ...caller(5), command });
  expect(await breachesOf(office, [begun])).toEqual([]);
  for (const [name, marks, said] of lies) {
    expect((await breachesOf(office, marks)).join('\n'), name).toContain(said);
  }
  const erase = `UPDATE kanribo.entry SET salt = NULL, particulars = NULL WHERE sequence = 1`;
  await database.asOwner((client) => client.query(erase));
  const found = await breachesOf(office, [begun]);
  expect(found.join('\n')).toContain('particulars of 1 are not there');
  expect(found.join('\n')).toContain('particulars-missing');
  await office.database.close();
  await database.close();
});
