import { type Result, err, ok } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import { Counted } from '../counted.ts';
import { instanceId } from '../instance/instance-log.ts';
import type { Clock, LogStore, SecretsSource } from '../ports.ts';
import { sealArchive } from './archive.ts';
import { backupFiles } from './backup-files.ts';
import type { BackupList } from './backup-list.ts';

/** How a backup is sealed and where it goes. */
export interface BackupOrder {
  readonly passphrase: string;
  /** Logarithm of scrypt's cost; left out, about a second. */
  readonly workFactor?: number;
  /** Writes the bytes out as they come, and answers when they are durable. */
  write(bytes: AsyncIterable<Uint8Array>): Promise<void>;
}

/** Why no backup was made. */
export type BackupRefusal = { readonly code: 'passphrase-empty' };

/** A backup that was written. */
export interface BackupMade {
  readonly list: BackupList;
  /** How many contracts are in it. */
  readonly contracts: number;
  /** How large the sealed file is. */
  readonly bytes: number;
}

/**
 * Backs up all contracts, the instance's own log, all evidence, the secrets of the keys
 * and those of accounts, from
 * one snapshot, as a stream: a tar archive inside an age file under a passphrase.
 * @throws what the store, the keys or the writer throw; what was written is then no backup.
 */
export async function makeBackup(
  tools: {
    readonly store: Pick<LogStore, 'snapshot'>;
    readonly clock: Clock;
    readonly secrets: SecretsSource;
    /** Records that it begins: once the snapshot has begun, before anything is written. */
    begin(): Promise<void>;
  },
  order: BackupOrder,
): Promise<Result<BackupMade, BackupRefusal>> {
  if (order.passphrase === '') return err({ code: 'passphrase-empty' });
  return tools.store.snapshot(async (reader) => {
    const logs = await reader.logs();
    if (!logs.some(({ contractId }) => contractId === instanceId)) {
      throw new ApplicationFault('unknown-contract', 'there is no instance to back up');
    }
    const list: BackupList = { format: 1, madeAt: tools.clock.now(), logs };
    await tools.begin();
    // After the snapshot has begun: every contract in it has its keys by now.
    const secrets = await tools.secrets.exportSecrets();
    const sealed = new Counted(await sealArchive(backupFiles(reader, list, secrets), order));
    await order.write(sealed.chunks());
    const contracts = logs.filter(({ log }) => log === 'register').length;
    return ok({ list, contracts, bytes: sealed.bytes });
  });
}
