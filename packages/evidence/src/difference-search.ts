import { entriesName } from './file-names.ts';
import type { FindingList } from './finding-list.ts';
import { limits } from './limits.ts';
import type { LogHead } from './log-head.ts';
import { type Range, Ranges } from './ranges.ts';

/** A line that is none of the signed entries, and the number it states, if any. */
interface Stranger {
  readonly line: number;
  readonly stated: number | undefined;
}

/**
 * Follows the lines of a log, each known to be the signed entry of some index or none, and says
 * what was done to the log. Lines that are none stand for the entries that are not found between
 * their neighbours: those were changed, and where there are too few of them, lines were added. What
 * is not found at all was removed, unless it turns up later: then it was moved.
 */
export class DifferenceSearch {
  readonly #size: number;
  readonly #place: { readonly log: LogHead['log']; readonly file: string };
  readonly #findings: FindingList;
  readonly #missing = new Ranges();
  readonly #affected = new Ranges();
  #strangers: Stranger[] = [];
  #line = 0;
  #expected = 0;
  #foundCount = 0;

  constructor(head: LogHead, findings: FindingList) {
    this.#size = head.size;
    this.#place = { log: head.log, file: entriesName(head.log) };
    this.#findings = findings;
  }

  /** The index whose entry would stand on the next line if nothing was removed or added. */
  get expected(): number {
    return this.#expected + this.#strangers.length;
  }

  /** Whether so much was found that looking on would say nothing more. */
  get isEnough(): boolean {
    const open = this.#missing.count + this.#strangers.length;
    return open + this.#foundCount > limits.findingsOfOneCode;
  }

  /** Takes the next line, which is the signed entry of an index. */
  takeEntry(index: number): void {
    this.#line += 1;
    if (index < this.#expected) return this.#takeEarlier(index);
    this.#settle({ from: this.#expected, to: index });
    this.#expected = index + 1;
  }

  /** Takes the next line, which is none of the signed entries. */
  takeStranger(stated: number | undefined): void {
    this.#line += 1;
    this.#strangers.push({ line: this.#line, stated });
  }

  /** Reports what is still open, and answers the sequences that are not in their place. */
  finish(): Ranges {
    const isCutShort = this.isEnough;
    const end = isCutShort ? Math.min(this.expected, this.#size) : this.#size;
    const lastPlace = this.#settle({ from: this.#expected, to: end }, 'tail-added');
    const cutFrom = isCutShort ? end : lastPlace;
    for (const { from, to } of this.#missing) {
      const isTail = from >= cutFrom;
      const code = isTail ? 'tail-cut' : 'entries-removed';
      this.#findings.add({ code, ...this.#place, from, to });
      this.#affected.add(from, to);
    }
    return this.#affected;
  }

  /**
   * Gives each line that is none of the signed entries a place in a gap: the one it states where it
   * can, otherwise the next. Answers where the gap's last part begins that no line has a place in.
   */
  #settle(gap: Range, surplusCode: 'entry-added' | 'tail-added' = 'entry-added'): number {
    let next = gap.from;
    for (const [at, { line, stated }] of this.#strangers.entries()) {
      if (next >= gap.to) {
        this.#findings.add({ code: surplusCode, ...this.#place, line });
        this.#foundCount += 1;
        if (surplusCode === 'tail-added') break;
        continue;
      }
      const last = Math.max(next, gap.to - (this.#strangers.length - at));
      const sequence = stated !== undefined && stated > next && stated <= last ? stated : next;
      this.#missing.add(next, sequence);
      this.#affected.add(sequence, sequence + 1);
      this.#findings.add({ code: 'entry-changed', ...this.#place, line, sequence });
      this.#foundCount += 1;
      next = sequence + 1;
    }
    this.#strangers = [];
    this.#missing.add(next, gap.to);
    return next;
  }

  #takeEarlier(sequence: number): void {
    const line = this.#line;
    this.#foundCount += 1;
    if (!this.#missing.take(sequence)) {
      this.#findings.add({ code: 'entry-added', ...this.#place, line });
      return;
    }
    this.#affected.add(sequence, sequence + 1);
    this.#findings.add({ code: 'entry-moved', ...this.#place, line, sequence });
  }
}
