import {
  type CommandId,
  type JsonObject,
  canonicalText,
  parseCommandId,
  toBase64,
  toHex,
  utf8,
} from '@kanribo/kernel';
import {
  type Checkpoint,
  type Tree,
  appendLeaves,
  emptyTree,
  formatVerifierKey,
  leafHash,
  rootOf,
  signCheckpoint,
} from '@kanribo/merkle';
import type { LogContent, LogContentReader } from '../bundle-content.ts';
import type { Entry } from '../entry.ts';
import { logDeclarations } from '../log-declarations.ts';
import { formatOrigin, parseOrigin } from '../origin.ts';
import { type SaltedParticulars, commitParticulars } from '../particulars.ts';
import { secondsLater, sha256, signerOf } from './tools.ts';

/** What a test says of an entry; the rest follows from its place. */
export type Draft = Partial<Omit<Entry, 'particulars'>> & { readonly particulars?: JsonObject };

/** The seed of the key pair of a test's logs, unless it wants another. */
export const usualSeed = 7;

/** A log in memory that a test writes as the application would. */
export class SampleLog {
  readonly origin: string;
  readonly entries: Uint8Array[] = [];
  readonly particulars = new Map<number, SaltedParticulars>();
  readonly #seed: number;
  readonly #tiles = new Map<string, Uint8Array>();
  #tree: Tree = emptyTree;

  constructor(origin: string, seed = usualSeed) {
    this.origin = origin;
    this.#seed = seed;
  }

  get size(): number {
    return this.entries.length;
  }

  get head(): Checkpoint {
    return { origin: this.origin, size: this.size, root: rootOf(sha256, this.#tree.frontier) };
  }

  /** The signed checkpoint of the log as it is. */
  get note(): string {
    return signCheckpoint(this.head, signerOf(this.origin, this.#seed));
  }

  get verifierKey(): string {
    return formatVerifierKey(signerOf(this.origin, this.#seed).key);
  }

  append(draft: Draft = {}): this {
    const { particulars, ...stated } = draft;
    const sequence = this.size;
    const salted = particulars && { salt: saltOf(sequence), text: canonicalText(particulars) };
    if (salted !== undefined) this.particulars.set(sequence, salted);
    const entry: Entry = {
      format: 1,
      sequence,
      recordedAt: secondsLater(sequence),
      actor: 'person-1',
      command: commandOf(sequence),
      ordinal: 0,
      declaration: 'registers/take-out@1',
      duties: [['take-out-register', '11.4']],
      facts: { count: sequence },
      particulars: salted === undefined ? null : commitParticulars(sha256, salted),
      ...stated,
    };
    return this.appendBytes(utf8(canonicalText({ ...entry })));
  }

  /** Appends bytes as they are, whether they are an entry or not. */
  appendBytes(bytes: Uint8Array): this {
    const { tree, tiles } = appendLeaves(sha256, this.#tree, [leafHash(sha256, bytes)]);
    this.#tree = tree;
    this.entries.push(bytes);
    for (const { level, index, hashes } of tiles) this.#tiles.set(`${level}/${index}`, hashes);
    return this;
  }

  /** Erases the particulars of an entry, and says so. */
  erase(sequence: number): this {
    this.particulars.delete(sequence);
    const facts = { sequence, reason: 'purpose-ended' };
    return this.append({ declaration: logDeclarations.erased, facts });
  }

  /** States where another log stands. */
  anchor(log: 'access' | 'instance', head: Checkpoint): this {
    const { origin, size, root } = head;
    const facts = { checkpoints: [{ log, origin, size, root: toBase64(root) }] };
    return this.append({ declaration: logDeclarations.anchored, facts });
  }

  /** The log as it was at a size, signed by the same key. */
  upTo(size: number): SampleLog {
    const log = new SampleLog(this.origin, this.#seed);
    return log.#takeFrom(this, size);
  }

  /** The log taken up again from a size, under the next origin, with the loss declared. */
  resume(restoredSize: number, stated: JsonObject = {}): SampleLog {
    const log = new SampleLog(nextOrigin(this.origin), this.#seed).#takeFrom(this, restoredSize);
    const facts = {
      origin: this.origin,
      restoredSize,
      restoredRoot: toBase64(log.head.root),
      signedSize: this.size,
      signedRoot: toBase64(this.head.root),
      reason: 'disk-failed',
      person: 'person-1',
      ...stated,
    };
    return log.append({ declaration: logDeclarations.resumed, facts });
  }

  /** The log as a bundle takes it: whole, or its head alone. */
  content(shared: 'whole' | 'checkpoint' = 'whole'): LogContent {
    const { origin, size, root } = this.head;
    const log = parseOrigin(origin)?.log ?? 'register';
    const signed = { note: this.note, verifierKey: this.verifierKey };
    const head = { log, origin, size, root, signed };
    return shared === 'whole' ? { ...head, reader: this.#reader() } : head;
  }

  #takeFrom(other: SampleLog, size: number): this {
    for (const bytes of other.entries.slice(0, size)) this.appendBytes(bytes);
    for (const [sequence, salted] of other.particulars) {
      if (sequence < size) this.particulars.set(sequence, salted);
    }
    return this;
  }

  #reader(): LogContentReader {
    const { entries, particulars } = this;
    const tiles = this.#tiles;
    return {
      async *entries({ from, to }) {
        for (let at = from; at < to; at += 100) yield entries.slice(at, Math.min(at + 100, to));
      },
      async *particulars({ from, to }) {
        const lines = [...particulars].map(([sequence, salted]) => ({ sequence, ...salted }));
        yield lines.filter(({ sequence }) => sequence >= from && sequence < to);
      },
      tile: async ({ level, index }) => tiles.get(`${level}/${index}`),
    };
  }
}

function nextOrigin(text: string): string {
  const origin = parseOrigin(text);
  if (origin === undefined) throw new TypeError(text);
  return formatOrigin({ ...origin, resumptions: origin.resumptions + 1 });
}

const saltOf = (sequence: number): Uint8Array => sha256(utf8(`salt ${sequence}`)).subarray(0, 16);

/** A command id of its own for each number. */
export function commandOf(number: number): CommandId {
  const parsed = parseCommandId(toHex(sha256(utf8(`command ${number}`))).slice(0, 32));
  if (!parsed.ok) throw new TypeError(parsed.error);
  return parsed.value;
}
