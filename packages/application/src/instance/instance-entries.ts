import { formatOrigin } from '@kanribo/evidence';
import { type ContractId, type JsonObject, type Result, err, ok } from '@kanribo/kernel';
import type { Caller } from '../access/access-log.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { ownDecision } from '../ledger/own-entries.ts';
import type { Decision, Receipt } from '../ledger/rules.ts';
import type { DomainTypes } from './domain.ts';
import { type InstanceState, instanceDeclarations, instanceId } from './instance-log.ts';
import type { ContractRefusal } from './refusals.ts';
import type { InstanceTools } from './tools.ts';

type InstanceLedger = Ledger<InstanceState, never>;

type InstanceEvent = Exclude<keyof typeof instanceDeclarations, 'opened'>;

/** Records one entry of the instance log. */
export async function recordInstance(
  ledger: InstanceLedger,
  { id, actor }: Caller,
  { event, facts }: { readonly event: InstanceEvent; readonly facts: JsonObject },
): Promise<Receipt<never>> {
  const decision: Decision<never> = ownDecision('instance', instanceDeclarations[event], facts);
  const recorded = await ledger.submit<never>({ id, actor, decide: () => ok(decision) });
  return recorded.ok ? recorded.value : recorded.error;
}

/**
 * Opens a new contract. Its entry in the instance log comes last: a contract is there when that
 * stands, and a crash before it is made good by doing the same again.
 */
export async function openContract<D extends DomainTypes>(
  { store, keys }: InstanceTools<D>,
  instance: { readonly ledger: InstanceLedger; readonly name: string },
  contract: ContractId,
  { id, actor }: Caller,
): Promise<Result<Receipt<never>, ContractRefusal>> {
  if (contract === instanceId) return err({ code: 'contract-id-reserved' });
  const { state } = await instance.ledger.current();
  if (!state.contracts.has(contract)) {
    await keys.createContractKeys(contract);
    for (const log of ['register', 'access'] as const) {
      const origin = formatOrigin({ instance: instance.name, contract, log, resumptions: 0 });
      await store.create({ contractId: contract, log }, origin);
    }
  }
  return instance.ledger.submit<ContractRefusal>({
    id,
    actor,
    decide: ({ contracts }) =>
      contracts.has(contract)
        ? err({ code: 'contract-exists', contract })
        : ok(ownDecision(contract, instanceDeclarations.opened, { contract })),
  });
}
