import type {
  EntryRange,
  FullTile,
  Head,
  LogKey,
  LogName,
  LogReader,
  StoredParticulars,
} from '@kanribo/application';
import { type ContractId, parseContractId } from '@kanribo/kernel';
import type { ClientBase } from 'pg';
import { type Row, bytesIn, integerIn, textIn } from '../columns.ts';
import { StoreFault } from '../fault.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';

/** Lends a connection to `use` alone, until it has answered. */
export type Lend = <T>(use: (client: ClientBase) => Promise<T>) => Promise<T>;

const batchSize = 1024;
const lineEnd = 0x0a;
const logNames: readonly LogName[] = ['register', 'access', 'instance'];

function headIn(row: Row, column: number): Head {
  return {
    origin: textIn(row, column),
    size: integerIn(row, column + 1),
    root: bytesIn(row, column + 2),
  };
}

function contractIdIn(row: Row, column: number): ContractId {
  const parsed = parseContractId(textIn(row, column));
  if (parsed.ok) return parsed.value;
  throw new StoreFault('corrupt', `not a contract id: ${textIn(row, column)}`);
}

function logNameIn(row: Row, column: number): LogName {
  const name = logNames.find((known) => known === textIn(row, column));
  if (name !== undefined) return name;
  throw new StoreFault('corrupt', `not a log: ${textIn(row, column)}`);
}

/**
 * What a range holds, a batch at a time; each batch is asked for while the one before is being
 * used. No connection is held between two batches.
 */
async function* inBatches<T>(
  { from, to }: EntryRange,
  read: (batch: EntryRange) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let ahead: Promise<readonly T[]> | undefined;
  for (let start = from; start < to; start += batchSize) {
    const batch = read({ from: start, to: Math.min(to, start + batchSize) });
    batch.catch(() => undefined);
    if (ahead !== undefined) yield ahead;
    ahead = batch;
  }
  if (ahead !== undefined) yield ahead;
}

/** Reads logs over connections that `lend` gives, one statement at a time. */
export function logReader(lend: Lend): LogReader {
  return {
    logs: async () => {
      const rows = await lend((client) => rowsOf(client, statements.listLogs));
      return rows.map((row) => ({
        contractId: contractIdIn(row, 0),
        log: logNameIn(row, 1),
        ...headIn(row, 2),
      }));
    },
    head: async ({ contractId, log }) => {
      const values = [contractId, log];
      const row = await lend((client) => firstRowOf(client, statements.readHead, values));
      return row === undefined ? undefined : headIn(row, 0);
    },
    entries: (key, range) => inBatches(range, (batch) => readEntries(lend, key, batch)),
    particulars: (key, range) => inBatches(range, (batch) => readParticulars(lend, key, batch)),
    tile: async ({ contractId, log }, { level, index }) => {
      const values = [contractId, log, level, index];
      const row = await lend((client) => firstRowOf(client, statements.readTile, values));
      return row === undefined ? undefined : bytesIn(row, 0);
    },
    tiles: (key) => readTiles(lend, key),
  };
}

/**
 * The entries of a batch come as one text and are views of its bytes: measured, that takes half the
 * time of a row for each. Entries are written without line ends; should one have been put in, the
 * rows are read singly, so that the entry is given as it is stored.
 */
async function readEntries(
  lend: Lend,
  { contractId, log }: LogKey,
  { from, to }: EntryRange,
): Promise<readonly Uint8Array[]> {
  const values = [contractId, log, from, to];
  const joined = await lend((client) => rowsOf(client, statements.readEntriesJoined, values));
  const lines: Uint8Array[] = [];
  let count = 0;
  for (const row of joined) {
    count += integerIn(row, 1);
    addLines(lines, Buffer.from(textIn(row, 0)));
  }
  if (lines.length === count) return lines;
  const rows = await lend((client) => rowsOf(client, statements.readEntries, values));
  return rows.map((single) => Buffer.from(textIn(single, 0)));
}

/** Adds views of the bytes between line ends. */
function addLines(lines: Uint8Array[], bytes: Buffer): void {
  let start = 0;
  for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  lines.push(bytes.subarray(start));
}

async function readParticulars(
  lend: Lend,
  { contractId, log }: LogKey,
  { from, to }: EntryRange,
): Promise<readonly (StoredParticulars & { readonly sequence: number })[]> {
  const values = [contractId, log, from, to];
  const rows = await lend((client) => rowsOf(client, statements.readParticulars, values));
  return rows.map((row) => ({
    sequence: integerIn(row, 0),
    salt: bytesIn(row, 1),
    text: textIn(row, 2),
  }));
}

async function* readTiles(lend: Lend, { contractId, log }: LogKey): AsyncGenerator<FullTile> {
  let after = { level: -1, index: 0 };
  for (;;) {
    const values = [contractId, log, after.level, after.index];
    const rows = await lend((client) => rowsOf(client, statements.readTilesAfter, values));
    if (rows.length === 0) return;
    for (const row of rows) {
      const tile = { level: integerIn(row, 0), index: integerIn(row, 1), hashes: bytesIn(row, 2) };
      yield tile;
      after = tile;
    }
  }
}
