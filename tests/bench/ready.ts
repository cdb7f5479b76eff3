import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstance, openInstance } from '@kanribo/application';
import { type ToyTypes, contractId, toyRules } from '@kanribo/application/testing';
import { type KeyDirectory, createKeys, openKeys } from '@kanribo/keys';
import { type Database, openDatabase, openStore } from '@kanribo/store';
import { freshCommandId, platform } from '../../apps/cli/src/platform.ts';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';

const entries = 10_000;
const rounds = 5;
const limitMs = 3_000;
const contract = contractId('ready-2026');

/** Limits of the ratios. */
export const limits = {
  'database stopped, to the first answer / 3 s (time)': '1 以下',
  'database running, to the first answer / 3 s (time)': '1 以下',
  'kanribo keys show as a process / 3 s (time)': '1 以下',
};

/** Starting on an existing data directory with a contract of 10,000 entries. */
export async function run(): Promise<Report> {
  const places = {
    dataDirectory: await mkdtemp(join(tmpdir(), 'kanribo-bench-data-')),
    keysDirectory: await mkdtemp(join(tmpdir(), 'kanribo-bench-keys-')),
  };
  try {
    const making = await millisecondsOf(() => make(places));
    const stopped: number[] = [];
    const running: number[] = [];
    const shown: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      stopped.push(await millisecondsOf(() => start(places)));
      const other = await openDatabase({ dataDirectory: places.dataDirectory });
      running.push(await millisecondsOf(() => start(places)));
      shown.push(await millisecondsOf(() => showKeys(places)));
      await other.close();
    }
    return reportOf(making, { stopped, running, shown });
  } finally {
    await rm(places.dataDirectory, { recursive: true });
    await rm(places.keysDirectory, { recursive: true });
  }
}

interface Times {
  readonly stopped: readonly number[];
  readonly running: readonly number[];
  readonly shown: readonly number[];
}

function reportOf(making: number, { stopped, running, shown }: Times): Report {
  return {
    bench: 'ready',
    ratios: {
      'database stopped, to the first answer / 3 s (time)': rough(medianOf(stopped) / limitMs),
      'database running, to the first answer / 3 s (time)': rough(medianOf(running) / limitMs),
      'kanribo keys show as a process / 3 s (time)': rough(medianOf(shown) / limitMs),
    },
    figures: {
      'database stopped, to the first answer, ms': rough(medianOf(stopped)),
      'database running, to the first answer, ms': rough(medianOf(running)),
      'kanribo keys show as a process, ms': rough(medianOf(shown)),
      'making the database and 10,000 entries, ms': rough(making),
    },
  };
}

interface Places {
  readonly dataDirectory: string;
  readonly keysDirectory: string;
}

function toolsOn(database: Database, keys: KeyDirectory) {
  const store = openStore(database, (id) => keys.evidenceKey(id));
  return { ...platform, store, keys, rules: toyRules };
}

async function make(places: Places): Promise<void> {
  const protection = { kind: 'file' } as const;
  const keys = await createKeys({ directory: places.keysDirectory, protection });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ dataDirectory: places.dataDirectory });
  const made = await createInstance<ToyTypes>(toolsOn(database, keys.value), 'bench.example');
  if (!made.ok) throw new Error(made.error.code);
  await made.value.openContract(contract, caller());
  const commands = Array.from({ length: entries }, (_, index) => ({
    account: `a${index % 500}`,
    amount: 10,
    note: `覚書 ${index}`,
  }));
  await Promise.all(
    commands.map((command) => made.value.execute(contract, { ...caller(), command })),
  );
  await made.value.checkpoint(contract);
  await database.close();
}

async function start(places: Places): Promise<void> {
  const keys = await openKeys({ directory: places.keysDirectory });
  if (!keys.ok) throw new Error(keys.error.code);
  const database = await openDatabase({ dataDirectory: places.dataDirectory });
  const opened = await openInstance<ToyTypes>(toolsOn(database, keys.value));
  if (!opened.ok) throw new Error(opened.error.code);
  const asked = { ...caller(), question: { balanceOf: 'a1' } };
  const answer = await opened.value.ask(contract, asked);
  await database.close();
  if (!answer.ok) throw new Error(answer.error.code);
}

async function showKeys({ dataDirectory, keysDirectory }: Places): Promise<void> {
  const main = join(import.meta.dirname, '../../apps/cli/src/main.ts');
  const words = ['keys', 'show', '--data', dataDirectory, '--keys', keysDirectory];
  const child = spawn(process.execPath, [main, ...words], { stdio: 'ignore' });
  const exitCode = await new Promise((resolve) => {
    child.on('close', resolve);
  });
  if (exitCode !== 0) throw new Error(`kanribo keys show ended with ${String(exitCode)}`);
}

const caller = () => ({ id: freshCommandId(), actor: 'person-1' });
