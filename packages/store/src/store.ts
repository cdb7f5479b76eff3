import type {
  EvidenceStore,
  FillableStore,
  FillingStore,
  LogStore,
  SnapshotReader,
} from '@kanribo/application';
import { sealedSecretReader, sealedSecretStore } from './accounts/secrets.ts';
import { booleanIn } from './columns.ts';
import type { Database } from './database.ts';
import { keepEvidence, takeIn } from './evidence/keep.ts';
import { type EvidenceKey, evidenceReader } from './evidence/reader.ts';
import { append } from './logs/append.ts';
import { createLog } from './logs/create.ts';
import { type Lend, logReader } from './logs/reader.ts';
import { firstRowOf, rowsOf, within } from './session.ts';
import { statements } from './sql/statements.ts';

const snapshotBegin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Logs and evidence in a database. `evidenceKey` gives the 32 bytes under which a contract's
 * evidence is encrypted. What it answers is durable; see the ports for what each method promises.
 */
export function openStore(
  { connections: { lend } }: Database,
  evidenceKey: EvidenceKey,
): LogStore & EvidenceStore & FillableStore {
  return {
    ...storeOver({
      lend,
      lendForTransaction: (use) => lend((client) => within(client, 'BEGIN', () => use(client))),
      snapshot: (use) =>
        lend((client) =>
          within(client, snapshotBegin, () => {
            const lendSame = oneAtATime((step) => step(client));
            return use(readerWithin(lendSame, evidenceKey));
          }),
        ),
      evidenceKey,
    }),
    fill: (use) =>
      lend((client) =>
        within(client, 'BEGIN', async () => {
          await rowsOf(client, statements.lockFilling);
          const row = await firstRowOf(client, statements.holdsAnything);
          if (row === undefined || booleanIn(row, 0)) return { filled: false };
          const lendSame = oneAtATime((step) => step(client));
          return { filled: true, value: await use(storeWithin(lendSame, evidenceKey)) };
        }),
      ),
  };
}

interface Ways {
  readonly lend: Lend;
  /** Lends a connection within a transaction that is committed when `use` has answered. */
  readonly lendForTransaction: Lend;
  readonly snapshot: LogStore['snapshot'];
  readonly evidenceKey: EvidenceKey;
}

function storeOver({
  lend,
  lendForTransaction,
  snapshot,
  evidenceKey,
}: Ways): LogStore & EvidenceStore {
  return {
    ...logReader(lend),
    ...evidenceReader(lend, evidenceKey),
    create: (key, origin) => lend((client) => createLog(client, key, origin)),
    append: (key, group) => lend((client) => append(client, key, group)),
    eraseParticulars: async ({ contractId, log }, { sequence, erasure }) => {
      const values = [contractId, log, sequence, erasure];
      const row = await lend((client) => firstRowOf(client, statements.eraseParticulars, values));
      return row !== undefined && booleanIn(row, 0);
    },
    snapshot,
    keep: async (contractId, bytes) => {
      const key = await evidenceKey(contractId);
      const evidence = await takeIn(bytes);
      await lendForTransaction((client) => keepEvidence(client, { contractId, key }, evidence));
      return evidence.digest;
    },
  };
}

/** A store all of whose steps belong to one open transaction. */
function storeWithin(lend: Lend, evidenceKey: EvidenceKey): FillingStore {
  const snapshot: LogStore['snapshot'] = (use) => use(readerWithin(lend, evidenceKey));
  return {
    ...storeOver({ lend, lendForTransaction: lend, snapshot, evidenceKey }),
    ...sealedSecretStore(lend),
  };
}

/** Reads everything within one open transaction. */
function readerWithin(lend: Lend, evidenceKey: EvidenceKey): SnapshotReader {
  return {
    ...logReader(lend),
    ...evidenceReader(lend, evidenceKey),
    ...sealedSecretReader(lend),
  };
}

/** One connection answers one statement at a time: each waits for the one before. */
function oneAtATime(lend: Lend): Lend {
  let former: Promise<unknown> = Promise.resolve();
  return (use) => {
    const turn = former.then(() => lend(use));
    former = turn.catch(() => undefined);
    return turn;
  };
}
