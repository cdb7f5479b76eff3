import type { CitedDuty } from '@kanribo/evidence';
import { type CommandId, type Moment, toHex } from '@kanribo/kernel';
import { type Sha256, appendLeaves } from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import type { AppendGroup } from '../ports.ts';
import { type DraftedEntry, type EntryWriting, draftEntry } from './entries.ts';
import type { Standing } from './fold.ts';
import type { Decision, FoldRules, Receipt } from './rules.ts';
import type { Waiting } from './waiting.ts';

/** A group as it was decided on one standing: what to append, and what to answer then. */
export interface Draft<State, Warning> {
  readonly before: Standing<State>;
  readonly after: Standing<State>;
  readonly group: AppendGroup;
  readonly leaves: readonly Uint8Array[];
  /** The receipt of each command it records. */
  readonly receipts: ReadonlyMap<CommandId, Receipt<Warning>>;
  /** Whose word stands in this draft; the others of the group wait for the next one. */
  readonly decided: readonly Waiting<State, Warning>[];
  /** What each is told once the draft is known to stand. */
  readonly answers: readonly (() => void)[];
}

/** What deciding a group needs. */
export interface DraftTools<State, Warning> {
  readonly sha256: Sha256;
  readonly writing: EntryWriting;
  readonly rules: FoldRules<State, Warning>;
  /** The recorder's clock, before it is held to never going back. */
  now(): Moment;
  /** No further command is decided once the entries of the group hold so many bytes. */
  readonly groupBytes: number;
}

/** Decides each of a group, none of which is recorded, on the state that those before it leave. */
export function draftGroup<State, Warning>(
  before: Standing<State>,
  waiting: readonly Waiting<State, Warning>[],
  tools: DraftTools<State, Warning>,
): Draft<State, Warning> {
  const drafting = new Drafting(before, tools);
  for (const one of waiting) {
    if (!drafting.takes(one)) break;
    drafting.decide(one);
  }
  return drafting.finish();
}

class Drafting<State, Warning> {
  readonly #before: Standing<State>;
  readonly #tools: DraftTools<State, Warning>;
  readonly #drafted: DraftedEntry[] = [];
  readonly #receipts = new Map<CommandId, Receipt<Warning>>();
  readonly #decided: Waiting<State, Warning>[] = [];
  readonly #answers: (() => void)[] = [];
  #state: State;
  readonly #now: Moment;
  #recordedAt: Moment | null;
  #origin: string | undefined;
  #bytes = 0;

  constructor(before: Standing<State>, tools: DraftTools<State, Warning>) {
    this.#before = before;
    this.#tools = tools;
    // One reading for the group, which is decided in one go.
    this.#now = laterOf(tools.now(), before.recordedAt);
    this.#state = before.state;
    this.#recordedAt = before.recordedAt;
  }

  /** A command that resumes the log under a new origin is a group of its own. */
  takes(one: Waiting<State, Warning>): boolean {
    if (this.#decided.length === 0) return true;
    if (one.origin !== undefined || this.#origin !== undefined) return false;
    return this.#bytes < this.#tools.groupBytes;
  }

  decide(one: Waiting<State, Warning>): void {
    this.#decided.push(one);
    const first = this.#receipts.get(one.id);
    if (first === undefined) {
      this.#answers.push(this.#wordOf(one));
      return;
    }
    this.#answers.push(() => one.recorded({ ...first, repeated: true }));
  }

  /** A slip while deciding one command is that command's own; the others go on without it. */
  #wordOf(one: Waiting<State, Warning>): () => void {
    try {
      const context = { actor: one.actor, now: this.#now, size: this.#size() };
      const word = one.decide(this.#state, context);
      if (!word.records) return () => word.tell();
      const receipt = this.#record(one, word.decision);
      return () => one.recorded(receipt);
    } catch (fault) {
      return () => one.failed(fault);
    }
  }

  #record(one: Waiting<State, Warning>, decision: Decision<Warning>): Receipt<Warning> {
    const drafted = this.#draft(one, decision);
    const [first] = drafted;
    if (first === undefined) {
      throw new ApplicationFault('empty-decision', `nothing to record for ${decision.subject}`);
    }
    const sequence = this.#size();
    this.#state = this.#fold(drafted);
    this.#drafted.push(...drafted);
    this.#recordedAt = this.#now;
    this.#origin = one.origin;
    this.#bytes += drafted.reduce((sum, { byteCount }) => sum + byteCount, 0);
    const { subject, warnings } = decision;
    const treeSize = sequence + drafted.length;
    const leafHash = toHex(first.leaf);
    const counts = { sequence, entries: drafted.length, leafHash, treeSize };
    const receipt = { ...counts, subject, warnings, repeated: false };
    this.#receipts.set(one.id, receipt);
    return receipt;
  }

  #draft(one: Waiting<State, Warning>, decision: Decision<Warning>): readonly DraftedEntry[] {
    const recordedAt = this.#now;
    const first = this.#size();
    return decision.events.map((event, ordinal) => {
      const duties = event.duties.map((duty): CitedDuty => [
        duty,
        this.#tools.rules.cite(this.#state, duty, recordedAt),
      ]);
      const { id: command, actor } = one;
      const header = { sequence: first + ordinal, recordedAt, actor, command, ordinal, duties };
      return draftEntry(event, header, this.#tools.writing);
    });
  }

  /** Folds what will be stored, not what was meant: the state is the same after every restart. */
  #fold(drafted: readonly DraftedEntry[]): State {
    const { rules } = this.#tools;
    return drafted.reduce((state, { read }) => rules.evolve(state, read), this.#state);
  }

  #size(): number {
    return this.#before.tree.frontier.size + this.#drafted.length;
  }

  finish(): Draft<State, Warning> {
    const leaves = this.#drafted.map(({ leaf }) => leaf);
    const { tree, root, tiles } = appendLeaves(this.#tools.sha256, this.#before.tree, leaves);
    const entries = this.#drafted.map(({ entry }) => entry);
    const group = { expectedSize: this.#before.tree.frontier.size, root, entries, tiles };
    const origin = this.#origin;
    return {
      before: this.#before,
      after: {
        origin: origin ?? this.#before.origin,
        tree,
        root,
        recordedAt: this.#recordedAt,
        state: this.#state,
      },
      group: origin === undefined ? group : { ...group, origin },
      leaves,
      receipts: this.#receipts,
      decided: this.#decided,
      answers: this.#answers,
    };
  }
}

function laterOf(now: Moment, last: Moment | null): Moment {
  return last !== null && last > now ? last : now;
}
