import { err, ok, type Result } from '@kanribo/kernel';
import { splitNote, type NoteShapeProblem, type NoteSignature } from './note.ts';
import { cosignedAt, isTextSigned, type VerifySignature } from './signature.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A signature that was checked: whose it is, and for a cosignature when (POSIX seconds). */
export type CheckedSignature =
  | { readonly kind: 'ed25519'; readonly key: VerifierKey }
  | { readonly kind: 'cosignature'; readonly key: VerifierKey; readonly time: number };

/** A note that at least one known key has signed. */
export interface OpenedNote {
  readonly text: string;
  /** In the order of the note; one key may stand there twice. */
  readonly signatures: readonly CheckedSignature[];
  /** Signatures of keys that are not known: they say nothing. */
  readonly unknown: readonly NoteSignature[];
}

/** Why a note was not opened. */
export type NoteProblem = NoteShapeProblem | 'note-signature-invalid' | 'note-unsigned';

/**
 * Opens a signed note with the keys one knows (C2SP signed-note v1.0.0). A signature of a known key
 * (same name and key ID) that does not hold refuses the note; so does a note without any signature
 * of a known key. Signatures of other keys are ignored.
 */
export function openNote(
  verify: VerifySignature,
  note: string,
  keys: readonly VerifierKey[],
): Result<OpenedNote, NoteProblem> {
  const split = splitNote(note);
  if (!split.ok) return split;
  const { text } = split.value;
  const signatures: CheckedSignature[] = [];
  const unknown: NoteSignature[] = [];
  for (const claim of split.value.signatures) {
    const key = keys.find(({ name, keyId }) => name === claim.name && keyId === claim.keyId);
    if (key === undefined) {
      unknown.push(claim);
      continue;
    }
    const checked = checkSignature(verify, key, { text, signature: claim.signature });
    if (checked === undefined) return err('note-signature-invalid');
    signatures.push(checked);
  }
  return signatures.length === 0 ? err('note-unsigned') : ok({ text, signatures, unknown });
}

function checkSignature(
  verify: VerifySignature,
  key: VerifierKey,
  claim: { readonly text: string; readonly signature: Uint8Array },
): CheckedSignature | undefined {
  if (key.kind === 'ed25519') {
    return isTextSigned(verify, key, claim) ? { kind: 'ed25519', key } : undefined;
  }
  const time = cosignedAt(verify, key, claim);
  return time === undefined ? undefined : { kind: 'cosignature', key, time };
}
