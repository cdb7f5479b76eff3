import type { ContractId, Moment } from '@kanribo/kernel';
import type { TilePosition } from '@kanribo/merkle';
import type { LogName } from './log-name.ts';
import type { ParticularsLine } from './particulars.ts';
import type { Range } from './ranges.ts';

/** What a bundle is made of, all from one state of the data. */
export interface BundleContent {
  readonly instance: string;
  /** The reserved id `instance` for a bundle of the instance's own log. */
  readonly contract: ContractId;
  readonly madeAt: Moment;
  /** The register first, then access and instance as shared. */
  readonly logs: readonly LogContent[];
  /** The bytes of evidence by its digest in hex, or undefined when it is not kept. */
  evidence(digest: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** A log for a bundle, at one size. */
export interface LogContent {
  readonly log: LogName;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note of exactly this head, and the key for it; absent where nobody has signed. */
  readonly signed?: { readonly note: string; readonly verifierKey: string };
  /** How to read the log; absent where the bundle gets its head alone. */
  readonly reader?: LogContentReader;
}

/** Reads a log for a bundle. */
export interface LogContentReader {
  /** The bytes of the entries of a range, in order, a batch at a time. */
  entries(range: Range): AsyncIterable<readonly Uint8Array[]>;
  /** The particulars that are there for a range, by sequence, a batch at a time. */
  particulars(range: Range): AsyncIterable<readonly ParticularsLine[]>;
  /** A full tile. */
  tile(position: TilePosition): Promise<Uint8Array | undefined>;
}
