import { evidenceReferences } from '@kanribo/evidence';
import { err, ok } from '@kanribo/kernel';
import type { ContractRules } from '../instance/domain.ts';
import type { Instance } from '../instance/instance.ts';
import { createInstance, openInstance } from '../instance/open-instance.ts';
import type { InstanceTools } from '../instance/tools.ts';
import type { EvidenceStore, Keys, LogStore } from '../ports.ts';
import { HandClock, commandId, seededRandom } from './hand-clock.ts';
import { MemoryKeys } from './memory-keys.ts';
import { MemoryStore } from './memory-store.ts';
import { sha256 } from './sha256.ts';
import {
  type Accounts,
  type Payment,
  type PaymentRefusal,
  type PaymentWarning,
  accountRules,
  balanceOf,
  decidePayment,
} from './toy-accounts.ts';

/** The types of the toy domain. */
export interface ToyTypes {
  readonly contract: Accounts;
  readonly command: Payment;
  readonly question: { readonly balanceOf: string };
  readonly answer: number;
  readonly refusal: PaymentRefusal;
  readonly warning: PaymentWarning;
}

/** The toy domain as the use cases see it. Nobody may ask about the account `secret`. */
export const toyRules: ContractRules<ToyTypes> = {
  ...accountRules,
  decide: decidePayment,
  answer: (accounts, question) =>
    question.balanceOf === 'secret'
      ? err({ code: 'not-enough', duty: 'take-out-approval', balance: 0 })
      : ok(balanceOf(accounts, question.balanceOf)),
  gistOfCommand: ({ account, scan }) => ({
    kind: 'payment',
    subjects: [account],
    evidence: scan === undefined ? [] : evidenceReferences({ scan }),
  }),
  gistOfQuestion: (question) => ({ kind: 'balance', subjects: [question.balanceOf] }),
};

/** What an instance of the toy domain stands on. */
export interface ToyOffice {
  readonly store: LogStore & EvidenceStore;
  readonly keys: Keys;
  readonly clock: HandClock;
  readonly tools: InstanceTools<ToyTypes>;
}

/** A place for an instance of the toy domain; nothing is in it yet. */
export function toyOffice(
  parts: Partial<Pick<InstanceTools<ToyTypes>, 'store' | 'keys' | 'onStep'>> & {
    readonly seed?: number;
  } = {},
): ToyOffice {
  const { store = new MemoryStore(), keys = new MemoryKeys(), onStep, seed = 1 } = parts;
  const clock = new HandClock();
  const tools: InstanceTools<ToyTypes> = {
    store,
    keys,
    clock,
    random: seededRandom(seed),
    sha256,
    rules: toyRules,
    onStep,
    limits: { patienceMs: [1, 1, 1] },
  };
  return { store, keys, clock, tools };
}

/** A new instance `test.example`. */
export async function newInstance({ tools }: ToyOffice): Promise<Instance<ToyTypes>> {
  const made = await createInstance(tools, 'test.example');
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** The instance that is there, opened again. */
export async function reopened({ tools }: Pick<ToyOffice, 'tools'>): Promise<Instance<ToyTypes>> {
  const opened = await openInstance(tools);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** The caller of the command with this number. */
export function caller(number: number): {
  readonly id: ReturnType<typeof commandId>;
  readonly actor: string;
} {
  return { id: commandId(number), actor: 'person-1' };
}
