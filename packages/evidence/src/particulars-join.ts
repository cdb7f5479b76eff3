import { type Result, err, fromUtf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { FindingList } from './finding-list.ts';
import { limits } from './limits.ts';
import { type LineBatch, linesOf } from './lines.ts';
import type { Erasure } from './log-chronicle.ts';
import type { LogName } from './log-name.ts';
import {
  type ParticularsLine,
  type ParticularsProblem,
  type SaltedParticulars,
  parseParticularsLine,
  particularsCommitter,
} from './particulars.ts';
import { SequenceSet } from './sequence-set.ts';

interface Placed extends ParticularsLine {
  readonly line: number;
}

/**
 * Reads the particulars of a log beside its entries, both in the order of their sequences, and
 * holds each to the commitment of its entry.
 */
export class ParticularsJoin {
  readonly #commit: (salted: SaltedParticulars) => string;
  readonly #findings: FindingList;
  readonly #log: LogName;
  readonly #file: string;
  readonly #batches: AsyncIterator<LineBatch, void>;
  readonly #committed = new SequenceSet();
  readonly #absent = new SequenceSet();
  #batch: readonly Uint8Array[] = [];
  #at = 0;
  #line = 0;
  #isAtEnd = false;
  #next: Placed | undefined;
  /** Lines nobody can read, each of which may have stood for an entry. */
  #unread = 0;

  constructor(options: {
    readonly sha256: Sha256;
    readonly findings: FindingList;
    readonly log: LogName;
    readonly file: string;
    readonly chunks: AsyncIterable<Uint8Array>;
  }) {
    this.#commit = particularsCommitter(options.sha256);
    this.#findings = options.findings;
    this.#log = options.log;
    this.#file = options.file;
    this.#batches = linesOf(options.chunks, limits.particularsLineBytes);
  }

  /**
   * Looks up what an entry has committed to. False when more of the file has to be read before that
   * can be said: {@link refill}, then ask again.
   */
  take(sequence: number, commitment: string): boolean {
    while (this.#fill()) {
      const next = this.#next;
      if (next === undefined || next.sequence > sequence) {
        this.#settle(sequence, undefined, commitment);
        return true;
      }
      this.#next = undefined;
      if (next.sequence === sequence) {
        this.#settle(sequence, next, commitment);
        return true;
      }
      this.#reportUnnamed(next);
    }
    return false;
  }

  /** Reads on in the file. */
  async refill(): Promise<void> {
    const step = await this.#batches.next();
    if (step.done === true) {
      this.#isAtEnd = true;
      return;
    }
    const { lines, isUnfinished } = step.value;
    this.#batch = lines;
    this.#at = 0;
    if (isUnfinished) {
      const line = this.#line + lines.length;
      this.#findings.add({ code: 'line-unfinished', log: this.#log, file: this.#file, line });
    }
  }

  /** Reads what is left of the file, and tells erased particulars from missing ones. */
  async finish(erasures: readonly Erasure[]): Promise<void> {
    while (!this.#isAtEnd) {
      while (this.#fill() && this.#next !== undefined) {
        this.#reportUnnamed(this.#next);
        this.#next = undefined;
      }
      if (!this.#isAtEnd) await this.refill();
    }
    for (const { of, by } of erasures) this.#settleErasure(of, by);
    this.#reportMissing();
  }

  /** Makes the next line stand ready; false when the batch is used up and the file is not. */
  #fill(): boolean {
    while (this.#next === undefined) {
      const bytes = this.#batch[this.#at];
      if (bytes === undefined) return this.#isAtEnd;
      this.#at += 1;
      this.#line += 1;
      this.#next = this.#read(bytes);
    }
    return true;
  }

  #read(bytes: Uint8Array): Placed | undefined {
    const line = this.#line;
    const parsed = readLine(bytes);
    if (parsed.ok) return { ...parsed.value, line };
    this.#unread += 1;
    const place = { log: this.#log, file: this.#file, line };
    this.#findings.add({ code: 'particulars-malformed', ...place, problem: parsed.error });
    return undefined;
  }

  #settle(sequence: number, particulars: Placed | undefined, commitment: string): void {
    this.#committed.add(sequence);
    if (particulars === undefined) {
      this.#absent.add(sequence);
      return;
    }
    if (this.#commit(particulars) === commitment) return;
    const place = { log: this.#log, file: this.#file, line: particulars.line };
    this.#findings.add({ code: 'particulars-differ', ...place, sequence });
  }

  #reportUnnamed({ sequence, line }: Placed): void {
    const place = { log: this.#log, file: this.#file, line };
    this.#findings.add({ code: 'particulars-unnamed', ...place, sequence });
  }

  #reportMissing(): void {
    const log = this.#log;
    // As many as there are lines that cannot be read stand on those lines, and are named already.
    if (this.#absent.size <= this.#unread) return;
    for (const sequence of this.#absent) {
      this.#findings.add({ code: 'particulars-missing', log, sequence });
    }
  }

  #settleErasure(of: number, by: number): void {
    const log = this.#log;
    if (of >= by || !this.#committed.has(of)) {
      this.#findings.add({ code: 'erasure-pointless', log, sequence: by, of });
      return;
    }
    const code = this.#absent.has(of) ? 'particulars-erased' : 'particulars-kept';
    this.#absent.delete(of);
    this.#committed.delete(of);
    this.#findings.add({ code, log, sequence: of, by });
  }
}

function readLine(bytes: Uint8Array): Result<ParticularsLine, ParticularsProblem> {
  if (bytes.length > limits.particularsLineBytes) return err('particulars-too-long');
  const text = fromUtf8(bytes);
  return text === undefined ? err('text-ill-formed') : parseParticularsLine(text);
}
