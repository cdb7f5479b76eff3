import {
  type CitedDuty,
  type Entry,
  particularsCommitter,
  particularsText,
  writeEntry,
} from '@kanribo/evidence';
import { type CommandId, type Moment, reusedUtf8 } from '@kanribo/kernel';
import { type Sha256, leafHasher } from '@kanribo/merkle';
import type { NewEntry, StoredParticulars } from '../ports.ts';
import type { DecidedEvent } from './rules.ts';
import type { Salts } from './salts.ts';

/** An entry ready to be appended: its text, its leaf hash, and what stands beside it. */
export interface DraftedEntry {
  readonly entry: NewEntry;
  /** What is read back from its bytes. */
  readonly read: Entry;
  /** How many bytes its text is. */
  readonly byteCount: number;
  readonly leaf: Uint8Array;
}

/** What the header of an entry says beside what was decided. */
export interface EntryHeader {
  readonly sequence: number;
  readonly recordedAt: Moment;
  readonly actor: string;
  readonly command: CommandId;
  readonly ordinal: number;
  readonly duties: readonly CitedDuty[];
}

/** What entries are written with: each of its functions has one buffer for all entries. */
export interface EntryWriting {
  readonly encode: (text: string) => Uint8Array;
  /** The hash of an entry's bytes as a leaf. */
  readonly hashLeaf: (bytes: Uint8Array) => Uint8Array;
  readonly commit: (particulars: StoredParticulars) => string;
  readonly salts: Salts;
}

/** Writes entries by this hash function and with these salts. */
export function entryWriting(sha256: Sha256, salts: Salts): EntryWriting {
  const hashLeaf = leafHasher(sha256);
  return { encode: reusedUtf8(), hashLeaf, commit: particularsCommitter(sha256), salts };
}

/**
 * Writes one decided event as the bytes that are hashed. Particulars are committed with 16 fresh
 * random bytes as salt.
 * @throws {EvidenceFault} when it could not be read back: one beyond 65,535 bytes.
 * @throws {KernelFault} when facts or particulars have no canonical JSON text.
 */
export function draftEntry(
  event: DecidedEvent,
  header: EntryHeader,
  { encode, hashLeaf, commit, salts }: EntryWriting,
): DraftedEntry {
  const particulars = saltParticulars(event, salts);
  const committed = particulars === null ? null : commit(particulars);
  const { text, entry: read } = writeEntry({
    actor: header.actor,
    command: header.command,
    declaration: event.declaration,
    duties: header.duties,
    facts: event.facts,
    format: 1,
    ordinal: header.ordinal,
    particulars: committed,
    recordedAt: header.recordedAt,
    sequence: header.sequence,
  });
  const bytes = encode(text);
  const leaf = hashLeaf(bytes);
  return { entry: { entry: text, particulars }, read, byteCount: bytes.length, leaf };
}

function saltParticulars(event: DecidedEvent, salts: Salts): StoredParticulars | null {
  const { particulars } = event;
  if (particulars === null) return null;
  return { salt: salts.next(), text: particularsText(particulars) };
}
