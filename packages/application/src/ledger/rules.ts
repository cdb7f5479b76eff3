import type { CommandId, JsonObject, Moment, Result } from '@kanribo/kernel';

/** What `evolve` reads of an entry: everything but particulars, which may be erased. */
export interface Recorded {
  readonly sequence: number;
  readonly recordedAt: Moment;
  readonly actor: string;
  /** `name@version` of the shape of `facts`. */
  readonly declaration: string;
  readonly facts: JsonObject;
}

/** What a decision may look at beside the state. */
export interface Context {
  readonly actor: string;
  /** When it is by the recorder's clock; never earlier than the last entry. */
  readonly now: Moment;
  /** How many entries the log has: the sequence of the first entry this decision records. */
  readonly size: number;
}

/** One entry that a decision wants recorded. */
export interface DecidedEvent {
  /** `name@version` of the shape of `facts`. */
  readonly declaration: string;
  /** Ids of the duties it is cited under. */
  readonly duties: readonly string[];
  readonly facts: JsonObject;
  /** Names, addresses and remarks: kept beside the entry, erasable. */
  readonly particulars: JsonObject | null;
}

/** What is to be recorded, all of it or nothing. */
export interface Decision<Warning> {
  /** The case it is about. */
  readonly subject: string;
  readonly events: readonly DecidedEvent[];
  readonly warnings: readonly Warning[];
}

/** How a log is folded. All of it pure: no clock, no randomness, no I/O. */
export interface FoldRules<State, Warning> {
  empty(): State;
  evolve(state: State, recorded: Recorded): State;
  /** A copy of a state that `evolve` may change in place until it is sealed, for a long fold. */
  draft?(state: State): { readonly state: State; readonly seal: () => void };
  /** The clause by which the state's annex states a duty. */
  cite(state: State, duty: string, at: Moment): string;
  /** Subject and warnings of a decision, from the entries it left behind. */
  recall(recorded: readonly Recorded[]): Pick<Decision<Warning>, 'subject' | 'warnings'>;
}

/** Something to be decided on the state that holds when its turn comes, and recorded. */
export interface Submission<State, Warning, Refusal> {
  /** A command id that was recorded before answers its first receipt and is not decided again. */
  readonly id: CommandId;
  readonly actor: string;
  /** The origin under which the log goes on from this entry; only for a resumption. */
  readonly origin?: string;
  decide(state: State, context: Context): Result<Decision<Warning>, Refusal>;
}

/** What a recorded command is answered with; the same again whenever its id comes again. */
export interface Receipt<Warning> {
  /** Sequence of its first entry. */
  readonly sequence: number;
  /** How many entries it left, one after another. */
  readonly entries: number;
  /** Leaf hash of its first entry, lower-case hex. */
  readonly leafHash: string;
  /** The size of the log with its last entry: the smallest tree that holds all of it. */
  readonly treeSize: number;
  readonly subject: string;
  readonly warnings: readonly Warning[];
  /** Whether the command id had been recorded before this time. */
  readonly repeated: boolean;
}
