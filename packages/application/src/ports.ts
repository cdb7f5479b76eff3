import type { ContractId, JsonObject, Moment, Result } from '@kanribo/kernel';
import type { SealedSecretReader, SealedSecretStore } from './accounts/ports.ts';

/**
 * The three uses of one log: everything that is folded (`register`), who saw what (`access`,
 * never folded), and the machine's own log (`instance`, under the reserved contract id `instance`).
 */
export type LogName = 'register' | 'access' | 'instance';

/** Which log of which contract. */
export interface LogKey {
  readonly contractId: ContractId;
  readonly log: LogName;
}

/** Where a log stands: its origin, its number of entries and the root over their leaf hashes. */
export interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Salt (16 bytes) and canonical JSON text whose salted hash the entry holds. */
export interface StoredParticulars {
  readonly salt: Uint8Array;
  readonly text: string;
}

/** An entry as it goes in: the exact bytes that are hashed, and the particulars beside them. */
export interface NewEntry {
  readonly entry: string;
  readonly particulars: StoredParticulars | null;
}

/** A full tile: 256 hashes of 32 bytes, written by the append that completes it. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
}

/**
 * A group of entries that goes in as a whole, only where the log still has `expectedSize` entries.
 * `origin` is given only when the log is resumed under a new one.
 */
export interface AppendGroup {
  readonly expectedSize: number;
  readonly root: Uint8Array;
  readonly entries: readonly NewEntry[];
  readonly tiles: readonly FullTile[];
  readonly origin?: string;
}

/** Reads logs and evidence, all from one consistent state of the database. */
export interface LogReader {
  /** All logs of this instance with their heads, ordered by contract and log. */
  logs(): Promise<readonly (LogKey & Head)[]>;
  head(key: LogKey): Promise<Head | undefined>;
  /** The bytes of entries `from` (inclusive) to `to` (exclusive), in order, a batch at a time. */
  entries(key: LogKey, range: EntryRange): AsyncIterable<readonly Uint8Array[]>;
  /** Particulars that are still there for the entries of a range, by sequence, in batches. */
  particulars(
    key: LogKey,
    range: EntryRange,
  ): AsyncIterable<readonly (StoredParticulars & { readonly sequence: number })[]>;
  tile(
    key: LogKey,
    place: { readonly level: number; readonly index: number },
  ): Promise<Uint8Array | undefined>;
  /** All stored full tiles of a log, by level and index. */
  tiles(key: LogKey): AsyncIterable<FullTile>;
}

/** A range of entries: `from` inclusive, `to` exclusive. */
export interface EntryRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The append-only store of logs. Whatever a method has answered is durable.
 *
 * Throws a fault with code `unavailable` where the database did not answer: the write may then
 * have happened or not, and the caller settles it by reading the head.
 */
export interface LogStore extends LogReader {
  /** Makes an empty log; a log that is there already with the same origin is left as it is. */
  create(key: LogKey, origin: string): Promise<void>;
  /** One compare-and-set statement; `conflict` when the log has moved on and nothing was written. */
  append(key: LogKey, group: AppendGroup): Promise<'appended' | 'conflict'>;
  /**
   * Removes salt and text of one entry's particulars, through the database's one privileged
   * function. Refused (`false`) unless entry `erasure` of the same log is an erasure of `sequence`.
   */
  eraseParticulars(
    key: LogKey,
    what: { readonly sequence: number; readonly erasure: number },
  ): Promise<boolean>;
  /** Runs `use` against one read-only snapshot of all logs, evidence and secrets of accounts. */
  snapshot<T>(use: (reader: SnapshotReader) => Promise<T>): Promise<T>;
}

/** Everything a database holds, to be read. */
export type SnapshotReader = LogReader & EvidenceReader & SealedSecretReader;

/** Everything a database holds but sessions and counters, to be filled. */
export type FillingStore = LogStore & EvidenceStore & SealedSecretStore;

/**
 * A store that can be filled as a whole, for restore and rebuild: what `use` wrote counts, all of
 * it, when this has answered; where `use` throws or the process dies the database stays empty.
 * Where there is any log or evidence already nothing is run and the answer says so.
 */
export interface FillableStore {
  fill<T>(
    use: (target: FillingStore) => Promise<T>,
  ): Promise<{ readonly filled: true; readonly value: T } | { readonly filled: false }>;
}

/** Reads evidence: any bytes, known by their SHA-256 in lower-case hex. */
export interface EvidenceReader {
  /** The bytes in chunks, or undefined when this contract holds no such evidence. */
  evidence(contractId: ContractId, digest: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** The digests of everything this contract holds, in order. */
  evidenceDigests(contractId: ContractId): Promise<readonly string[]>;
}

/** Keeps evidence (scans, PDFs, annex texts) encrypted; durable when `keep` has answered. */
export interface EvidenceStore extends EvidenceReader {
  /** Keeps the bytes under their SHA-256 and answers it; the same bytes twice are kept once. */
  keep(contractId: ContractId, bytes: AsyncIterable<Uint8Array>): Promise<string>;
}

/** What is to be signed: the head of a log, and a way to its earlier roots for the guard. */
export interface CheckpointRequest {
  readonly contractId: ContractId;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The root this log has at an earlier size, worked out from its own tiles and entries. */
  rootAt(size: number): Promise<Uint8Array>;
}

/** Why a head is not signed; the contract is then read-only until it is resumed. */
export type SigningRefusal =
  | {
      readonly code: 'guard-ahead';
      readonly origin: string;
      readonly signedSize: number;
      readonly size: number;
    }
  | { readonly code: 'guard-differs'; readonly origin: string; readonly signedSize: number }
  | { readonly code: 'guard-unknown'; readonly origin: string }
  | { readonly code: 'no-key'; readonly origin: string };

/** The largest head ever signed for an origin. */
export interface GuardState {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Signing keys, guard and contract keys, kept apart from the data. */
export interface Keys {
  /** Makes the contract's keys when there are none yet; durable before it answers. */
  createContractKeys(contractId: ContractId): Promise<void>;
  /** The verifier key `<origin>+<hash>+<key>` of an origin of this contract. */
  verifierKey(contractId: ContractId, origin: string): Promise<string | undefined>;
  /**
   * The signed checkpoint note; the guard is fsynced before it answers. Or why it is not signed.
   */
  signCheckpoint(
    request: CheckpointRequest,
  ): Promise<
    | { readonly signed: true; readonly note: string }
    | { readonly signed: false; readonly refusal: SigningRefusal }
  >;
  guard(origin: string): Promise<GuardState | 'unknown' | undefined>;
  /**
   * Declares, durably, that the log of one origin goes on under the next: the old one is never
   * signed again. Answers the largest head that is known to be signed under the old origin; comes
   * before the entry `log/resumed` that states it, and answers the same when it is declared again.
   */
  resumeGuard(what: {
    readonly contractId: ContractId;
    readonly oldOrigin: string;
    readonly newOrigin: string;
  }): Promise<
    Result<
      { readonly head: GuardState | undefined },
      { readonly code: 'no-key' | 'origin-not-next' }
    >
  >;
  /** 32 bytes under which this contract's evidence is encrypted. */
  evidenceKey(contractId: ContractId): Promise<Uint8Array>;
}

/** The secrets of all contracts, in the clear, for the inside of an encrypted backup. */
export interface SecretsSource {
  exportSecrets(): Promise<JsonObject>;
}

/** The one clock; business days are Tokyo's. */
export interface Clock {
  now(): Moment;
}

/** Where salts and command ids come from. */
export interface Random {
  bytes(count: number): Uint8Array;
}
