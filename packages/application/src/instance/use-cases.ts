import { type Moment, type Result, err } from '@kanribo/kernel';
import type { Caller } from '../access/access-log.ts';
import type { Standing } from '../ledger/fold.ts';
import type { Context, Receipt } from '../ledger/rules.ts';
import type { ContractLogs } from './contract-logs.ts';
import type { DomainTypes, DutyRefusal } from './domain.ts';
import { type Particulars, particularsOf } from './particulars.ts';
import type { EvidenceMissing, ReadOnly } from './refusals.ts';
import type { InstanceTools } from './tools.ts';

/** Why a contract records nothing now, looked at again where it was so before. */
export async function readOnlyOf<D extends DomainTypes>(
  logs: ContractLogs<D>,
): Promise<ReadOnly | undefined> {
  if (logs.readOnly === undefined) return undefined;
  const reason = await logs.compareWithGuard();
  return reason === undefined ? undefined : { code: 'read-only', duty: null, reason };
}

/**
 * Decides a command and records it; a refusal leaves an access entry before it is told.
 * @throws {ApplicationFault} `unavailable`: the same command id may be sent again; `corrupt`.
 */
export async function executeCommand<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  caller: Caller & { readonly command: D['command'] },
): Promise<Result<Receipt<D['warning']>, D['refusal'] | ReadOnly | EvidenceMissing>> {
  const { id, actor, command } = caller;
  const gist = tools.rules.gistOfCommand(command);
  let registerSize = 0;
  const unfit = (await readOnlyOf(logs)) ?? (await missingEvidence(tools, logs, gist.evidence));
  const answer =
    unfit === undefined
      ? await logs.register.submit<D['refusal']>({
          id,
          actor,
          decide(contract, context) {
            registerSize = context.size;
            return tools.rules.decide(contract, command, context);
          },
        })
      : err(unfit);
  if (!answer.ok) {
    const refusal: DutyRefusal = answer.error;
    await logs.access.recordRefused({ id, actor }, { gist, registerSize, refusal });
  }
  if (answer.ok && gist.evidence.length > 0) await tools.onStep?.('evidence-recorded');
  return answer;
}

/** Evidence is durable before the entry that names it. */
async function missingEvidence<D extends DomainTypes>(
  { store }: InstanceTools<D>,
  logs: ContractLogs<D>,
  digests: readonly string[],
): Promise<EvidenceMissing | undefined> {
  for (const digest of digests) {
    if ((await store.evidence(logs.id, digest)) !== undefined) continue;
    return { code: 'evidence-missing', duty: null, digest };
  }
  return undefined;
}

/**
 * Answers a question on the head the register has now. The answer is released once its access
 * entry is durable.
 * @throws {ApplicationFault} `unavailable`; `corrupt`.
 */
export async function askQuestion<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  caller: Caller & { readonly question: D['question'] },
): Promise<Result<D['answer'], D['refusal']>> {
  const { id, actor, question } = caller;
  const standing = await logs.register.current();
  const context = contextOf(tools, standing, actor);
  const answer = tools.rules.answer(standing.state, question, context);
  await logs.access.recordAsked(
    { id, actor },
    {
      gist: tools.rules.gistOfQuestion(question),
      registerSize: context.size,
      refusal: answer.ok ? undefined : answer.error,
    },
  );
  return answer;
}

function contextOf<D extends DomainTypes>(
  { clock }: InstanceTools<D>,
  { recordedAt, tree }: Standing<unknown>,
  actor: string,
): Context {
  const now: Moment = clock.now();
  const isBehind = recordedAt !== null && recordedAt > now;
  return { actor, now: isBehind ? recordedAt : now, size: tree.frontier.size };
}

/**
 * Names, addresses and remarks of entries of the register, in the order asked for. They are
 * released once the access entries that name all of them are durable.
 * @throws {ApplicationFault} `unavailable`; `corrupt`.
 */
export async function readParticulars<D extends DomainTypes>(
  tools: InstanceTools<D>,
  logs: ContractLogs<D>,
  caller: Caller & { readonly sequences: readonly number[] },
): Promise<readonly Particulars[]> {
  const { id, actor, sequences } = caller;
  const { tree } = await logs.register.current();
  const found = await particularsOf(tools, logs, sequences);
  const registerSize = tree.frontier.size;
  await Promise.all(
    partsOf(sequences).map((part) => {
      const subjects = part.map((sequence) => `entry-${sequence}`);
      const gist = { kind: 'particulars', subjects };
      return logs.access.recordAsked({ id, actor }, { gist, registerSize, refusal: undefined });
    }),
  );
  return found;
}

/** As many as one access entry can name within the 65,535 bytes of an entry. */
const mostNamed = 2000;

/** Sequences in parts that an entry can name, at least one of them. */
function partsOf(sequences: readonly number[]): readonly (readonly number[])[] {
  const parts = Math.max(1, Math.ceil(sequences.length / mostNamed));
  return Array.from({ length: parts }, (_, part) =>
    sequences.slice(part * mostNamed, (part + 1) * mostNamed),
  );
}
