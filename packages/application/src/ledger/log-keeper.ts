import type { Entry } from '@kanribo/evidence';
import { type CommandId, equalBytes, toHex } from '@kanribo/kernel';
import { leafHash } from '@kanribo/merkle';
import { ApplicationFault, isUnavailable } from '../application-fault.ts';
import type { EntryRange, Head } from '../ports.ts';
import { catchUpTo } from './catch-up.ts';
import type { Draft } from './draft.ts';
import { type Standing, emptyStanding, readEntry } from './fold.ts';
import { KnownCommands } from './known-commands.ts';
import {
  type LedgerLimits,
  type LedgerTools,
  nameOf,
  patiently,
  pause,
  unavailable,
  usualLimits,
} from './log-access.ts';
import { standingAtTail } from './tail.ts';
import type { Receipt } from './rules.ts';

/**
 * Holds the standing of one log in memory and makes drafts stand in the store. Used by one caller
 * at a time: the ledger's queue.
 */
export class LogKeeper<State, Warning> {
  readonly limits: LedgerLimits;
  readonly #tools: LedgerTools<State, Warning>;
  readonly #known = new KnownCommands();
  #standing: Standing<State> | undefined;
  #corrupt: ApplicationFault | undefined;

  constructor(tools: LedgerTools<State, Warning>) {
    this.#tools = tools;
    this.limits = { ...usualLimits, ...tools.limits };
  }

  /** What was last known to agree with the stored head; undefined until the first catch-up. */
  get standing(): Standing<State> | undefined {
    return this.#standing;
  }

  /** Why nothing more is recorded in this log, if it is so. */
  get corrupt(): ApplicationFault | undefined {
    return this.#corrupt;
  }

