import type { EvidenceStore, LogKey, LogStore } from '@kanribo/application';
import { booleanIn, textIn } from './columns.ts';
import type { Database } from './database.ts';
import { keepEvidence, takeIn } from './evidence/keep.ts';
import { type EvidenceKey, evidenceReader } from './evidence/reader.ts';
import { StoreFault } from './fault.ts';
import { append } from './logs/append.ts';
import { type Lend, logReader } from './logs/reader.ts';
import { firstRowOf, rowsOf, within } from './session.ts';
import { statements } from './sql/statements.ts';

/** Root of the empty log: SHA-256 of nothing (RFC 6962 §2.1). */
const emptyRoot = Buffer.from('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'base64');

/**
 * Logs and evidence in a database. `evidenceKey` gives the 32 bytes under which a contract's
 * evidence is encrypted.
 */
export function openStore(
  { connections: { lend } }: Database,
  evidenceKey: EvidenceKey,
): LogStore & EvidenceStore {
  return {
    ...logReader(lend),
    ...evidenceReader(lend, evidenceKey),
    create: (key, origin) => createLog(lend, key, origin),
    append: (key, group) => lend((client) => append(client, key, group)),
    eraseParticulars: async ({ contractId, log }, { sequence, erasure }) => {
      const values = [contractId, log, sequence, erasure];
      const row = await lend((client) => firstRowOf(client, statements.eraseParticulars, values));
      return row !== undefined && booleanIn(row, 0);
    },
    snapshot: (use) =>
      lend((client) =>
        within(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', () => {
          const lendSame = oneAtATime((step) => step(client));
          return use({ ...logReader(lendSame), ...evidenceReader(lendSame, evidenceKey) });
        }),
      ),
    keep: async (contractId, bytes) => {
      const key = await evidenceKey(contractId);
      const evidence = await takeIn(bytes);
      await lend((client) => keepEvidence(client, { contractId, key }, evidence));
      return evidence.digest;
    },
  };
}

async function createLog(lend: Lend, { contractId, log }: LogKey, origin: string): Promise<void> {
  await lend(async (client) => {
    await rowsOf(client, statements.createLog, [contractId, log, origin, emptyRoot]);
    const head = await firstRowOf(client, statements.readHead, [contractId, log]);
    const found = head === undefined ? undefined : textIn(head, 0);
    if (found === origin) return;
    const message = `the log ${log} of ${contractId} has the origin ${found}, not ${origin}`;
    throw new StoreFault('origin-differs', message);
  });
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
