import { type CommandId, type Result, err, ok } from '@kanribo/kernel';
import type { Context, Decision, Receipt, Submission } from './rules.ts';

/**
 * A submission whose turn has not come. It is decided as often as other processes get in first;
 * only the last word is answered, and only once that word is sure.
 */
export interface Waiting<State, Warning> {
  readonly id: CommandId;
  readonly actor: string;
  readonly origin: string | undefined;
  decide(state: State, context: Context): Word<Warning>;
  recorded(receipt: Receipt<Warning>): void;
  failed(fault: unknown): void;
}

/** What was decided: a decision to record, or a refusal that waits to be told. */
type Word<Warning> =
  | { readonly records: true; readonly decision: Decision<Warning> }
  | { readonly records: false; tell(): void };

/** Puts a submission in the form in which it waits, and promises its answer. */
export function waitFor<State, Warning, Refusal>(
  submission: Submission<State, Warning, Refusal>,
): {
  readonly waiting: Waiting<State, Warning>;
  readonly answer: Promise<Result<Receipt<Warning>, Refusal>>;
} {
  const { promise, resolve, reject } = Promise.withResolvers<Result<Receipt<Warning>, Refusal>>();
  const waiting: Waiting<State, Warning> = {
    id: submission.id,
    actor: submission.actor,
    origin: submission.origin,
    decide(state, context) {
      const decided = submission.decide(state, context);
      if (decided.ok) return { records: true, decision: decided.value };
      return { records: false, tell: () => resolve(err(decided.error)) };
    },
    recorded: (receipt) => resolve(ok(receipt)),
    failed: reject,
  };
  return { waiting, answer: promise };
}
