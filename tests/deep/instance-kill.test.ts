import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Step } from '@kanribo/application';
import { commandId, contractId, entriesOf } from '@kanribo/application/testing';
import { openDatabase, openStore } from '@kanribo/store';
import { type TestDatabase, createTestDatabase } from '@kanribo/store/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';

const child = fileURLToPath(new URL('parts/instance-child.ts', import.meta.url));
const registerKey = { contractId: contractId('toy-2026'), log: 'register' } as const;

let place: TestDatabase;
let parent: string;

beforeEach(async () => {
  place = await createTestDatabase();
  parent = await mkdtemp(path.join(tmpdir(), 'kanribo-kill-'));
});

afterEach(async () => {
  await place.close();
  await rm(parent, { recursive: true });
});

interface Life {
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
}

/** Runs a process that lives a contract's life, and dies at a step where one is named. */
function live(step = '', occurrence = 1): Promise<Life> {
  const directory = path.join(parent, 'keys');
  const running = spawn(process.execPath, [child, place.url, directory, step, String(occurrence)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  running.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  running.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    running.on('close', (code, signal) => {
      if (code !== null && code !== 0) reject(new Error(errors));
      else resolve({ signal, lines: output.split('\n').filter((line) => line !== '') });
    });
  });
}

const deaths: readonly [Step, number][] = [
  ['append-sent', 1],
  ['append-sent', 2],
  ['append-sent', 4],
  ['append-sent', 9],
  ['append-committed', 1],
  ['append-committed', 2],
  ['append-committed', 3],
  ['append-committed', 8],
  ['append-answered', 3],
  ['append-answered', 16],
  ['evidence-stored', 1],
  ['evidence-recorded', 1],
  ['erasure-recorded', 1],
  ['checkpoint-guarded', 1],
  ['checkpoint-released', 1],
];

test.each(deaths)(
  'LED-7: a process killed at %s (%i) leaves a contract that goes on and loses nothing',
  async (step, occurrence) => {
    const killed = await live(step, occurrence);
    expect(killed.signal).toBe('SIGKILL');
    const whole = await live();
    expect(whole.signal).toBeNull();
    expect(whole.lines.at(-1)).toBe('verdict consistent ');
    expect(whole.lines.at(-2)).toMatch(/^signed \d+$/);

    const told = killed.lines.filter((line) => /^\d/.test(line));
    expect(whole.lines.slice(0, told.length)).toEqual(told);

    const database = await openDatabase({ url: place.url });
    const store = openStore(database, async () => new Uint8Array(32));
    const entries = await entriesOf(store, registerKey);
    for (let number = 0; number < 12; number += 1) {
      const left = entries.filter(({ command }) => command === commandId(number));
      expect(left.map(({ ordinal }) => ordinal)).toEqual(number % 2 === 0 ? [0] : [0, 1]);
    }
    const erasures = entries.filter(({ declaration }) => declaration === 'log/erased@1');
    expect(erasures).toHaveLength(1);
    await database.close();
  },
);
