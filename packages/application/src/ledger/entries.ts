import {
  type CitedDuty,
  type Entry,
  commitParticulars,
  encodeEntry,
  saltLength,
} from '@kanribo/evidence';
import { type CommandId, type Moment, canonicalText, utf8 } from '@kanribo/kernel';
import { type Sha256, leafHash } from '@kanribo/merkle';
import type { NewEntry, Random, StoredParticulars } from '../ports.ts';
import type { DecidedEvent } from './rules.ts';

/** An entry ready to be appended: its bytes, its leaf hash, and what stands beside it. */
export interface DraftedEntry {
  readonly entry: NewEntry;
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

/**
 * Writes one decided event as the bytes that are hashed. Particulars are committed with 16 fresh
 * random bytes as salt.
 * @throws {EvidenceFault} when it could not be read back: one beyond 65,535 bytes.
 * @throws {KernelFault} when facts or particulars have no canonical JSON text.
 */
export function draftEntry(
  event: DecidedEvent,
  header: EntryHeader,
  { sha256, random }: { readonly sha256: Sha256; readonly random: Random },
): DraftedEntry {
  const particulars = saltParticulars(event, random);
  const entry: Entry = {
    format: 1,
    ...header,
    declaration: event.declaration,
    facts: event.facts,
    particulars: particulars === null ? null : commitParticulars(sha256, particulars),
  };
  const text = encodeEntry(entry);
  const bytes = utf8(text);
  return { entry: { entry: text, particulars }, bytes, leaf: leafHash(sha256, bytes) };
}

function saltParticulars(event: DecidedEvent, random: Random): StoredParticulars | null {
  if (event.particulars === null) return null;
  return { salt: random.bytes(saltLength), text: canonicalText(event.particulars) };
}
