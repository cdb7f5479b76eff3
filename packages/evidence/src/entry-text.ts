import {
  type CanonicalJsonProblem,
  type JsonObject,
  type JsonValue,
  type Result,
  canonicalText,
  err,
  isJsonObject,
  ok,
  parseCanonical,
  parseCommandId,
  parseMoment,
  utf8,
} from '@kanribo/kernel';
import { type CitedDuty, type Entry, entryBytesAtMost } from './entry.ts';
import { ordered } from './entry-ordered.ts';
import { EvidenceFault } from './evidence-fault.ts';
import { isOfLog, isReadable } from './log-declarations.ts';
import { hasKeyCount, isDigest, isIndex, isToken } from './shapes.ts';

/** Why a text is not an entry; the key at fault is named. */
export type EntryProblem =
  | CanonicalJsonProblem
  | 'entry-too-long'
  | 'entry-not-object'
  | 'entry-keys'
  | `entry-${keyof Entry}`;

/** The text of an entry and what stands in it. */
export interface WrittenEntry {
  readonly text: string;
  readonly entry: Entry;
}

/**
 * The canonical text of an entry, whose UTF-8 bytes are hashed. It is what {@link parseEntry}
 * reads, and nothing else is ever written.
 * @throws {EvidenceFault} `entry-malformed` with the {@link EntryProblem} of an entry that could
 * not be read back.
 * @throws {KernelFault} on facts that have no canonical form.
 */
export function encodeEntry(entry: Entry): string {
  return writeEntry(entry).text;
}

/** {@link encodeEntry}, with the entry as {@link parseEntry} reads it back. */
export function writeEntry(entry: Entry): WrittenEntry {
  const plain = plainEntry(entry);
  const text = plain && plainText(plain);
  if (plain === undefined || text === undefined) return writeCanonically(entry);
  return { text, entry: valueOf(entryOf(plain)) };
}

function writeCanonically(entry: Entry): WrittenEntry {
  const text = canonicalText({ ...entry });
  return { text, entry: valueOf(parseEntry(text)) };
}

/** What the log says of itself every verifier reads strictly, so nothing else of it is written. */
function valueOf(read: Result<Entry, EntryProblem>): Entry {
  if (!read.ok) throw new EvidenceFault('entry-malformed', read.error);
  if (isOfLog(read.value) && !isReadable(read.value)) {
    throw new EvidenceFault('entry-malformed', 'entry-facts');
  }
  return read.value;
}

// Measured on entries of 400 bytes this and `plainText` take at most a third of the time of
// `canonicalText` and reading its text as one of anybody's. Undefined where only that way is certain.
function plainEntry(entry: Entry): JsonObject | undefined {
  const facts = ordered(entry.facts);
  if (facts === undefined || Object.keys(entry).length !== keyCount) return undefined;
  return {
    actor: entry.actor,
    command: entry.command,
    declaration: entry.declaration,
    duties: entry.duties,
    facts,
    format: entry.format,
    ordinal: entry.ordinal,
    particulars: entry.particulars,
    recordedAt: entry.recordedAt,
    sequence: entry.sequence,
  };
}

function plainText(plain: JsonObject): string | undefined {
  const text = JSON.stringify(plain);
  return text.includes(String.raw`\u`) || isTooLong(text) ? undefined : text;
}

const keyCount = 10;

/**
 * Reads an entry strictly: canonical JSON of exactly the keys of {@link Entry}, each of its type
 * and shape, at most 65,535 bytes.
 */
export function parseEntry(text: string): Result<Entry, EntryProblem> {
  if (isTooLong(text)) return err('entry-too-long');
  const value = parseCanonical(text);
  if (!value.ok) return value;
  return isJsonObject(value.value) ? entryIn(value.value) : err('entry-not-object');
}

function entryIn(value: JsonObject): Result<Entry, EntryProblem> {
  return hasKeyCount(value, keyCount) ? entryOf(value) : err('entry-keys');
}

const bytesPerCharacterAtMost = 3;

function isTooLong(text: string): boolean {
  if (text.length * bytesPerCharacterAtMost <= entryBytesAtMost) return false;
  return text.length > entryBytesAtMost || utf8(text.toWellFormed()).length > entryBytesAtMost;
}

function entryOf(value: JsonObject): Result<Entry, EntryProblem> {
  const { format, sequence, actor, ordinal, declaration, duties, facts, particulars } = value;
  const recordedAt = parseMoment(textOf(value['recordedAt']));
  const command = parseCommandId(textOf(value['command']));
  if (format !== 1) return err('entry-format');
  if (!isIndex(sequence)) return err('entry-sequence');
  if (!recordedAt.ok) return err('entry-recordedAt');
  if (!isToken(actor)) return err('entry-actor');
  if (!command.ok) return err('entry-command');
  if (!isIndex(ordinal)) return err('entry-ordinal');
  if (!isDeclaration(declaration)) return err('entry-declaration');
  if (!isDuties(duties)) return err('entry-duties');
  if (!isJsonObject(facts)) return err('entry-facts');
  if (particulars !== null && !isDigest(particulars)) return err('entry-particulars');
  return ok({
    format,
    sequence,
    recordedAt: recordedAt.value,
    actor,
    command: command.value,
    ordinal,
    declaration,
    duties,
    facts,
    particulars,
  });
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

const isDeclaration = (value: JsonValue | undefined): value is string =>
  isToken(value) && declarationShape.test(value);

const declarationShape = /^[a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)*@[1-9][0-9]{0,5}$/;

const isDuties = (value: JsonValue | undefined): value is readonly CitedDuty[] =>
  Array.isArray(value) && value.every(isCitedDuty);

const isCitedDuty = (value: unknown): value is CitedDuty =>
  Array.isArray(value) && value.length === 2 && value.every(isFilledText);

const isFilledText = (value: unknown): boolean => typeof value === 'string' && value !== '';
