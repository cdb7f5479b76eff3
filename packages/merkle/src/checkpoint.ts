import { err, fromBase64, ok, toBase64, type Result } from '@kanribo/kernel';
import { hashLength, requireHash } from './hash.ts';
import { MerkleFault } from './merkle-fault.ts';
import { splitNote, type NoteShapeProblem } from './note.ts';
import { openNote, type NoteProblem } from './open-note.ts';
import { signNote } from './sign-note.ts';
import type { Signer, VerifySignature } from './signature.ts';
import { parseSize, requireSize } from './tree-size.ts';
import { isKeyName, type VerifierKey } from './verifier-key.ts';

/** What a log says of itself: at this size, its entries hash to this root. */
export interface Checkpoint {
  /** The log's name for ever; also the name of the key that signs. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** A witness that has cosigned, and when (POSIX seconds). */
export interface Cosignature {
  readonly name: string;
  readonly keyId: string;
  readonly time: number;
}

/** A checkpoint whose log's signature, and every known witness's, was checked. */
export interface OpenedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
}

/** Whose signatures count: the log's own key, and the witnesses one knows. */
export interface CheckpointKeys {
  readonly log: VerifierKey<'ed25519'>;
  readonly witnesses?: readonly VerifierKey<'cosignature'>[];
}

/** Why a text is not the text of a checkpoint. */
export type CheckpointShapeProblem =
  | 'checkpoint-malformed'
  | 'checkpoint-origin-malformed'
  | 'checkpoint-size-malformed'
  | 'checkpoint-root-malformed';

/** Why a checkpoint was not opened. */
export type CheckpointProblem =
  | NoteProblem
  | CheckpointShapeProblem
  | 'checkpoint-origin-differs'
  | 'checkpoint-unsigned';

const emptyRootText = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/**
 * The text of a checkpoint (C2SP tlog-checkpoint): origin, size and base64 root, a line each.
 * @throws {MerkleFault} `key-malformed` for an origin that cannot name a key, `size-out-of-range`,
 * `hash-malformed`.
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isKeyName(origin)) throw new MerkleFault('key-malformed', `no origin of a log: ${origin}`);
  requireSize(size);
  requireHash(root);
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads {@link formatCheckpoint} strictly. Extension lines are refused: our logs sign none, and
 * nobody would check what they say.
 */
export function parseCheckpoint(text: string): Result<Checkpoint, CheckpointShapeProblem> {
  const [origin, sizeText, rootText, end, ...rest] = text.split('\n', lineCount + 2);
  if (origin === undefined || sizeText === undefined || rootText === undefined) {
    return err('checkpoint-malformed');
  }
  if (end !== '' || rest.length > 0) return err('checkpoint-malformed');
  if (!isKeyName(origin)) return err('checkpoint-origin-malformed');
  const size = parseSize(sizeText);
  if (size === undefined) return err('checkpoint-size-malformed');
  const root = fromBase64(rootText);
  if (root?.length !== hashLength) return err('checkpoint-root-malformed');
  if (size === 0 && rootText !== emptyRootText) return err('checkpoint-root-malformed');
  return ok({ origin, size, root });
}

const lineCount = 3;

/**
 * The checkpoint as a note signed by the log's key.
 * @throws {MerkleFault} `key-malformed` when the key is not named like the origin, and as
 * {@link formatCheckpoint} and {@link signNote} do.
 */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer<'ed25519'>): string {
  if (signer.key.name !== checkpoint.origin) {
    throw new MerkleFault('key-malformed', `${signer.key.name} does not sign for another origin`);
  }
  return signNote(formatCheckpoint(checkpoint), [signer]);
}

/**
 * Opens a signed checkpoint: the log's own key must have signed it, the key's name must be the
 * origin, and no known witness's cosignature may be false. Unknown signatures are ignored.
 */
export function openCheckpoint(
  verify: VerifySignature,
  note: string,
  keys: CheckpointKeys,
): Result<OpenedCheckpoint, CheckpointProblem> {
  const opened = openNote(verify, note, [keys.log, ...(keys.witnesses ?? [])]);
  if (!opened.ok) return opened;
  const { text, signatures } = opened.value;
  const parsed = parseCheckpoint(text);
  if (!parsed.ok) return parsed;
  if (parsed.value.origin !== keys.log.name) return err('checkpoint-origin-differs');
  if (!signatures.some(({ kind }) => kind === 'ed25519')) return err('checkpoint-unsigned');
  const cosignatures: Cosignature[] = [];
  for (const signature of signatures) {
    if (signature.kind === 'ed25519') continue;
    const { name, keyId } = signature.key;
    cosignatures.push({ name, keyId, time: signature.time });
  }
  return ok({ checkpoint: parsed.value, cosignatures });
}

/**
 * What a signed checkpoint claims, its signatures unchecked: to say that a log is consistent in
 * itself when no key from outside is at hand. Never a ground to call it sound.
 */
export function readUncheckedCheckpoint(
  note: string,
): Result<Checkpoint, NoteShapeProblem | CheckpointShapeProblem> {
  const split = splitNote(note);
  return split.ok ? parseCheckpoint(split.value.text) : split;
}
