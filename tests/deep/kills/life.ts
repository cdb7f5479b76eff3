import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable } from '@kanribo/application';
import type { Mark } from './marks.ts';
import type { Place } from './office.ts';
import { accountPoints, kill, points, victims } from './victims.ts';

const [dataDirectory = '', keysDirectory = '', seedText = '', ...plan] = process.argv.slice(2);
const [victimText = '', pointText = '', occurrence = ''] = plan;
const victim = victims.find((one) => one === victimText);
const point = [...points, ...accountPoints].find((one) => one === pointText);
const stdout = 1;

/** What the worker was started with. */
export const seed = Number(seedText);
/** Where it works. */
export const place: Place = { database: { dataDirectory }, keysDirectory };

/** Told synchronously, so that nothing that was told can be lost with this process. */
export function tell(mark: Mark): void {
  writeSync(stdout, `${JSON.stringify(mark)}\n`);
}

let passed = 0;

/** Passes a point; where it is the one that was planned, the victim dies. */
export function pass(step: string): void {
  if (step !== point || victim === undefined) return;
  passed += 1;
  if (passed === Number(occurrence)) kill(victim, dataDirectory);
}

/** Tries again, as a caller would, where the database did not answer. */
export async function persistently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (fault) {
      if (!isUnavailable(fault) || tries === 8) throw fault;
      await sleep(100);
    }
  }
}

/** Lives the worker's life, which is given the first line it is told, and ends the process. */
export async function live(life: (told: Promise<string>) => Promise<void>): Promise<never> {
  const told = new Promise<string>((resolve) => {
    process.stdin.once('data', (line: Buffer) => resolve(line.toString('utf8')));
  });
  try {
    await life(told);
    tell({ kind: 'done' });
  } catch (fault) {
    const stack = fault instanceof Error ? fault.stack : undefined;
    tell({ kind: 'wrong', what: stack ?? String(fault) });
  }
  process.exit(0);
}
