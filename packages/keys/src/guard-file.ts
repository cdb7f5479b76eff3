import { constants } from 'node:fs';
import { open, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere, publishFile, readPrivate } from './durable-files.ts';
import { type GuardRecord, formatRecord } from './guard-record.ts';
import { GuardState, guardText } from './guard-state.ts';
import { KeysFault } from './keys-fault.ts';
import type { OnStep } from './steps.ts';

/** The name of a guard file is the number of its first record. */
const nameShape = /^[1-9][0-9]{0,14}$/;
const mostSpareLines = 4096;

/** Name and bytes of the guard file a new directory begins with. */
export function firstGuardFile(records: readonly GuardRecord[]): {
  readonly name: string;
  readonly bytes: Uint8Array;
} {
  return { name: '1', bytes: ascii(guardText(1, [{ kind: 'opened' }, ...records])) };
}

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/**
 * The guard: a file that is only ever appended to, by any number of processes at once, each of
 * which sees what the others have written before its own record counts.
 *
 * It is made shorter by a record `closed`, after which nothing counts, and a next file that says
 * the same in fewer lines. Whoever finds a closed file publishes the next one, if nobody has. The
 * newest file counts and is looked for each time; the one before it stays until there is another,
 * so a process that slept for long may bring back the name of an old file, never of the newest.
 */
export class GuardFile {
  readonly #directory: string;
  readonly #onStep: OnStep;
  #first = 0;
  #offset = 0;
  #state = new GuardState(0);
  #queue: Promise<unknown> = Promise.resolve();
  #failure: KeysFault | undefined;

  private constructor(directory: string, onStep: OnStep) {
    this.#directory = directory;
    this.#onStep = onStep;
  }

  /**
   * Reads the newest guard file, and writes it anew where that makes it shorter.
   * @throws {KeysFault} `guard-missing`, `guard-damaged`, `permissions-too-open`, `storage-failed`.
   */
  static async open(directory: string, onStep: OnStep): Promise<GuardFile> {
    const file = new GuardFile(directory, onStep);
    await file.#queued(() => file.#shorten(0));
    return file;
  }

  /** Answers what `use` makes of everything written until now, by whichever process. */
  async look<T>(use: (state: GuardState) => T): Promise<T> {
    return this.#queued(async () => {
      await this.#refresh();
      return use(this.#state);
    });
  }

  /** The same, once everything that was looked at is durable. */
  async settle<T>(use: (state: GuardState) => T): Promise<T> {
    return this.#queued(async () => {
      for (;;) {
        await this.#refresh();
        const answer = use(this.#state);
        if (await this.#write('')) return answer;
      }
    });
  }

  /**
   * Adds the record that `plan` makes of the state it has to follow; durable when it answers
   * `true`. `false` when `plan` had none to make. It is asked again when another process was first.
   * @throws {KeysFault} `storage-failed`; from then on always, until the directory is opened anew:
   * after a failed fsync the next one may answer well without having written anything.
   */
  async add(plan: (state: GuardState) => GuardRecord | undefined): Promise<boolean> {
    return this.#queued(async () => {
      const isAdded = await this.#add(plan);
      await this.#shorten(mostSpareLines);
      return isAdded;
    });
  }

  async #add(plan: (state: GuardState) => GuardRecord | undefined): Promise<boolean> {
    await this.#refresh();
    for (;;) {
      const record = plan(this.#state);
      if (record === undefined) return false;
      const text = formatRecord(this.#state.next, record);
      await this.#write(text);
      const counting = await this.#refresh();
      if (counting.includes(text.trim())) return true;
    }
  }

  async #shorten(most: number): Promise<void> {
    await this.#refresh();
    const first = this.#first;
    if (this.#state.spareLineCount <= most) return;
    await this.#add(() => (this.#first === first ? { kind: 'closed' } : undefined));
  }

  async #queued<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Reads what was written since the last time, and answers the lines that count. */
  async #refresh(): Promise<readonly string[]> {
    const counting: string[] = [];
    for (;;) {
      await this.#followNewest();
      const bytes = await readPrivate(this.#path(this.#first), this.#offset);
      if (bytes === undefined) continue;
      const text = Buffer.from(bytes).toString('latin1');
      counting.push(...this.#state.take(text));
      this.#offset += text.lastIndexOf('\n') + 1;
      if (!this.#state.isClosed) return counting;
      await this.#publishNext();
    }
  }

  async #followNewest(): Promise<void> {
    const newest = Math.max(0, ...(await this.#listed()));
    if (newest === 0) throw new KeysFault('guard-missing', `no guard in ${this.#directory}`);
    if (newest === this.#first) return;
    this.#first = newest;
    this.#offset = 0;
    this.#state = new GuardState(newest);
  }

  async #publishNext(): Promise<void> {
    const next = this.#state.next;
    const bytes = ascii(guardText(next, this.#state.carried()));
    await publishFile(this.#path(next), bytes, async () => this.#onStep('guard-staged'));
    for (const older of (await this.#listed()).filter((each) => each < this.#first)) {
      await ifThere(this.#path(older), () => unlink(this.#path(older)));
    }
  }

  /** Appends in one write and fsyncs; `false` where the file is not there any more. */
  async #write(text: string): Promise<boolean> {
    if (this.#failure !== undefined) throw this.#failure;
    const path = this.#path(this.#first);
    try {
      const written = await ifThere(path, () => this.#append(path, ascii(text)));
      return written !== undefined;
    } catch (cause) {
      this.#failure = new KeysFault('storage-failed', 'the guard was not written', { cause });
      throw this.#failure;
    }
  }

  async #append(path: string, bytes: Uint8Array): Promise<'written'> {
    const file = await open(path, constants.O_WRONLY | constants.O_APPEND);
    try {
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten !== bytes.length) throw new Error('only a part of the line was written');
      await this.#onStep('guard-appended');
      await file.sync();
      return 'written';
    } finally {
      await file.close();
    }
  }

  #path(first: number): string {
    return join(this.#directory, String(first));
  }

  async #listed(): Promise<readonly number[]> {
    const names = (await ifThere(this.#directory, () => readdir(this.#directory))) ?? [];
    return names.filter((name) => nameShape.test(name)).map(Number);
  }
}
