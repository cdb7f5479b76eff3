import { createHash } from 'node:crypto';
import type { CheckpointRequest, SigningRefusal } from '@kanribo/application';
import type { ContractId } from '@kanribo/kernel';
import type { KeyDirectory } from '../key-directory.ts';

/** A history of a log, as far as a guard can tell: one root for each size, but for size 0. */
export function rootOf(branch: string, size: number): Uint8Array {
  const text = size === 0 ? '' : `${branch} ${size}`;
  return Uint8Array.from(createHash('sha256').update(text).digest());
}

/** A head on a branch. */
export interface BranchHead {
  readonly contractId: ContractId;
  readonly origin: string;
  readonly branch: string;
  readonly size: number;
}

/** Asks for a checkpoint of a head on a branch. */
export const requestOf = ({ contractId, origin, branch, size }: BranchHead): CheckpointRequest => ({
  contractId,
  origin,
  size,
  root: rootOf(branch, size),
  rootAt: async (earlier) => rootOf(branch, earlier),
});

/** Signs, and answers `signed` or why not. */
export async function outcomeOf(
  keys: KeyDirectory,
  head: BranchHead,
): Promise<'signed' | SigningRefusal['code']> {
  const answer = await keys.signCheckpoint(requestOf(head));
  return answer.signed ? 'signed' : answer.refusal.code;
}
