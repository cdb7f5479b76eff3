import { type CitedDuty, type Entry, commitParticulars, writeEntry } from '@kanribo/evidence';
import { type CommandId, type Moment, canonicalText, utf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { NewEntry, StoredParticulars } from '../ports.ts';
import type { DecidedEvent } from './rules.ts';
import type { Salts } from './salts.ts';

/** An entry ready to be appended: its bytes, its leaf hash, and what stands beside it. */
export interface DraftedEntry {
  readonly entry: NewEntry;
  /** What is read back from its bytes. */
  readonly read: Entry;
  readonly bytes: Uint8Array;
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

/** What entries are written with. */
export interface EntryWriting {
  readonly sha256: Sha256;
  /** The hash of an entry's bytes as a leaf. */
  readonly hashLeaf: (bytes: Uint8Array) => Uint8Array;
  readonly salts: Salts;
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
  { sha256, hashLeaf, salts }: EntryWriting,
): DraftedEntry {
  const particulars = saltParticulars(event, salts);
  const committed = particulars === null ? null : commitParticulars(sha256, particulars);
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
  const bytes = utf8(text);
  return { entry: { entry: text, particulars }, read, bytes, leaf: hashLeaf(bytes) };
}

function saltParticulars(event: DecidedEvent, salts: Salts): StoredParticulars | null {
  const { particulars } = event;
  if (particulars === null) return null;
  const text = canonicalText(particulars);
  return { salt: salts.next(), text };
}
