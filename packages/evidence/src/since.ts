import { equalBytes, type Result, err, ok } from '@kanribo/kernel';
import {
  type Sha256,
  type VerifySignature,
  isTypedCodeOf,
  openCheckpoint,
  parseScannedCode,
  parseTypedCode,
  readUncheckedCheckpoint,
  verifierKeyOf,
} from '@kanribo/merkle';
import type { EarlierHead } from './earlier-head.ts';
import type { Damage } from './findings.ts';
import type { LogHead } from './log-head.ts';
import type { LogName } from './log-name.ts';
import { formatOrigin, parseOrigin } from './origin.ts';

/** An earlier checkpoint of one of the bundle's logs, as the client holds it. */
export interface Since {
  readonly log: LogName;
  readonly head: EarlierHead;
}

/** What an earlier checkpoint is read with. */
export interface SinceOptions {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  readonly heads: readonly LogHead[];
}

/**
 * Reads an earlier checkpoint: the whole signed note, whose signature is checked with the key of
 * that log; or the code beside a footer, scanned or typed, which is of the main log. Line ends and
 * what is blank around it may be of any kind: it has been copied about.
 */
export function readSince(text: string, options: SinceOptions): Result<Since, Damage> {
  const held = text.replaceAll('\r\n', '\n').trim();
  return held.includes('\n') ? readNote(`${held}\n`, options) : readCode(held, options);
}

function readCode(text: string, { heads }: SinceOptions): Result<Since, Damage> {
  const log = heads[0]?.log ?? 'register';
  const scanned = parseScannedCode(text);
  if (scanned.ok) {
    const { size, root } = scanned.value;
    const isRoot = (other: Uint8Array): boolean => equalBytes(other, root);
    return ok({ log, head: { size, resumptions: undefined, isRoot } });
  }
  const typed = parseTypedCode(text);
  if (!typed.ok) return err({ code: 'since-malformed', problem: typed.error });
  const { size } = typed.value;
  const isRoot = (root: Uint8Array): boolean => isTypedCodeOf(typed.value, { size, root });
  return ok({ log, head: { size, resumptions: undefined, isRoot } });
}

function readNote(note: string, options: SinceOptions): Result<Since, Damage> {
  const claim = readUncheckedCheckpoint(note);
  if (!claim.ok) return err({ code: 'since-malformed', problem: claim.error });
  const { origin, size, root } = claim.value;
  const parts = parseOrigin(origin);
  const head = options.heads.find(({ log }) => log === parts?.log);
  if (parts === undefined || head === undefined) return err({ code: 'since-of-other-log', origin });
  const { resumptions } = parts;
  if (formatOrigin({ ...head.origin, resumptions }) !== origin) {
    return err({ code: 'since-of-other-log', origin });
  }
  if (!isSigned(note, { ...options, head, origin })) return err({ code: 'since-unsigned', origin });
  const isRoot = (other: Uint8Array): boolean => equalBytes(other, root);
  return ok({ log: head.log, head: { size, resumptions, isRoot } });
}

/** Whether the log's key pair has signed a note under an origin the log has, had or will have. */
function isSigned(
  note: string,
  options: SinceOptions & { readonly head: LogHead; readonly origin: string },
): boolean {
  const { sha256, verifySignature, head, origin } = options;
  if (head.key === undefined) return false;
  const { kind, publicKey } = head.key;
  const log = verifierKeyOf(sha256, { name: origin, kind, publicKey });
  return openCheckpoint(verifySignature, note, { log }).ok;
}
