import { describe, expect, test } from 'vitest';
import { breachesOf } from './kills/check.ts';
import { newDirectories } from './kills/directories.ts';
import { openOffice, registerKey } from './kills/office.ts';
import { plansOf } from './kills/plans.ts';
import { Recorder, Worker } from './kills/round.ts';
import { points, victims } from './kills/victims.ts';

const perPair = Number(process.env['KANRIBO_KILLS'] ?? 7);
const canListChildren = process.platform === 'linux';

/** How often a day's work passes a point, at the least. */
const passings: Readonly<Record<(typeof points)[number], number>> = {
  'append-sent': 6,
  'append-committed': 6,
  'append-answered': 6,
  'guard-appended': 6,
  'guard-fsynced': 6,
  'checkpoint-guarded': 2,
  'checkpoint-released': 2,
  'evidence-stored': 2,
  'evidence-recorded': 2,
  'erasure-recorded': 1,
};

describe.skipIf(!canListChildren)('kill -9', () => {
  test('SUR-1, SUR-2, SUR-3, SUR-4, SUR-5: 210 times amid work, of node, of PostgreSQL, of both', async () => {
    const { dataDirectory, keysDirectory, record } = await newDirectories();
    const place = { database: { dataDirectory }, keysDirectory };
    const recorder = new Recorder(record);
    let office = await openOffice(place, { seed: 0 });
    const counts = new Map<string, number>();
    let seed = 0;
    for (const plan of plansOf(points, { perPair, passings })) {
      seed += 1;
      const worker = new Worker({ dataDirectory, keysDirectory }, { seed, plan }, recorder);
      await worker.ready;
      await office.database.close();
      const { signal, wrongs, isDone } = await worker.work();
      const round = `round ${seed}, ${JSON.stringify(plan)}`;
      expect(wrongs, round).toEqual([]);
      expect({ signal, isDone }, round).toEqual(
        plan.victim === 'postgres'
          ? { signal: null, isDone: true }
          : { signal: 'SIGKILL', isDone: false },
      );
      office = await openOffice(place, { seed });
      expect(await breachesOf(office, recorder.marks()), round).toEqual([]);
      const name = `${plan.point} of ${plan.victim}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const last = await office.instance.checkpoint(registerKey.contractId);
    await office.database.close();
    recorder.close();
    const lines = [...counts].sort().map(([name, count]) => `  ${name}: ${count}\n`);
    const entries = last.ok ? last.value.register.size : 0;
    process.stdout.write(
      `${seed} rounds, ${recorder.marks().length} marks, ${entries} entries\n${lines.join('')}`,
    );
    expect(last.ok).toBe(true);
    expect(seed).toBe(perPair * points.length * victims.length);
  });
});
