import {
  concatBytes,
  err,
  fromBase64,
  fromHex,
  ok,
  toBase64,
  toHex,
  type Result,
} from '@kanribo/kernel';
import { MerkleFault } from './merkle-fault.ts';
import { isKeyName } from './verifier-key.ts';

/** A signature line of a note, as it stands there: nothing of it is checked. */
export interface NoteSignature {
  readonly name: string;
  /** 8 lower-case hex digits. */
  readonly keyId: string;
  /** What follows the key ID; its shape depends on the kind of key. */
  readonly signature: Uint8Array;
}

/** A note taken apart, its signatures not yet checked: its text is anybody's claim. */
export interface UncheckedNote {
  /** What is signed; ends in LF, may hold empty lines. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Why a note was not taken apart. */
export type NoteShapeProblem = 'note-too-long' | 'note-malformed';

const longestNote = 1_000_000;
const mostSignatures = 100;
const keyIdLength = 4;
const lineFeed = 0x0a;
const firstPrintable = 0x20;
const signatureShape = /^— ([^ ]+) ([A-Za-z0-9+/]+={0,2})$/u;

/**
 * Takes a signed note apart (C2SP signed-note v1.0.0): text ending in LF, an empty line (the last
 * one of the note), signature lines. Refused are notes of more than a million characters or a
 * hundred signatures, controls but LF, lone surrogates, and any line after the text that is not
 * exactly a signature line.
 */
export function splitNote(note: string): Result<UncheckedNote, NoteShapeProblem> {
  if (note.length > longestNote) return err('note-too-long');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !isNoteText(note)) return err('note-malformed');
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > mostSignatures) return err('note-too-long');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return err('note-malformed');
    signatures.push(signature);
  }
  return ok({ text: note.slice(0, split + 1), signatures });
}

/**
 * The note of a text and its signatures.
 * @throws {MerkleFault} `note-text-malformed` for a text that is empty, does not end in LF, or
 * holds another control or a lone surrogate; `key-malformed` for a key that is none.
 */
export function joinNote(note: UncheckedNote): string {
  requireNoteText(note.text);
  return `${note.text}\n${note.signatures.map(signatureLine).join('')}`;
}

/**
 * Holds a caller to texts that can be signed.
 * @throws {MerkleFault} `note-text-malformed`.
 */
export function requireNoteText(text: string): void {
  if (!isNoteText(text)) throw new MerkleFault('note-text-malformed', 'not the text of a note');
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !holdsControl(text);
}

function holdsControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < firstPrintable && code !== lineFeed) return true;
  }
  return false;
}

function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const id = fromHex(keyId);
  if (!isKeyName(name) || id?.length !== keyIdLength) {
    throw new MerkleFault('key-malformed', `no key of a signature: ${name} ${keyId}`);
  }
  return `— ${name} ${toBase64(concatBytes([id, signature]))}\n`;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [, name, encoded] = signatureShape.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const bytes = fromBase64(encoded);
  if (bytes === undefined || bytes.length <= keyIdLength) return undefined;
  return {
    name,
    keyId: toHex(bytes.subarray(0, keyIdLength)),
    signature: bytes.slice(keyIdLength),
  };
}
