import { exhaustive } from '@kanribo/kernel';
import { type GuardRecord, type SignedHead, formatRecord, parseLine } from './guard-record.ts';
import { KeysFault } from './keys-fault.ts';
import { contractOf, isFirstOrigin } from './origins.ts';

/** Where an origin stands with the guard. */
export type Standing = {
  /** Whether a person declared that its log goes on under another origin. */
  readonly isEnded: boolean;
} & (
  | { readonly status: 'unsigned' }
  /** `head` is the largest ever signed. */
  | { readonly status: 'signed'; readonly head: SignedHead }
  /** More may have been signed than anyone here knows; `head` is the largest a backup knew of. */
  | { readonly status: 'unknown'; readonly head: SignedHead | undefined }
);

interface OriginState {
  readonly head: (SignedHead & { readonly isExact: boolean }) | undefined;
  /** Declared as the one under which another origin's log goes on. */
  readonly isDeclared: boolean;
  readonly isEnded: boolean;
}

type Resumption = GuardRecord & { readonly kind: 'resumed' };

const untold: OriginState = { head: undefined, isDeclared: false, isEnded: false };

/**
 * What the lines of one guard file add up to. Records are numbered without a gap, through all
 * files: of two processes that write the same number, the one whose line stands first is right and
 * the other's line counts for nothing. So a record counts only if its writer had seen all before.
 */
export class GuardState {
  readonly #origins = new Map<string, OriginState>();
  readonly #restored = new Set<string>();
  readonly #resumptions: Resumption[] = [];
  readonly #first: number;
  #last: number;
  #isClosed = false;
  #lineCount = 0;

  /** `first` is the number of the file's first record. */
  constructor(first: number) {
    this.#first = first;
    this.#last = first - 1;
  }

  /** The number the next record has to have. */
  get next(): number {
    return this.#last + 1;
  }

  /** Whether the file is finished; the one that begins with number {@link next} carries on. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** How many lines could be spared by writing only what {@link carried} answers. */
  get spareLineCount(): number {
    return Math.max(0, this.#lineCount - this.carried().length);
  }

  /**
   * Takes in text that was appended, and answers the lines of the records that count. `text`
   * begins at the start of a line and may end in the middle of one.
   * @throws {KeysFault} `guard-damaged` for anything that no writer, killed or not, leaves behind.
   */
  take(text: string): readonly string[] {
    const counting: string[] = [];
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (line !== '' && this.#takeLine(line, lines[index + 1])) counting.push(line);
    }
    if (this.#last < this.#first) throw damaged('its first record is not there');
    return counting;
  }

  #takeLine(line: string, after: string | undefined): boolean {
    const parsed = parseLine(line);
    this.#lineCount += 1;
    // What was cut off stands at the end or before the next writer's line, never before an empty
    // one: that is what a last character changed into a line feed looks like.
    if (parsed.kind === 'torn' && after !== '') return false;
    if (parsed.kind !== 'record') throw damaged('a line is not as it was written');
    if (parsed.number <= this.#last || this.#isClosed) return false;
    if (parsed.number > this.next) throw damaged(`record ${this.next} is not there`);
    if ((parsed.number === this.#first) !== (parsed.record.kind === 'opened')) {
      throw damaged('its first record is not there');
    }
    this.#apply(parsed.record);
    this.#last = parsed.number;
    return true;
  }

  #apply(record: GuardRecord): void {
    switch (record.kind) {
      case 'opened':
        return;
      case 'closed':
        this.#isClosed = true;
        return;
      case 'restored':
        this.#restored.add(record.contract);
        return;
      case 'signed':
      case 'unknown':
        this.#applyHead(record);
        return;
      case 'resumed':
        this.#applyResumption(record);
        return;
      default:
        exhaustive(record);
    }
  }

  #applyHead(record: GuardRecord & { readonly kind: 'signed' | 'unknown' }): void {
    const { origin, size, root } = record;
    const before = this.#stateOf(origin);
    if (before.head !== undefined && size <= before.head.size) throw damaged('a head went back');
    const head = { size, root, isExact: record.kind === 'signed' };
    this.#origins.set(origin, { ...before, head });
  }

  #applyResumption(record: Resumption): void {
    const { origin, successor } = record;
    this.#resumptions.push(record);
    this.#origins.set(origin, { ...this.#stateOf(origin), isEnded: true });
    this.#origins.set(successor, { ...this.#stateOf(successor), isDeclared: true });
  }

  #stateOf(origin: string): OriginState {
    return this.#origins.get(origin) ?? untold;
  }

  /** Where an origin stands; one that nobody declared, or of a restored contract, is unknown. */
  standing(origin: string): Standing {
    const { head, isDeclared, isEnded } = this.#stateOf(origin);
    if (head?.isExact === true) return { status: 'signed', head, isEnded };
    const isFresh = head === undefined && (isDeclared || this.#isFirstOfFreshLog(origin));
    return isFresh ? { status: 'unsigned', isEnded } : { status: 'unknown', head, isEnded };
  }

  #isFirstOfFreshLog(origin: string): boolean {
    return isFirstOrigin(origin) && !this.#restored.has(contractOf(origin) ?? '');
  }

  /** Whether a person declared that the log of `origin` goes on under `successor`. */
  isResumed(origin: string, successor: string): boolean {
    return this.#resumptions.some((each) => each.origin === origin && each.successor === successor);
  }

  /** The largest head that is known of each origin, in no order. */
  heads(): readonly (SignedHead & { readonly origin: string })[] {
    return [...this.#origins].flatMap(([origin, { head }]) =>
      head === undefined ? [] : [{ origin, size: head.size, root: head.root }],
    );
  }

  /** The records of a file that says the same in as few lines as possible. */
  carried(): readonly GuardRecord[] {
    return [
      { kind: 'opened' },
      ...[...this.#restored].map((contract) => ({ kind: 'restored', contract }) as const),
      ...[...this.#origins].flatMap(([origin, { head }]) => headRecords(origin, head)),
      ...this.#resumptions,
    ];
  }
}

function headRecords(origin: string, head: OriginState['head']): readonly GuardRecord[] {
  if (head === undefined) return [];
  const { size, root, isExact } = head;
  return [{ kind: isExact ? 'signed' : 'unknown', origin, size, root }];
}

const damaged = (what: string): KeysFault => new KeysFault('guard-damaged', `the guard: ${what}`);

/** The text of a whole guard file whose first record has the number `first`. */
export const guardText = (first: number, records: readonly GuardRecord[]): string =>
  records.map((record, index) => formatRecord(first + index, record)).join('');
