import type { LogKey } from '@kanribo/application';
import type { ClientBase } from 'pg';
import { textIn } from '../columns.ts';
import { StoreFault } from '../fault.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';

/** Root of the empty log: SHA-256 of nothing (RFC 6962 §2.1). */
const emptyRoot = Buffer.from('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'base64');

/**
 * Makes an empty log where there is none.
 * @throws {StoreFault} `origin-differs` when the log is there under another origin.
 */
export async function createLog(
  client: ClientBase,
  { contractId, log }: LogKey,
  origin: string,
): Promise<void> {
  await rowsOf(client, statements.createLog, [contractId, log, origin, emptyRoot]);
  const head = await firstRowOf(client, statements.readHead, [contractId, log]);
  const found = head === undefined ? undefined : textIn(head, 0);
  if (found === origin) return;
  const message = `the log ${log} of ${contractId} has the origin ${found}, not ${origin}`;
  throw new StoreFault('origin-differs', message);
}
