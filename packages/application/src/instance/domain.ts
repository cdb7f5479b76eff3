import type { Result } from '@kanribo/kernel';
import type { Context, Decision, FoldRules } from '../ledger/rules.ts';

/** The types a domain brings along. */
export interface DomainTypes {
  /** The state of one contract. */
  readonly contract: unknown;
  readonly command: unknown;
  readonly question: unknown;
  readonly answer: unknown;
  readonly refusal: DutyRefusal;
  readonly warning: unknown;
}

/** What the access log keeps of a refusal: its code and duty, never its words. */
export interface DutyRefusal {
  readonly code: string;
  /** The duty it follows from, or null where it does not fit the register. */
  readonly duty: string | null;
}

/** What the access log keeps of a question or command: codes and ids, never names or free text. */
export interface Gist {
  readonly kind: string;
  /** The ids it is about. */
  readonly subjects: readonly string[];
}

/** The domain as the use cases see it: pure, and generic over what it is about. */
export interface ContractRules<D extends DomainTypes> extends FoldRules<
  D['contract'],
  D['warning']
> {
  decide(
    contract: D['contract'],
    command: D['command'],
    context: Context,
  ): Result<Decision<D['warning']>, D['refusal']>;
  answer(
    contract: D['contract'],
    question: D['question'],
    context: Context,
  ): Result<D['answer'], D['refusal']>;
  gistOfCommand(command: D['command']): Gist & {
    /** Digests in hex of the evidence it refers to, which has to be kept before. */
    readonly evidence: readonly string[];
  };
  gistOfQuestion(question: D['question']): Gist;
}
