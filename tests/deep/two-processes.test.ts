import { entriesOf } from '@kanribo/application/testing';
import { expect, test } from 'vitest';
import { breachesOf } from './kills/check.ts';
import { newDirectories } from './kills/directories.ts';
import { marksOf } from './kills/marks.ts';
import { openOffice, registerKey } from './kills/office.ts';
import { Recorder, Worker } from './kills/round.ts';

const days = 6;

test('SUR-8: two processes on one contract: each command once, in the order it was sent', async () => {
  const { dataDirectory, keysDirectory, record } = await newDirectories();
  const place = { database: { dataDirectory }, keysDirectory };
  const office = await openOffice(place, { seed: 0 });
  const recorder = new Recorder(record);
  let changesOfHand = 0;
  for (let day = 1; day <= days; day += 1) {
    const workers = [1, 2].map(
      (one) => new Worker({ dataDirectory, keysDirectory }, { seed: day * 10 + one }, recorder),
    );
    await Promise.all(workers.map(({ ready }) => ready));
    for (const ended of await Promise.all(workers.map((worker) => worker.work()))) {
      expect(ended).toEqual({ signal: null, wrongs: [], isDone: true });
    }
  }
  const marks = recorder.marks();
  expect(await breachesOf(office, marks)).toEqual([]);
  const paid = marksOf(marks, 'paid');
  expect(new Set(paid.map(({ command }) => command)).size).toBe(paid.length);
  expect(paid).toHaveLength(marksOf(marks, 'begun').length);
  expect(paid).toHaveLength(days * 2 * 6);
  const places = new Map(paid.map(({ command, sequence }) => [command, sequence]));
  let former = 0;
  for (const { command } of await entriesOf(office.tools.store, registerKey)) {
    const seed = Math.floor(Number.parseInt(command, 16) / 1000);
    if (!places.has(command)) continue;
    if (seed !== former) changesOfHand += 1;
    former = seed;
    const [first = -1, last = -1] = [1, 8].map(
      (number) => places.get((seed * 1000 + number).toString(16).padStart(32, '0')) ?? -1,
    );
    expect(first).toBeLessThan(last);
  }
  process.stdout.write(
    `${paid.length} commands of two processes, ${changesOfHand} changes of hand\n`,
  );
  expect(changesOfHand).toBeGreaterThan(days * 2);
  recorder.close();
  await office.database.close();
});
