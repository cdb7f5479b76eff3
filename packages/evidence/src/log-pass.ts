import { type Moment, fromUtf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { BundleFiles } from './bundle-files.ts';
import { BundledTiles } from './bundled-tiles.ts';
import { type Entry, entryBytesAtMost } from './entry.ts';
import { EntryOrder } from './entry-order.ts';
import { parseEntry } from './entry-text.ts';
import { type ComputedTile, EntryTree } from './entry-tree.ts';
import { entriesName, particularsName } from './file-names.ts';
import { FindingList } from './finding-list.ts';
import { type LineBatch, linesOf } from './lines.ts';
import { LogChronicle } from './log-chronicle.ts';
import type { LogHead } from './log-head.ts';
import { type NamedEvidence, mayNameEvidence } from './named-evidence.ts';
import { ParticularsJoin } from './particulars-join.ts';

/** What reading a log through needs. */
export interface LogPassOptions {
  readonly sha256: Sha256;
  readonly files: BundleFiles;
  readonly head: LogHead;
  readonly evidence: NamedEvidence;
  /** Sizes at which the root is kept. */
  readonly sizes: Iterable<number>;
  /** Is told how many entries have been read. */
  readonly onProgress: (entries: number) => void;
}

/**
 * Reads a log of a bundle through, once: hashes its entries into a tree and holds entries,
 * particulars and tiles to each other. What it finds is true of the log if the tree has the signed
 * root; if not, {@link findDifferences} says first where the entries are not the signed ones.
 */
export class LogPass {
  readonly tree: EntryTree;
  readonly chronicle: LogChronicle;
  readonly tiles: BundledTiles;
  readonly findings = new FindingList();
  firstAt: Moment | null = null;
  lastAt: Moment | null = null;
  readonly #options: LogPassOptions;
  readonly #file: string;
  readonly #order: EntryOrder;
  readonly #particulars: ParticularsJoin | undefined;

  private constructor(options: LogPassOptions) {
    const { sha256, files, head, sizes } = options;
    const { log } = head;
    this.#options = options;
    this.#file = entriesName(log);
    this.tree = new EntryTree(sha256, sizes);
    this.chronicle = new LogChronicle(head.origin, this.findings);
    this.#order = new EntryOrder(log, this.findings);
    this.tiles = new BundledTiles(files, head);
    const file = particularsName(log);
    const isThere = files.claim(file);
    const join = { sha256, findings: this.findings, log, file };
    this.#particulars = isThere
      ? new ParticularsJoin({ ...join, chunks: files.chunks(file) })
      : undefined;
  }

  /** Reads the log; undefined when its entries are not there. */
  static async run(options: LogPassOptions): Promise<LogPass | undefined> {
    const file = entriesName(options.head.log);
    const isThere = options.files.claim(file);
    const pass = new LogPass(options);
    if (!isThere) return undefined;
    for await (const batch of linesOf(options.files.chunks(file), entryBytesAtMost)) {
      await pass.#takeBatch(batch);
    }
    await pass.#finish();
    return pass;
  }

  async #takeBatch({ lines, isUnfinished }: LineBatch): Promise<void> {
    for (const line of lines) {
      const entry = this.#takeLine(line);
      if (entry === undefined || entry.particulars === null) continue;
      while (this.#particulars?.take(entry.sequence, entry.particulars) === false) {
        await this.#particulars.refill();
      }
    }
    await this.#compareTiles(this.tree.takeFullTiles());
    if (isUnfinished) {
      const place = { log: this.#options.head.log, file: this.#file, line: this.tree.size };
      this.findings.add({ code: 'line-unfinished', ...place });
    }
    this.#options.onProgress(this.tree.size);
  }

  #takeLine(line: Uint8Array): Entry | undefined {
    const text = fromUtf8(line);
    const entry = parseEntry(text ?? '');
    if (entry.ok) this.#takeEntry(entry.value, text ?? '');
    else this.#takeMalformed(text === undefined ? 'text-ill-formed' : entry.error);
    this.tree.add(line);
    return entry.ok ? entry.value : undefined;
  }

  #takeEntry(entry: Entry, text: string): void {
    const { log } = this.#options.head;
    this.#order.take(entry, { index: this.tree.size, file: this.#file });
    this.chronicle.take(entry, () => this.tree.root());
    if (mayNameEvidence(text)) this.#options.evidence.take(log, entry);
    this.firstAt ??= entry.recordedAt;
    this.lastAt = entry.recordedAt;
  }

  #takeMalformed(problem: string): void {
    this.#order.skip();
    const place = { log: this.#options.head.log, file: this.#file, line: this.tree.size + 1 };
    this.findings.add({ code: 'entry-malformed', ...place, problem });
  }

  async #compareTiles(tiles: readonly ComputedTile[]): Promise<void> {
    const { log } = this.#options.head;
    for (const tile of tiles) {
      if (!(await this.tiles.differsFrom(tile))) continue;
      this.findings.add({ code: 'tile-differs', log, file: this.tiles.fileOf(tile) });
    }
  }

  async #finish(): Promise<void> {
    await this.#compareTiles(this.tree.partialTiles());
    await this.#compareTiles(this.tree.takeFullTiles());
    await this.#particulars?.finish(this.chronicle.erasures);
    const { log, name, origin } = this.#options.head;
    const found = this.chronicle.resumptions.length;
    if (found !== origin.resumptions) {
      this.findings.add({ code: 'resumptions-miscounted', log, origin: name, found });
    }
  }
}
