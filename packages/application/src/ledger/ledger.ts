import type { Result } from '@kanribo/kernel';
import type { ApplicationFault } from '../application-fault.ts';
import { type Draft, draftGroup } from './draft.ts';
import { type EntryWriting, entryWriting } from './entries.ts';
import type { Standing } from './fold.ts';
import type { LedgerTools } from './log-access.ts';
import { LogKeeper } from './log-keeper.ts';
import type { Receipt, Submission } from './rules.ts';
import { Salts } from './salts.ts';
import { type Waiting, waitFor } from './waiting.ts';

/**
 * One log, written in groups: what arrives while an append is under way forms the next group, so
 * nothing waits for a timer. Several ledgers, in several processes, may work on the same log.
 *
 * Each submission is decided on the state that all entries before it leave behind, and is answered
 * only when that is sure: recorded, or refused on a state that was the head's.
 */
export class Ledger<State, Warning> {
  readonly #tools: LedgerTools<State, Warning>;
  readonly #keeper: LogKeeper<State, Warning>;
  /** One for all groups: making its buffers and drawing salts takes longer than an entry does. */
  readonly #writing: EntryWriting;
  readonly #queue: Waiting<State, Warning>[] = [];
  #readers: readonly PromiseWithResolvers<Standing<State>>[] = [];
  #running: Promise<void> | undefined;
  /** Nothing is decided before the log was read: at first, and after a write that got lost. */
  #mustCatchUp = true;

  constructor(tools: LedgerTools<State, Warning>) {
    this.#tools = tools;
    this.#keeper = new LogKeeper(tools);
    this.#writing = entryWriting(tools.sha256, new Salts(tools.random));
  }

  /** Why nothing more is recorded in this log, if it is so. */
  get corrupt(): ApplicationFault | undefined {
    return this.#keeper.corrupt;
  }

  /**
   * Decides and records it when its turn comes; the receipt, or the refusal.
   * @throws {ApplicationFault} `unavailable`: the same command id may be sent again; `corrupt`.
   * Whatever deciding or writing it throws comes back to its caller and touches nobody else.
   */
  submit<Refusal>(
    submission: Submission<State, Warning, Refusal>,
  ): Promise<Result<Receipt<Warning>, Refusal>> {
    const { waiting, answer } = waitFor(submission);
    this.#queue.push(waiting);
    this.#run();
    return answer;
  }

  /**
   * The standing of the log at a head that was read after this was asked. A corrupt log answers
   * the last standing that agreed with its head, or what it holds where none ever did.
   * @throws {ApplicationFault} `unavailable`; `corrupt` where nothing could be read at all.
   */
  current(): Promise<Standing<State>> {
    const reader = Promise.withResolvers<Standing<State>>();
    this.#readers = [...this.#readers, reader];
    this.#run();
    return reader.promise;
  }

  /**
   * {@link current}, where nothing less than a log that agrees with its head will do.
   * @throws {ApplicationFault} `corrupt`; `unavailable`.
   */
  async sound(): Promise<Standing<State>> {
    const standing = await this.current();
    if (this.#keeper.corrupt !== undefined) throw this.#keeper.corrupt;
    return standing;
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  #run(): void {
    this.#running ??= this.#work();
  }

  async #work(): Promise<void> {
    // What arrives in the same turn of the event loop goes into the same group.
    await Promise.resolve();
    try {
      while (this.#queue.length > 0 || this.#readers.length > 0) await this.#round();
    } finally {
      this.#running = undefined;
    }
  }

  async #round(): Promise<void> {
    const readers = this.#readers;
    this.#readers = [];
    try {
      await (this.#queue.length === 0 ? this.#catchUp() : this.#recordGroup());
    } catch (fault) {
      this.#giveUp(fault, readers);
      return;
    }
    this.#tell(readers);
  }

  async #recordGroup(): Promise<void> {
    let draft = await this.#draft(await this.#ground());
    while (!(await this.#keeper.makeStand(draft))) {
      draft = await this.#draft(await this.#keeper.catchUp());
    }
    this.#queue.splice(0, draft.decided.length);
    for (const answer of draft.answers) answer();
    if (draft.leaves.length > 0) await this.#tools.onStep?.('append-answered');
  }

  async #ground(): Promise<Standing<State>> {
    const { standing, corrupt } = this.#keeper;
    if (standing !== undefined && corrupt === undefined && !this.#mustCatchUp) return standing;
    return this.#catchUp();
  }

  async #catchUp(): Promise<Standing<State>> {
    const standing = await this.#keeper.catchUp();
    this.#mustCatchUp = false;
    return standing;
  }

  async #draft(before: Standing<State>): Promise<Draft<State, Warning>> {
    const group = await this.#unrecorded();
    const { sha256, rules, clock } = this.#tools;
    const { groupBytes } = this.#keeper.limits;
    const tools = { sha256, rules, writing: this.#writing, groupBytes, now: () => clock.now() };
    return draftGroup(before, group, tools);
  }

  /**
   * Those of the next group that are not recorded, which then stand first in the queue. The others
   * are told their first receipt as soon as it was read back: on a connection that keeps failing
   * each is done with once, where otherwise a long group might be read in vain for ever.
   */
  async #unrecorded(): Promise<readonly Waiting<State, Warning>[]> {
    const unrecorded: Waiting<State, Warning>[] = [];
    for (const waiting of this.#queue.slice(0, this.#keeper.limits.groupCommands)) {
      if (this.#keeper.knows(waiting.id)) {
        const receipt = await this.#keeper.recall(waiting.id);
        this.#queue.splice(unrecorded.length, 1);
        waiting.recorded(receipt);
      } else {
        unrecorded.push(waiting);
      }
    }
    return unrecorded;
  }

  /** Everyone who waits is told, not only this group: they would wait for the same thing. */
  #giveUp(fault: unknown, readers: readonly PromiseWithResolvers<Standing<State>>[]): void {
    this.#mustCatchUp = true;
    for (const waiting of this.#queue.splice(0)) waiting.failed(fault);
    if (this.#keeper.corrupt !== undefined) {
      this.#tell(readers);
      return;
    }
    for (const reader of readers) reader.reject(fault);
  }

  #tell(readers: readonly PromiseWithResolvers<Standing<State>>[]): void {
    const { standing, corrupt } = this.#keeper;
    for (const reader of readers) {
      if (standing === undefined) reader.reject(corrupt);
      else reader.resolve(standing);
    }
  }
}
