import { type CommandId, type JsonObject, ok } from '@kanribo/kernel';
import { Ledger } from '../ledger/ledger.ts';
import type { LedgerTools } from '../ledger/log-access.ts';
import { freshCommandId, ownDecision } from '../ledger/own-entries.ts';
import type { Decision, FoldRules, Receipt } from '../ledger/rules.ts';
import type { Random } from '../ports.ts';
import type { DutyRefusal, Gist } from '../instance/domain.ts';

/** Declarations of access entries. */
export const accessDeclarations = {
  /** Somebody asked something. */
  asked: 'access/asked@1',
  /** A command was refused. */
  refused: 'access/refused@1',
} as const;

/** Who did it, and under which id. */
export interface Caller {
  readonly id: CommandId;
  /** The person's id. */
  readonly actor: string;
}

/** A question as the access log keeps it. */
export interface AskedFacts {
  readonly gist: Gist;
  /** Size of the register it was answered on. */
  readonly registerSize: number;
  readonly refusal: DutyRefusal | undefined;
}

/** A refused command as the access log keeps it. */
export interface RefusedFacts {
  readonly gist: Gist;
  readonly registerSize: number;
  readonly refusal: DutyRefusal;
}

/** How a log is read that is written and never folded. */
export const unfoldedRules: FoldRules<null, never> = {
  empty: () => null,
  evolve: (state) => state,
  cite: () => '',
  recall: () => ({ subject: '', warnings: [] }),
};

/**
 * Who saw what (アクセス記録): written and never folded. An answer is released only after its entry
 * is durable, so that nothing is seen without a trace.
 */
export class AccessLog {
  readonly ledger: Ledger<null, never>;
  readonly #random: Random;

  constructor(tools: Omit<LedgerTools<null, never>, 'rules' | 'folds'>) {
    this.#random = tools.random;
    this.ledger = new Ledger({ ...tools, rules: unfoldedRules, folds: 'nothing' });
  }

  /** Records a question, answered or refused. */
  recordAsked(
    caller: Caller,
    { gist, registerSize, refusal }: AskedFacts,
  ): Promise<Receipt<never>> {
    return this.#record(caller, accessDeclarations.asked, {
      question: gist.kind,
      subjects: gist.subjects,
      registerSize,
      outcome: refusal === undefined ? 'answered' : 'refused',
      ...(refusal !== undefined && { code: refusal.code, duty: refusal.duty }),
    });
  }

  /** Records a refused command by its code and duty. */
  recordRefused(
    caller: Caller,
    { gist, registerSize, refusal }: RefusedFacts,
  ): Promise<Receipt<never>> {
    return this.#record(caller, accessDeclarations.refused, {
      command: gist.kind,
      subjects: gist.subjects,
      registerSize,
      code: refusal.code,
      duty: refusal.duty,
    });
  }

  // Each access is a command of its own: asked again under the same id it is seen again.
  async #record(caller: Caller, declaration: string, facts: JsonObject): Promise<Receipt<never>> {
    const request = { request: caller.id, ...facts };
    const decision: Decision<never> = ownDecision('access', declaration, request);
    const id = freshCommandId(this.#random);
    const { actor } = caller;
    const recorded = await this.ledger.submit<never>({ id, actor, decide: () => ok(decision) });
    return recorded.ok ? recorded.value : recorded.error;
  }
}
