import { err, ok, type Result } from '@kanribo/kernel';
import { joinNote, requireNoteText, splitNote, type NoteShapeProblem } from './note.ts';
import { cosignText, signText, type Signer } from './signature.ts';

/**
 * The text as a note signed by each of the signers, in their order (C2SP signed-note v1.0.0).
 * @throws {MerkleFault} `note-text-malformed` for a text that is empty, does not end in LF, or
 * holds another control or a lone surrogate; `signature-malformed` when a signer gives no 64 bytes.
 */
export function signNote(text: string, signers: readonly Signer<'ed25519'>[]): string {
  requireNoteText(text);
  const signatures = signers.map((signer) => ({
    name: signer.key.name,
    keyId: signer.key.keyId,
    signature: signText(signer, text),
  }));
  return joinNote({ text, signatures });
}

/**
 * The note with a witness's cosignature added at its end. The caller has opened it and checked it
 * against the last checkpoint it cosigned: that is what the cosignature states.
 */
export function cosignNote(
  note: string,
  signer: Signer<'cosignature'>,
  time: number,
): Result<string, NoteShapeProblem> {
  const split = splitNote(note);
  if (!split.ok) return err(split.error);
  const { text, signatures } = split.value;
  const added = {
    name: signer.key.name,
    keyId: signer.key.keyId,
    signature: cosignText(signer, { text, time }),
  };
  return ok(joinNote({ text, signatures: [...signatures, added] }));
}
