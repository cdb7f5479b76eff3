import type { CommandId, JsonObject, Moment } from '@kanribo/kernel';

/** A duty an entry cites, with the clause the contract's profile gave it on that day. */
export type CitedDuty = readonly [duty: string, clause: string];

/**
 * One entry of a log: RFC 8785 canonical JSON of exactly these keys; its UTF-8 bytes are what is
 * hashed. `facts` never hold a name or free text.
 */
export interface Entry {
  readonly format: 1;
  /** Index in the log, from 0. */
  readonly sequence: number;
  /** The recorder's clock (UTC); never earlier than the entry before. */
  readonly recordedAt: Moment;
  /** The person's id, or `software`. */
  readonly actor: string;
  /** The command that caused it, and which of that command's entries this is, from 0. */
  readonly command: CommandId;
  readonly ordinal: number;
  /** `name@version` of the declaration whose shape `facts` have. */
  readonly declaration: string;
  readonly duties: readonly CitedDuty[];
  readonly facts: JsonObject;
  /** Lower-case hex of SHA-256(salt || canonical JSON of the particulars), or null. */
  readonly particulars: string | null;
}

/** The most bytes an entry has: its length is written in 16 bits (C2SP tlog-tiles). */
export const entryBytesAtMost = 65_535;