  /**
   * Reads on to the stored head and answers the standing there.
   * @throws {ApplicationFault} `corrupt`, from then on always; `unavailable`.
   */
  async catchUp(): Promise<Standing<State>> {
    if (this.#corrupt !== undefined) throw this.#corrupt;
    const { patienceMs } = this.limits;
    const head = await patiently(patienceMs, () => this.#head());
    const known = this.#standing;
    if (known !== undefined && agrees(known, head)) return known;
    return patiently(patienceMs, () => this.#catchUpTo(head));
  }

  /**
   * Makes a draft stand, or finds that other entries stand in its place: then the standing is
   * caught up and the answer is false. An append that was not answered is settled before anything
   * else: the same bytes are sent again until the log holds them or something else there, so one
   * that is still on its way can never come in beside a second try.
   * @throws {ApplicationFault} `unavailable` when the database stays away.
   */
  async makeStand(draft: Draft<State, Warning>): Promise<boolean> {
    if (draft.leaves.length === 0) return (await this.catchUp()) === draft.before;
    let lost: unknown;
    for (const delayMs of [0, ...this.limits.patienceMs]) {
      if (delayMs > 0) await pause(delayMs);
      try {
        if ((await this.#append(draft)) === 'conflict') return await this.#stoodAlready(draft);
        this.#adopt(draft);
        return true;
      } catch (fault) {
        if (!isUnavailable(fault) || fault instanceof ApplicationFault) throw fault;
        lost = fault;
      }
      const head = await patiently(this.limits.patienceMs, () => this.#head());
      if (head.size > draft.group.expectedSize) return this.#stoodAlready(draft);
    }
    throw unavailable(lost);
  }

  /** Whether a command was recorded, as far as the log was read. */
  knows(id: CommandId): boolean {
    return this.#known.get(id) !== undefined;
  }

  /**
   * The first receipt of a command that is known, from the entries it left.
   * @throws {ApplicationFault} `corrupt` where it left none; `unavailable`.
   */
  async recall(id: CommandId): Promise<Receipt<Warning>> {
    const sequence = this.#known.get(id) ?? 0;
    const to = this.#standing?.tree.frontier.size ?? sequence + 1;
    const left = await patiently(this.limits.patienceMs, () =>
      this.#entriesOf(id, { from: sequence, to }),
    );
    const [first] = left;
    if (first === undefined) {
      const place = `entry ${sequence} of the ${nameOf(this.#tools.key)}`;
      throw new ApplicationFault('corrupt', `${place} is no longer there`);
    }
    return {
      sequence,
      entries: left.length,
      leafHash: toHex(leafHash(this.#tools.sha256, first.bytes)),
      treeSize: sequence + left.length,
      ...this.#tools.rules.recall(left.map(({ entry }) => entry)),
      repeated: true,
    };
  }

  async #entriesOf(
    id: CommandId,
    range: EntryRange,
  ): Promise<readonly { readonly entry: Entry; readonly bytes: Uint8Array }[]> {
    const left: { readonly entry: Entry; readonly bytes: Uint8Array }[] = [];
    for await (const batch of this.#tools.store.entries(this.#tools.key, range)) {
      for (const bytes of batch) {
        const entry = readEntry(bytes, range.from + left.length, this.#tools.key);
        if (entry.command !== id) return left;
        left.push({ entry, bytes });
      }
    }
    return left;
  }

  async #append(draft: Draft<State, Warning>): Promise<'appended' | 'conflict'> {
    const { store, key, onStep } = this.#tools;
    const sent = store.append(key, draft.group);
    if (onStep === undefined) return sent;
    await onStep('append-sent');
    const answer = await sent;
    await onStep('append-committed');
    return answer;
  }

  #adopt(draft: Draft<State, Warning>): void {
    this.#standing = draft.after;
    if (this.#tools.folds === 'nothing') return;
    for (const [id, { sequence }] of draft.receipts) this.#known.add(id, sequence);
  }

  /** Whether the entries that stand where the draft was to go are the draft's own. */
  async #stoodAlready(draft: Draft<State, Warning>): Promise<boolean> {
    const { tree } = await this.catchUp();
    const from = draft.group.expectedSize;
    const to = from + draft.leaves.length;
    if (tree.frontier.size < to) return false;
    const stored = await patiently(this.limits.patienceMs, () => this.#leaves({ from, to }));
    return draft.leaves.every((leaf, index) => {
      const found = stored[index];
      return found !== undefined && equalBytes(leaf, found);
    });
  }

  async #leaves(range: EntryRange): Promise<readonly Uint8Array[]> {
    const { store, key, sha256 } = this.#tools;
    const leaves: Uint8Array[] = [];
    for await (const batch of store.entries(key, range)) {
      leaves.push(...batch.map((bytes) => leafHash(sha256, bytes)));
    }
    return leaves;
  }

  async #head(): Promise<Head> {
    const { store, key } = this.#tools;
    const head = await store.head(key);
    if (head === undefined) {
      throw new ApplicationFault('unknown-contract', `there is no ${nameOf(key)}`);
    }
    return head;
  }

  async #catchUpTo(head: Head): Promise<Standing<State>> {
    const before = this.#standing ?? (await this.#start(head));
    const { standing, corrupt } = await catchUpTo(head, before, this.#tools, (entry) =>
      this.#see(entry),
    );
    if (corrupt === undefined) {
      this.#standing = standing;
      return standing;
    }
    this.#corrupt = corrupt;
    this.#standing ??= standing;
    throw corrupt;
  }

  #start(head: Head): Standing<State> | Promise<Standing<State>> {
    const { rules, folds, sha256 } = this.#tools;
    if (folds === 'nothing') return standingAtTail(head, this.#tools);
    return emptyStanding(head.origin, rules.empty(), sha256);
  }

  #see(entry: Entry): void {
    if (entry.ordinal === 0) this.#known.add(entry.command, entry.sequence);
    this.#tools.seen?.(entry);
  }
}

function agrees({ tree, origin, root }: Standing<unknown>, head: Head): boolean {
  return tree.frontier.size === head.size && origin === head.origin && equalBytes(root, head.root);
}
