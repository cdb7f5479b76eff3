import type { Entry } from './entry.ts';
import type { FindingList } from './finding-list.ts';
import type { LogName } from './log-name.ts';

/** Holds entries to the ones before them: numbers, clock and commands go on without a break. */
export class EntryOrder {
  readonly #log: LogName;
  readonly #findings: FindingList;
  #last: Entry | undefined;

  constructor(log: LogName, findings: FindingList) {
    this.#log = log;
    this.#findings = findings;
  }

  /** Takes the entry that stands at index `at` of the log. */
  take(entry: Entry, at: { readonly index: number; readonly file: string }): void {
    const last = this.#last;
    const { sequence, recordedAt } = entry;
    const log = this.#log;
    if (sequence !== at.index) {
      const place = { file: at.file, line: at.index + 1 };
      const numbers = { sequence: at.index, stated: sequence };
      this.#findings.add({ code: 'entry-misnumbered', log, ...place, ...numbers });
    }
    if (last !== undefined && recordedAt < last.recordedAt) {
      const before = last.recordedAt;
      this.#findings.add({ code: 'clock-back', log, sequence, recordedAt, before });
    }
    if (!isNextOfCommand(entry, last)) {
      this.#findings.add({ code: 'command-broken', log, sequence });
    }
    this.#last = entry;
  }

  /** Forgets the entry before, when one that cannot be read stands between. */
  skip(): void {
    this.#last = undefined;
  }
}

/** The entries of a command stand together, numbered by their ordinal from 0. */
function isNextOfCommand(entry: Entry, last: Entry | undefined): boolean {
  if (entry.command === last?.command) return entry.ordinal === last.ordinal + 1;
  return entry.ordinal === 0 || (last === undefined && entry.sequence > 0);
}
