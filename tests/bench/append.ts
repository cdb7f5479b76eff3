import { openDatabase, openStore } from '@kanribo/store';
import { createTestDatabase } from '@kanribo/store/testing';
import type { ClientBase } from 'pg';
import { type Report, medianOf, millisecondsOf, rough } from './parts/report.ts';
import { BareWriter, Writer, entryText, particularsText } from './parts/writer.ts';

const largeSize = 1_000_000;
const smallSize = 1_000;
const groupSize = 256;
const rounds = 30;
const writerCount = 16;
/** How often each work is done in its turn of a round. */
const turns = { single: 100, group: 4, crowd: 30 } as const;

/**
 * Limits of the ratios: the rate of the store to plain INSERTs, one by one; the rate of the ledger,
 * which decides, writes, reads back and hashes each entry, to plain batches in groups of 256; the
 * rate of 16 writers on one contract to 16 on 16; the time of one entry at a million to that at a
 * thousand. What one entry costs through the ledger and a group in the store alone are figures.
 */
export const limits = {
  single: '0.75 以上',
  group: '0.6 以上',
  writers: '0.8 以上',
  growth: '1.2 以下',
};

/** Appending: single, in groups, by many writers, and on a log of a million entries. */
export async function run(): Promise<Report> {
  const made = await createTestDatabase();
  const database = await openDatabase({ url: made.url });
  try {
    const store = openStore(database, async () => new Uint8Array(32));
    return await made.asOwner(async (client) => {
      await client.query(plainTable);
      const writing = await measureWriting(new PlainWriter(client), store);
      const crowds = await measureCrowds(store);
      return reportOf(writing, crowds, await measureSizes(store));
    });
  } finally {
    await database.close();
    await made.close();
  }
}

type Store = ReturnType<typeof openStore>;

const plainTable = `CREATE TABLE public.plain (
  contract_id text COLLATE "C" NOT NULL, log text NOT NULL, sequence bigint NOT NULL,
  entry text NOT NULL, salt bytea, particulars text, PRIMARY KEY (contract_id, log, sequence))`;

async function measureWriting(plain: PlainWriter, store: Store) {
  const bare = await BareWriter.create(store, 'bare');
  const writer = await Writer.open(store, 'single');
  const grouped = await Writer.open(store, 'grouped');
  const bareGroups = await BareWriter.create(store, 'bare-groups');
  const singles = await inTurns(turns.single, {
    plain: () => plain.writeOne(),
    bare: () => bare.write(1),
    ledger: () => writer.write(),
  });
  const groups = await inTurns(turns.group, {
    plainGroup: () => plain.writeBatch(),
    bareGroup: () => bareGroups.write(groupSize),
    ledgerGroup: () => Promise.all(Array.from({ length: groupSize }, () => grouped.write())),
  });
  return { singles, groups };
}

async function measureCrowds(store: Store) {
  const contracts = Array.from({ length: writerCount }, (_, index) => `contract-${index}`);
  const many = await Promise.all(contracts.map((contract) => Writer.open(store, contract)));
  const one = await Writer.open(store, 'one');
  const write = (writer: Writer) => repeat(turns.crowd, () => writer.write());
  return inTurns(1, {
    oneContract: () => Promise.all(many.map(() => write(one))),
    manyContracts: () => Promise.all(many.map(write)),
  });
}

async function measureSizes(store: Store) {
  const growing = await millisecondsOf(async () => {
    await (await BareWriter.create(store, 'large')).grow(largeSize);
  });
  await (await BareWriter.create(store, 'small')).grow(smallSize);
  const small = await Writer.open(store, 'small');
  const large = await Writer.open(store, 'large');
  const sizes = await inTurns(turns.single, {
    small: () => small.write(),
    large: () => large.write(),
  });
  return { growing, sizes };
}

function reportOf(
  { singles, groups }: Awaited<ReturnType<typeof measureWriting>>,
  crowds: Awaited<ReturnType<typeof measureCrowds>>,
  { growing, sizes }: Awaited<ReturnType<typeof measureSizes>>,
): Report {
  const perSecond = (milliseconds: number, entries = 1) => rough((1000 * entries) / milliseconds);
  const crowd = turns.crowd * writerCount;
  return {
    bench: 'append',
    ratios: {
      single: rough(singles('plain') / singles('bare')),
      group: rough(groups('plainGroup') / groups('ledgerGroup')),
      writers: rough(crowds('manyContracts') / crowds('oneContract')),
      growth: rough(sizes('large') / sizes('small')),
    },
    figures: {
      'one entry, ledger / plain INSERT (rate)': rough(singles('plain') / singles('ledger')),
      'group of 256, store alone / plain batch (rate)': rough(
        groups('plainGroup') / groups('bareGroup'),
      ),
      'plain INSERT, per second': perSecond(singles('plain')),
      'one entry through the ledger, per second': perSecond(singles('ledger')),
      'rows in plain batches, per second': perSecond(groups('plainGroup'), groupSize),
      'entries in groups, store alone, per second': perSecond(groups('bareGroup'), groupSize),
      'entries in groups, ledger, per second': perSecond(groups('ledgerGroup'), groupSize),
      '16 writers on one contract, per second': perSecond(crowds('oneContract'), crowd),
      '16 writers on 16 contracts, per second': perSecond(crowds('manyContracts'), crowd),
      'growing to 1,000,000, per second': perSecond(growing, largeSize),
    },
  };
}

/** The same bytes by plain statements on one connection, without a tree. */
class PlainWriter {
  readonly #client: ClientBase;
  #next = 0;

  constructor(client: ClientBase) {
    this.#client = client;
  }

  async writeOne(): Promise<void> {
    const text = 'INSERT INTO public.plain VALUES ($1, $2, $3, $4, $5, $6)';
    const sequence = this.#take(1);
    const values = ['plain', 'register', sequence, entryText(sequence)];
    const beside = [Buffer.alloc(16), particularsText];
    await this.#client.query({ name: 'plain-one', text, values: [...values, ...beside] });
  }

  async writeBatch(): Promise<void> {
    const text = `INSERT INTO public.plain
      SELECT $1, $2, unnest($3::bigint[]), unnest($4::text[]), unnest($5::bytea[]), unnest($6::text[])`;
    const first = this.#take(groupSize);
    const sequences = Array.from({ length: groupSize }, (_, index) => first + index);
    const salts = sequences.map(() => Buffer.alloc(16));
    const particulars = sequences.map(() => particularsText);
    const values = ['plain', 'register', sequences, sequences.map(entryText), salts, particulars];
    await this.#client.query({ name: 'plain-batch', text, values });
  }

  #take(count: number): number {
    const first = this.#next;
    this.#next += count;
    return first;
  }
}

async function repeat(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < times; index += 1) await work();
}

/**
 * The median milliseconds of one go of each work, by its name. They take turns within every round,
 * so that a busy machine slows all of them; the first ten rounds warm up, as a server in use is.
 */
async function inTurns<Name extends string>(
  times: number,
  works: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<(name: Name) => number> {
  const taken = new Map<string, number[]>();
  for (let round = -10; round < rounds; round += 1) {
    for (const [name, work] of Object.entries<() => Promise<unknown>>(works)) {
      const milliseconds = await millisecondsOf(() => repeat(times, work));
      if (round >= 0) taken.set(name, [...(taken.get(name) ?? []), milliseconds / times]);
    }
  }
  return (name) => medianOf(taken.get(name) ?? []);
}
