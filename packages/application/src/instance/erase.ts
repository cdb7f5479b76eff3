import { logDeclarations } from '@kanribo/evidence';
import { type Result, err, ok } from '@kanribo/kernel';
import type { Caller } from '../access/access-log.ts';
import { ApplicationFault } from '../application-fault.ts';
import { nameOf } from '../ledger/log-access.ts';
import { ownDecision } from '../ledger/own-entries.ts';
import type { Receipt } from '../ledger/rules.ts';
import type { ContractLogs } from './contract-logs.ts';
import type { DomainTypes } from './domain.ts';
import { storedParticulars } from './particulars.ts';
import { requireReason } from './reason.ts';
import type { ErasureRefusal } from './refusals.ts';
import type { InstanceTools } from './tools.ts';

/** Whose particulars are to go, and why, as a code. */
export interface Erasure {
  readonly sequence: number;
  readonly reason: string;
}

/**
 * Erases salt and text of one entry's particulars: first the entry that says so, then the erasure
 * itself. What a crash leaves between the two is finished by {@link finishErasures}. One follows the
 * other, so that each sees the entry of the one before.
 */
export function eraseParticulars<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  erasure: Caller & Erasure,
): Promise<Result<Receipt<D['warning']>, ErasureRefusal>> {
  return logs.erasing.run(() => eraseNow(tools, logs, erasure));
}

async function eraseNow<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  erasure: Caller & Erasure,
): Promise<Result<Receipt<D['warning']>, ErasureRefusal>> {
  const { id, actor, sequence, reason } = erasure;
  requireReason(reason);
  await logs.register.current();
  const isThere = (await storedParticulars(tools.store, logs, sequence)) !== undefined;
  if (!isThere && !logs.erasures.has(sequence)) return err({ code: 'nothing-to-erase', sequence });
  const facts = { sequence, reason };
  const recorded = await logs.register.submit<ErasureRefusal>({
    id,
    actor,
    decide: (_state, { size }) =>
      sequence >= size || logs.erasures.has(sequence)
        ? err({ code: 'nothing-to-erase', sequence })
        : ok(ownDecision(`entry-${sequence}`, logDeclarations.erased, facts)),
  });
  if (!recorded.ok) return recorded;
  logs.erasures.set(sequence, recorded.value.sequence);
  await tools.onStep?.('erasure-recorded');
  await carryOut(tools, logs, sequence, recorded.value.sequence);
  return recorded;
}

/** Carries out the erasures that stand in the register and were not carried out. */
export async function finishErasures<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
): Promise<void> {
  for (const [sequence, erasure] of logs.erasures) {
    const left = await storedParticulars(tools.store, logs, sequence);
    if (left !== undefined) await carryOut(tools, logs, sequence, erasure);
  }
}

async function carryOut<D extends DomainTypes>(
  { store }: InstanceTools<D>,
  { registerKey }: ContractLogs<D>,
  sequence: number,
  erasure: number,
): Promise<void> {
  if (await store.eraseParticulars(registerKey, { sequence, erasure })) return;
  const where = `entry ${sequence} of the ${nameOf(registerKey)}`;
  throw new ApplicationFault('corrupt', `the store does not erase ${where} under ${erasure}`);
}
