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
import { EvidenceFault } from './evidence-fault.ts';
import { hasKeyCount, isDigest, isIndex, isToken } from './shapes.ts';

/** Why a text is not an entry; the key at fault is named. */
export type EntryProblem =
  | CanonicalJsonProblem
  | 'entry-too-long'
  | 'entry-not-object'
  | 'entry-keys'
  | `entry-${keyof Entry}`;

/**
 * The canonical text of an entry, whose UTF-8 bytes are hashed. It is what {@link parseEntry}
 * reads, and nothing else is ever written.
 * @throws {EvidenceFault} `entry-malformed` with the {@link EntryProblem} of an entry that could
 * not be read back.
 * @throws {KernelFault} on facts that have no canonical form.
 */
export function encodeEntry(entry: Entry): string {
  const text = canonicalText({ ...entry });
  const read = parseEntry(text);
  if (!read.ok) throw new EvidenceFault('entry-malformed', read.error);
  return text;
}

/**
 * Reads an entry strictly: canonical JSON of exactly the keys of {@link Entry}, each of its type
 * and shape, at most 65,535 bytes.
 */
export function parseEntry(text: string): Result<Entry, EntryProblem> {
  if (isTooLong(text)) return err('entry-too-long');
  const value = parseCanonical(text);
  if (!value.ok) return value;
  if (!isJsonObject(value.value)) return err('entry-not-object');
  if (!hasKeyCount(value.value, 10)) return err('entry-keys');
  return entryOf(value.value);
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
