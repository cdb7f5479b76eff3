import { formatOrigin, parseOrigin } from '@kanribo/evidence';
import { type Result, err, ok } from '@kanribo/kernel';
import { Ledger } from '../ledger/ledger.ts';
import type { DomainTypes } from './domain.ts';
import { type InstanceState, instanceId, instanceRules } from './instance-log.ts';
import { Instance } from './instance.ts';
import type { CreationRefusal, OpeningRefusal } from './refusals.ts';
import type { InstanceTools } from './tools.ts';

const key = { contractId: instanceId, log: 'instance' } as const;

/**
 * Makes an instance of this name in a database that holds none. The name is the first part of every
 * origin and fixed for ever: no spaces and no `+`.
 */
export async function createInstance<D extends DomainTypes>(
  tools: InstanceTools<D>,
  name: string,
): Promise<Result<Instance<D>, CreationRefusal>> {
  const parts = { instance: name, contract: undefined, log: 'instance', resumptions: 0 } as const;
  const origin = formatOrigin(parts);
  if (parseOrigin(origin)?.instance !== name) return err({ code: 'instance-name-malformed' });
  const found = await tools.store.logs();
  const [first] = found;
  const isOurs = found.length === 1 && first?.origin === origin && first.size === 0;
  if (first !== undefined && !isOurs) return err({ code: 'instance-exists', origin: first.origin });
  await tools.keys.createContractKeys(instanceId);
  await tools.store.create(key, origin);
  return ok(instanceOn(tools, origin));
}

/** Opens the instance of a database. */
export async function openInstance<D extends DomainTypes>(
  tools: InstanceTools<D>,
): Promise<Result<Instance<D>, OpeningRefusal>> {
  const head = await tools.store.head(key);
  if (head !== undefined) return ok(instanceOn(tools, head.origin));
  const logs = await tools.store.logs();
  return err({ code: logs.length === 0 ? 'instance-missing' : 'instance-unfinished' });
}

function instanceOn<D extends DomainTypes>(tools: InstanceTools<D>, origin: string): Instance<D> {
  const ledger = new Ledger<InstanceState, never>({
    ...tools,
    key,
    rules: instanceRules,
    folds: 'everything',
  });
  return new Instance(tools, ledger, origin);
}
