import { openDatabase, openStore } from '@kanribo/store';
import { createTestDatabase } from '@kanribo/store/testing';
import { platform } from '../../apps/cli/src/platform.ts';
import { DomainWriter, openLedger, registerOf } from './parts/domain-writer.ts';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';

const size = 50_000;
/** 64 rounds of four entries fill a group. */
const groupRounds = 64;
const coldRounds = 5;
const warmRounds = 200;
const key = registerOf('fold-2026');

/** Limits of what stands under ratios, here times on their own: µs an entry, and ms. */
export const limits = {
  perEntryMicroseconds: '6 以下',
  catchUpMilliseconds: '2 以下',
};

/**
 * From the database to the state of a contract, every leaf hashed again: a register of 50,000
 * entries that nobody has read, and one more entry of somebody else on one that is known.
 */
export async function run(): Promise<Report> {
  const made = await createTestDatabase();
  const database = await openDatabase({ url: made.url });
  try {
    const store = openStore(database, async () => new Uint8Array(32));
    const writer = await DomainWriter.create(store, key);
    const writing = await millisecondsOf(() => grow(writer));
    const entries = await writer.size();
    const cold = await measureCold(store);
    const bare = await measureBare(store, entries);
    return reportOf({ entries, writing, cold, bare, warm: await measureWarm(store, writer) });
  } finally {
    await database.close();
    await made.close();
  }
}

type Store = ReturnType<typeof openStore>;

async function grow(writer: DomainWriter): Promise<void> {
  while ((await writer.size()) < size) await writer.write(groupRounds);
}

/** What rounds of the same work took by the clock, and of processors, each in ms. */
interface Rounds {
  readonly taken: readonly number[];
  readonly computed: readonly number[];
}

/** The first round warms up the compiler and the cache of the database. */
async function measure(work: () => Promise<unknown>): Promise<Rounds> {
  const [taken, computed]: [number[], number[]] = [[], []];
  for (let round = 0; round <= coldRounds; round += 1) {
    const before = process.cpuUsage();
    taken.push(await millisecondsOf(work));
    const { user, system } = process.cpuUsage(before);
    computed.push((user + system) / 1_000);
  }
  return { taken: taken.slice(1), computed: computed.slice(1) };
}

function measureCold(store: Store): Promise<Rounds> {
  return measure(() => openLedger(store, key).sound());
}

/** What no fold can save, on the same bytes and the same machine: `JSON.parse` and SHA-256. */
async function measureBare(store: Store, to: number): Promise<Rounds> {
  const lines: Uint8Array[] = [];
  for await (const batch of store.entries(key, { from: 0, to })) lines.push(...batch);
  const decoder = new TextDecoder();
  return measure(async () => {
    for (const line of lines) {
      platform.sha256(line);
      JSON.parse(decoder.decode(line));
    }
  });
}

async function measureWarm(store: Store, writer: DomainWriter): Promise<readonly number[]> {
  const reader = openLedger(store, key);
  await reader.sound();
  const taken: number[] = [];
  for (let round = 0; round < warmRounds; round += 1) {
    await writer.writeOne();
    taken.push(await millisecondsOf(() => reader.sound()));
  }
  return taken;
}

interface Times {
  readonly entries: number;
  readonly writing: number;
  readonly cold: Rounds;
  readonly bare: Rounds;
  readonly warm: readonly number[];
}

function reportOf({ entries, writing, cold, bare, warm }: Times): Report {
  const perEntry = (milliseconds: number) => rough((milliseconds * 1_000) / entries);
  const ratios = {
    perEntryMicroseconds: perEntry(medianOf(cold.taken)),
    catchUpMilliseconds: rough(medianOf(warm)),
  };
  return {
    bench: 'fold',
    ratios,
    figures: {
      ...ratios,
      entries,
      'quickest reading, µs per entry': perEntry(Math.min(...cold.taken)),
      'processor time, µs per entry': perEntry(medianOf(cold.computed)),
      'JSON.parse and SHA-256 alone, µs per entry': perEntry(medianOf(bare.taken)),
      'JSON.parse and SHA-256 alone, processor time': perEntry(medianOf(bare.computed)),
      'processor time against that': rough(medianOf(cold.computed) / medianOf(bare.computed)),
      'the whole register, ms': rough(medianOf(cold.taken)),
      'slowest catching up, ms': rough(Math.max(...warm)),
      'deciding and recording, entries per second': rough((entries * 1_000) / writing),
    },
  };
}
