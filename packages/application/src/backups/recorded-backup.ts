import type { JsonObject, Result } from '@kanribo/kernel';
import type { Caller } from '../access/access-log.ts';
import { recordInstance } from '../instance/instance-entries.ts';
import type { InstanceState } from '../instance/instance-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { freshCommandId } from '../ledger/own-entries.ts';
import type { Clock, LogStore, Random, SecretsSource } from '../ports.ts';
import {
  type BackupMade,
  type BackupOrder,
  type BackupRefusal,
  makeBackup,
} from './make-backup.ts';

/**
 * Makes a backup whose beginning and end stand in the instance log under its id. The beginning is
 * durable before a byte is written, and no part of the backup itself. Where the end cannot be
 * recorded, the beginning alone tells of it.
 * @throws what {@link makeBackup} throws.
 */
export async function recordedBackup(
  tools: { readonly store: LogStore; readonly clock: Clock; readonly random: Random },
  ledger: Ledger<InstanceState, never>,
  what: {
    readonly caller: Caller;
    readonly order: BackupOrder & { readonly secrets: SecretsSource };
  },
): Promise<Result<BackupMade, BackupRefusal>> {
  const { caller, order } = what;
  const enter = (event: 'backupBegun' | 'backedUp' | 'backupBrokenOff', more: JsonObject = {}) => {
    const entry = { id: freshCommandId(tools.random), actor: caller.actor };
    return recordInstance(ledger, entry, { event, facts: { backup: caller.id, ...more } });
  };
  let isBegun = false;
  const begin = async () => {
    await enter('backupBegun');
    isBegun = true;
  };
  const { store, clock } = tools;
  try {
    const made = await makeBackup({ store, clock, secrets: order.secrets, begin }, order);
    if (!made.ok) return made;
    const { contracts, bytes } = made.value;
    await enter('backedUp', { contracts, bytes });
    return made;
  } catch (fault) {
    if (isBegun) await enter('backupBrokenOff').catch(() => undefined);
    throw fault;
  }
}
