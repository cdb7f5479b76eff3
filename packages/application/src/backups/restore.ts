import type { Verdict, VerifyOptions } from '@kanribo/evidence';
import { type ContractId, type JsonObject, type Result, err, ok } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { verifyStored } from '../bundles/verify-running.ts';
import type { Clock, FillableStore, FillingStore } from '../ports.ts';
import { ArchiveBroken, openArchive } from './archive.ts';
import type { ArchiveFile } from './backup-files.ts';
import type { BackupList } from './backup-list.ts';
import { RestoreReading } from './restore-reading.ts';

/** A backup that is to be restored. */
export interface RestoreOrder {
  readonly passphrase: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /**
   * Takes the secrets of the backup where no keys survived, before any evidence is kept under
   * them; refuses with a code that is passed on.
   */
  adoptSecrets(secrets: JsonObject): Promise<Result<undefined, { readonly code: string }>>;
  readonly verifying: Omit<VerifyOptions, 'sha256' | 'acceptsUnsigned'>;
}

/** Why nothing was restored; the database is as it was. */
export type RestoreRefusal =
  | { readonly code: 'passphrase-wrong' }
  | { readonly code: 'backup-malformed'; readonly where: string }
  | { readonly code: 'database-not-empty' }
  | { readonly code: 'secrets-refused'; readonly reason: string }
  /** All of it could be read, and does not verify. */
  | { readonly code: 'backup-broken'; readonly contract: ContractId; readonly verdict: Verdict };

/** What was restored. */
export interface Restored {
  readonly list: BackupList;
  readonly verdicts: readonly Verdict[];
}

/** Ends the filling of the database, which then stays empty. */
class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
  readonly refusal: RestoreRefusal;

  constructor(refusal: RestoreRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * Restores a backup into an empty database, all of it or nothing: each log is filled while the
 * backup is read and must come to its head, then every contract is verified, and only then it
 * counts. Whether its heads may be signed is for the guards to say when the instance is opened.
 * @throws what the store or the source of the bytes throw; the database is then as it was.
 */
export async function restore(
  tools: { readonly store: FillableStore; readonly clock: Clock; readonly sha256: Sha256 },
  order: RestoreOrder,
): Promise<Result<Restored, RestoreRefusal>> {
  const files = await openArchive(order.bytes, order.passphrase);
  if (!files.ok) return err(problemOf(files.error));
  try {
    const filled = await tools.store.fill(async (target) => {
      const list = await fillFrom({ ...tools, store: target }, files.value, order);
      return { list, verdicts: await verifyAll({ ...tools, store: target }, list, order) };
    });
    return filled.filled ? ok(filled.value) : err({ code: 'database-not-empty' });
  } catch (fault) {
    if (fault instanceof RestoreRefused) return err(fault.refusal);
    if (fault instanceof ArchiveBroken) return err({ code: 'backup-malformed', where: 'archive' });
    throw fault;
  }
}

function problemOf(code: 'passphrase-wrong' | 'backup-malformed'): RestoreRefusal {
  return code === 'passphrase-wrong' ? { code } : { code, where: 'header' };
}

interface RestoreTools {
  readonly store: FillingStore;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

async function fillFrom(
  tools: RestoreTools,
  files: AsyncIterable<ArchiveFile>,
  order: RestoreOrder,
): Promise<BackupList> {
  const reading = new RestoreReading(tools, async (secrets) => {
    const adopted = await order.adoptSecrets(secrets);
    if (adopted.ok) return;
    throw new RestoreRefused({ code: 'secrets-refused', reason: adopted.error.code });
  });
  for await (const file of files) {
    if (!(await reading.take(file))) throw malformed(file.name);
  }
  const list = await reading.finish();
  if (list === undefined) throw malformed('end');
  return list;
}

function malformed(where: string): RestoreRefused {
  return new RestoreRefused({ code: 'backup-malformed', where });
}

async function verifyAll(
  tools: RestoreTools,
  { logs }: BackupList,
  { verifying }: RestoreOrder,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const contract of new Set(logs.map(({ contractId }) => contractId))) {
    const verdict = await verifyStored(tools, { reader: tools.store, contract }, verifying);
    if (verdict.status === 'broken') {
      throw new RestoreRefused({ code: 'backup-broken', contract, verdict });
    }
    verdicts.push(verdict);
  }
  return verdicts;
}
