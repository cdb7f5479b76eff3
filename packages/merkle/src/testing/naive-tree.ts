import { emptyRoot, leafHash, nodeHash, type Sha256 } from '../hash.ts';

/**
 * The definitions of RFC 6962 §2.1 word for word, recursive, each range's hash kept: what the
 * tests hold everything else to.
 */
export class NaiveTree {
  readonly leaves: readonly Uint8Array[];
  readonly #sha256: Sha256;
  readonly #kept = new Map<number, Uint8Array>();

  constructor(sha256: Sha256, entries: readonly Uint8Array[]) {
    this.#sha256 = sha256;
    this.leaves = entries.map((entry) => leafHash(sha256, entry));
  }

  /** MTH(D[from:to]). */
  hash(from: number, to: number): Uint8Array {
    const name = from * (this.leaves.length + 1) + to;
    const hash = this.#kept.get(name) ?? this.#hashNew(from, to);
    this.#kept.set(name, hash);
    return hash;
  }

  /** PATH(index, D[from:to]), the index counted from 0 and not from `from`. */
  path(index: number, from: number, to: number): readonly Uint8Array[] {
    if (to - from === 1) return [];
    const middle = from + powerBelow(to - from);
    return index < middle
      ? [...this.path(index, from, middle), this.hash(middle, to)]
      : [...this.path(index, middle, to), this.hash(from, middle)];
  }

  /** PROOF(older, D[0:newer]). */
  proof(older: number, newer: number): readonly Uint8Array[] {
    return this.#subproof(older, { from: 0, to: newer }, true);
  }

  #subproof(
    older: number,
    { from, to }: { readonly from: number; readonly to: number },
    isWhole: boolean,
  ): readonly Uint8Array[] {
    if (older === to) return isWhole ? [] : [this.hash(from, to)];
    const middle = from + powerBelow(to - from);
    return older <= middle
      ? [...this.#subproof(older, { from, to: middle }, isWhole), this.hash(middle, to)]
      : [...this.#subproof(older, { from: middle, to }, false), this.hash(from, middle)];
  }

  #hashNew(from: number, to: number): Uint8Array {
    if (from === to) return emptyRoot(this.#sha256);
    const [leaf] = this.leaves.slice(from, from + 1);
    if (to - from === 1 && leaf !== undefined) return leaf;
    const middle = from + powerBelow(to - from);
    return nodeHash(this.#sha256, this.hash(from, middle), this.hash(middle, to));
  }
}

function powerBelow(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1));
}
