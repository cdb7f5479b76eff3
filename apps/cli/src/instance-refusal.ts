import { type SigningRefusal, instanceId } from '@kanribo/application';
import type { Tools } from './open-instance.ts';

/**
 * Why the instance's own log would not be signed by what the guard knows of its size, if it is so:
 * without it no contract's head is signed either. Whether its root differs is seen on signing.
 */
export async function instanceRefusal({
  store,
  keys,
}: Pick<Tools, 'store' | 'keys'>): Promise<SigningRefusal | undefined> {
  const log = (await store.logs()).find(({ contractId }) => contractId === instanceId);
  if (log === undefined) return undefined;
  const { origin, size } = log;
  const guard = await keys.guard(origin);
  if (guard === 'unknown') return { code: 'guard-unknown', origin };
  if (guard === undefined || guard.size <= size) return undefined;
  return { code: 'guard-ahead', origin, size, signedSize: guard.size };
}
