import { type AnchoredCheckpoint, logDeclarations } from '@kanribo/evidence';
import { type Result, err, ok, toBase64 } from '@kanribo/kernel';
import type { ContractLogs } from '../instance/contract-logs.ts';
import type { DomainTypes } from '../instance/domain.ts';
import { readOnlyOf } from '../instance/use-cases.ts';
import type { InstanceTools } from '../instance/tools.ts';
import { freshCommandId, ownDecision, software } from '../ledger/own-entries.ts';
import type { SigningRefusal } from '../ports.ts';
import type { GuardedLog } from './guarding.ts';
import { type SignedLog, signLog } from './sign-log.ts';

/** Signed heads of a contract's logs; the register pins the others by its last anchor. */
export interface ContractCheckpoint {
  readonly register: SignedLog;
  readonly access: SignedLog;
  readonly instance: SignedLog;
}

const triesAtMost = 5;

/**
 * Signs the heads of a contract's logs: access and instance first, then an entry `log/anchored` of
 * the register that states them, then the register. So one root on paper pins all three. It is done
 * again where another process has anchored a newer head of the others meanwhile.
 */
export async function checkpointContract<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  instanceLog: GuardedLog,
): Promise<Result<ContractCheckpoint, SigningRefusal>> {
  const readOnly = await readOnlyOf(logs);
  if (readOnly !== undefined) return err(readOnly.reason);
  for (let tries = 1; ; tries += 1) {
    const signed = await signAll(tools, logs, instanceLog);
    const isLast = !signed.ok || !isOvertaken(logs, signed.value) || tries === triesAtMost;
    if (!isLast) continue;
    if (signed.ok) await tools.onStep?.('checkpoint-guarded');
    return signed;
  }
}

async function signAll<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  instanceLog: GuardedLog,
): Promise<Result<ContractCheckpoint, SigningRefusal>> {
  const [accessLog, registerLog] = logs.guardedLogs();
  const instance = await signLog(tools, instanceLog);
  if (!instance.ok) return instance;
  const access = await signLog(tools, accessLog);
  if (!access.ok) return refuse(logs, access.error);
  await anchor(tools, logs, [access.value, instance.value]);
  const register = await signLog(tools, registerLog);
  if (!register.ok) return refuse(logs, register.error);
  return ok({ register: register.value, access: access.value, instance: instance.value });
}

/** Whether the register states newer heads of the other logs than were signed with it. */
function isOvertaken<D extends DomainTypes>(
  { anchored }: ContractLogs<D>,
  { access, instance }: ContractCheckpoint,
): boolean {
  return [access, instance].some(({ origin, size }) => (anchored.get(origin) ?? 0) > size);
}

function refuse<D extends DomainTypes>(
  logs: ContractLogs<D>,
  refusal: SigningRefusal,
): Result<never, SigningRefusal> {
  logs.refuse(refusal);
  return err(refusal);
}

async function anchor<D extends DomainTypes>(
  { random }: InstanceTools<D>,
  logs: ContractLogs<D>,
  signed: readonly SignedLog[],
): Promise<void> {
  const checkpoints = signed.flatMap(anchoredOf);
  const decision = ownDecision('log', logDeclarations.anchored, { checkpoints });
  await logs.register.submit<never>({
    id: freshCommandId(random),
    actor: software,
    decide: () => ok(decision),
  });
}

function anchoredOf({ log, origin, size, root }: SignedLog): readonly AnchoredCheckpoint[] {
  return log === 'register' ? [] : [{ log, origin, size, root: toBase64(root) }];
}
