import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createKeys } from './open-keys.ts';
import { outcomeOf } from './testing/branches.ts';
import { emptyDirectory, freshKeys } from './testing/directories.ts';
import { watchSyncs } from './testing/syncs.ts';
import { contractIdOf } from './testing/values.ts';

const id = contractIdOf('nerima-2026');
const origin = 'example.test/nerima-2026/register/0';

test('KEY-12: the guard is fsynced after its line and before the note, the same head again too', async () => {
  const events: string[] = [];
  const { keys } = await freshKeys((step) => {
    events.push(step);
  });
  await keys.createContractKeys(id);
  await watchSyncs(() => events.push('fsync'));
  for (const _ of ['first', 'again']) {
    events.length = 0;
    await outcomeOf(keys, { contractId: id, origin, branch: 'a', size: 5 });
    expect(events).toEqual(['guard-appended', 'fsync', 'checkpoint-guarded']);
  }
});

test('KEY-1: files are fsynced before they get their name, directories before and after', async () => {
  const events: string[] = [];
  await watchSyncs(() => events.push('fsync'));
  const directory = join(await emptyDirectory(), 'keys');
  const onStep = (step: string): void => {
    events.push(step);
  };
  const made = await createKeys({ directory, protection: { kind: 'file' }, onStep });
  expect(events.slice(0, events.indexOf('directory-staged')).length).toBeGreaterThanOrEqual(6);
  expect(events.slice(events.indexOf('directory-staged'))).toEqual(['directory-staged', 'fsync']);
  events.length = 0;
  if (made.ok) await made.value.createContractKeys(id);
  expect(events).toEqual(['fsync', 'contract-staged', 'fsync']);
});
