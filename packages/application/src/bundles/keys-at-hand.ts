import { type Manifest, type Verdict, formatOrigin, parseOrigin } from '@kanribo/evidence';
import type { ContractId } from '@kanribo/kernel';
import { instanceId } from '../instance/instance-log.ts';
import type { Keys } from '../ports.ts';

/** What the keys at hand are to the logs of a bundle. */
export type KeysAtHand =
  /** Those that signed it. */
  | { readonly status: 'same' }
  /** There are none, or fresh ones that have signed nothing: an interrupted rebuild made them. */
  | { readonly status: 'none' }
  /** Others, which have signed under these origins. */
  | { readonly status: 'others'; readonly origin: string };

/** Compares the keys at hand with those that signed a bundle. */
export async function keysAtHand(
  keys: Keys,
  { contract, logs }: Manifest,
  verdict: Verdict,
): Promise<KeysAtHand> {
  const differing: string[] = [];
  for (const { log, origin, verifierKey } of verdict.logs) {
    const ours = await keys.verifierKey(log === 'instance' ? instanceId : contract, origin);
    if (ours === undefined || verifierKey === null || ours === verifierKey) continue;
    if (!(await areUnused(keys, origin))) return { status: 'others', origin };
    differing.push(origin);
  }
  const main = logs[0]?.origin ?? '';
  const isThere = (await keys.verifierKey(contract, main)) !== undefined;
  return { status: isThere && !differing.includes(main) ? 'same' : 'none' };
}

/**
 * Whether nothing was signed under an origin, those before it and the next. Of keys out of a backup
 * that is not known even for the first.
 */
async function areUnused(keys: Keys, origin: string): Promise<boolean> {
  const parts = parseOrigin(origin);
  if (parts === undefined) return false;
  for (let resumptions = 0; resumptions <= parts.resumptions + 1; resumptions += 1) {
    const guard = await keys.guard(formatOrigin({ ...parts, resumptions }));
    const isUnused = guard === undefined || (guard === 'unknown' && resumptions > 0);
    if (!isUnused) return false;
  }
  return true;
}

/** Makes the keys of a contract and of the instance where there are none. */
export async function createKeysFor(keys: Keys, contract: ContractId): Promise<void> {
  await keys.createContractKeys(instanceId);
  await keys.createContractKeys(contract);
}
