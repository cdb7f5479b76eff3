import { equalBytes, fromBase64 } from '@kanribo/kernel';
import type { Entry } from './entry.ts';
import type { FindingList } from './finding-list.ts';
import {
  type AnchoredCheckpoint,
  type ResumedFacts,
  logDeclarations,
  parseAnchored,
  parseErased,
  parseResumed,
} from './log-declarations.ts';
import { type Origin, formatOrigin, parseOrigin } from './origin.ts';

/** An entry `log/resumed@1`, and where it stands. */
export interface Resumption extends ResumedFacts {
  readonly sequence: number;
}

/** A head that an entry `log/anchored@1` states, and where it stands. */
export interface Anchor extends AnchoredCheckpoint {
  readonly sequence: number;
}

/** An entry `log/erased@1`: the particulars of entry `of` were erased, as entry `by` says. */
export interface Erasure {
  readonly of: number;
  readonly by: number;
}

/** What a log says about itself and the other logs, gathered entry by entry. */
export class LogChronicle {
  readonly resumptions: Resumption[] = [];
  readonly anchors: Anchor[] = [];
  readonly erasures: Erasure[] = [];
  readonly #origin: Origin;
  readonly #findings: FindingList;

  constructor(origin: Origin, findings: FindingList) {
    this.#origin = origin;
    this.#findings = findings;
  }

  /** Takes the next entry; `rootBefore` answers the root over all entries before it. */
  take(entry: Entry, rootBefore: () => Uint8Array): void {
    switch (entry.declaration) {
      case logDeclarations.erased:
        return this.#takeErased(entry);
      case logDeclarations.resumed:
        return this.#takeResumed(entry, rootBefore());
      case logDeclarations.anchored:
        return this.#takeAnchored(entry);
      default:
    }
  }

  #takeErased(entry: Entry): void {
    const facts = parseErased(entry.facts);
    if (!facts.ok) return this.#refuseFacts(entry);
    this.erasures.push({ of: facts.value.sequence, by: entry.sequence });
  }

  #takeResumed(entry: Entry, root: Uint8Array): void {
    const facts = parseResumed(entry.facts);
    if (!facts.ok) return this.#refuseFacts(entry);
    const { log } = this.#origin;
    const { sequence } = entry;
    const { origin, restoredSize, restoredRoot, ...rest } = facts.value;
    const old = formatOrigin({ ...this.#origin, resumptions: this.resumptions.length });
    const isSameRoot = equalBytes(fromBase64(restoredRoot) ?? new Uint8Array(0), root);
    if (origin !== old || restoredSize !== sequence || !isSameRoot) {
      this.#findings.add({ code: 'resumption-differs', log, sequence });
    }
    this.resumptions.push({ ...facts.value, sequence });
    const { signedSize, reason, person } = rest;
    const loss = { log, sequence, origin, restoredSize, signedSize, reason, person };
    this.#findings.add({ code: 'declared-loss', ...loss });
  }

  #takeAnchored(entry: Entry): void {
    const facts = parseAnchored(entry.facts);
    if (!facts.ok || !facts.value.checkpoints.every(({ origin }) => this.#isNeighbour(origin))) {
      return this.#refuseFacts(entry);
    }
    for (const checkpoint of facts.value.checkpoints) {
      this.anchors.push({ ...checkpoint, sequence: entry.sequence });
    }
  }

  /** Whether an origin is of this log's own contract, or of its instance's log. */
  #isNeighbour(text: string): boolean {
    const origin = parseOrigin(text);
    if (origin?.instance !== this.#origin.instance) return false;
    return origin.log === 'instance' || origin.contract === this.#origin.contract;
  }

  #refuseFacts({ sequence, declaration }: Entry): void {
    const { log } = this.#origin;
    this.#findings.add({ code: 'facts-malformed', log, sequence, declaration });
  }
}
