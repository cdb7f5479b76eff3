import { type BundledEntry, commitParticulars, parseEntry } from '@kanribo/evidence';
import { equalBytes, utf8 } from '@kanribo/kernel';
import { type Sha256, type Tree, appendLeaves, emptyTree, leafHash, rootOf } from '@kanribo/merkle';
import type { Head, LogKey, LogStore } from '../ports.ts';

/** Why entries do not make the log they are said to be. */
export type RefillProblem = 'entry-malformed' | 'particulars-differ' | 'head-differs';

/**
 * Fills one empty log again, a group at a time: entries are parsed strictly, particulars held to
 * their commitments, and the tree is computed anew. In the end it must have the head that was said.
 */
export class LogRefill {
  readonly #store: LogStore;
  readonly #key: LogKey;
  readonly #sha256: Sha256;
  #tree: Tree = emptyTree;

  constructor(tools: { readonly store: LogStore; readonly sha256: Sha256 }, key: LogKey) {
    this.#store = tools.store;
    this.#sha256 = tools.sha256;
    this.#key = key;
  }

  /** How many entries it has got. */
  get size(): number {
    return this.#tree.frontier.size;
  }

  /** Adds the next entries, or says why not; nothing of the group is then written. */
  async add(entries: readonly BundledEntry[]): Promise<RefillProblem | undefined> {
    for (const [index, entry] of entries.entries()) {
      const problem = this.#problemIn(entry, this.size + index);
      if (problem !== undefined) return problem;
    }
    const leaves = entries.map(({ entry }) => leafHash(this.#sha256, utf8(entry)));
    const { tree, root, tiles } = appendLeaves(this.#sha256, this.#tree, leaves);
    const group = { expectedSize: this.size, root, entries, tiles };
    if ((await this.#store.append(this.#key, group)) === 'conflict') return 'head-differs';
    this.#tree = tree;
    return undefined;
  }

  /** Whether the log has this head. */
  finish(head: Pick<Head, 'size' | 'root'>): RefillProblem | undefined {
    const isSame =
      head.size === this.size && equalBytes(head.root, rootOf(this.#sha256, this.#tree.frontier));
    return isSame ? undefined : 'head-differs';
  }

  #problemIn({ entry, particulars }: BundledEntry, sequence: number): RefillProblem | undefined {
    const parsed = parseEntry(entry);
    if (!parsed.ok || parsed.value.sequence !== sequence) return 'entry-malformed';
    if (particulars === null) return undefined;
    const isCommitted = commitParticulars(this.#sha256, particulars) === parsed.value.particulars;
    return isCommitted ? undefined : 'particulars-differ';
  }
}
