import {
  type JsonObject,
  type JsonValue,
  type Result,
  err,
  isJsonObject,
  ok,
} from '@kanribo/kernel';
import type { Entry } from './entry.ts';
import type { LogName } from './log-name.ts';
import { isOriginText, parseOrigin } from './origin.ts';
import { hasKeyCount, isIndex, isRoot, isToken } from './shapes.ts';

/** The declarations a verifier understands; all others it only carries. */
export const logDeclarations = {
  /** Particulars of an earlier entry were erased. */
  erased: 'log/erased@1',
  /** The log goes on under a new origin, and what was signed beyond it is lost. */
  resumed: 'log/resumed@1',
  /** Where the other logs stood. */
  anchored: 'log/anchored@1',
  /** A document was made by the software; its evidence is a PDF. */
  rendered: 'document/rendered@1',
} as const;

/** Facts of `log/erased@1`: whose particulars, and why, as a code. */
export type ErasedFacts = {
  readonly sequence: number;
  readonly reason: string;
};

/**
 * Facts of `log/resumed@1`, the entry at index `restoredSize`: where the log was taken up again,
 * and the largest head that was signed under the old origin. What the old origin signed between
 * the two sizes is the declared loss. Roots are base64.
 */
export type ResumedFacts = {
  readonly origin: string;
  readonly restoredSize: number;
  readonly restoredRoot: string;
  readonly signedSize: number;
  readonly signedRoot: string;
  readonly reason: string;
  readonly person: string;
};

/** One head that `log/anchored@1` states: a log that is not the register; the root is base64. */
export type AnchoredCheckpoint = {
  readonly log: Exclude<LogName, 'register'>;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
};

/** Facts of `log/anchored@1`: one root of the register pins every log. */
export type AnchoredFacts = {
  readonly checkpoints: readonly AnchoredCheckpoint[];
};

/** Whether an entry is one of the log about itself. */
export const isOfLog = ({ declaration }: Pick<Entry, 'declaration'>): boolean =>
  declaration.startsWith('log/');

/** Whether a verifier reads what the log says of itself: a declaration it knows, facts of its shape. */
export function isReadable({ declaration, facts }: Pick<Entry, 'declaration' | 'facts'>): boolean {
  switch (declaration) {
    case logDeclarations.erased:
      return parseErased(facts).ok;
    case logDeclarations.resumed:
      return parseResumed(facts).ok;
    case logDeclarations.anchored:
      return parseAnchored(facts).ok;
    default:
      return false;
  }
}

/** Reads the facts of `log/erased@1` strictly: exactly these keys, each of its shape. */
export function parseErased(facts: JsonObject): Result<ErasedFacts, 'facts-malformed'> {
  const { sequence, reason } = facts;
  if (!hasKeyCount(facts, 2) || !isIndex(sequence) || !isToken(reason))
    return err('facts-malformed');
  return ok({ sequence, reason });
}

/** Reads the facts of `log/resumed@1` strictly: exactly these keys, each of its shape. */
export function parseResumed(facts: JsonObject): Result<ResumedFacts, 'facts-malformed'> {
  const { origin, restoredSize, restoredRoot, signedSize, signedRoot, reason, person } = facts;
  if (!hasKeyCount(facts, 7) || !isOriginText(origin)) return err('facts-malformed');
  if (!isIndex(restoredSize) || !isRoot(restoredRoot)) return err('facts-malformed');
  if (!isIndex(signedSize) || !isRoot(signedRoot)) return err('facts-malformed');
  if (!isToken(reason) || !isToken(person)) return err('facts-malformed');
  return ok({ origin, restoredSize, restoredRoot, signedSize, signedRoot, reason, person });
}

/** Reads the facts of `log/anchored@1` strictly: exactly these keys, each log at most once. */
export function parseAnchored(facts: JsonObject): Result<AnchoredFacts, 'facts-malformed'> {
  const { checkpoints } = facts;
  if (!hasKeyCount(facts, 1) || !Array.isArray(checkpoints)) return err('facts-malformed');
  if (!checkpoints.every(isAnchoredCheckpoint)) return err('facts-malformed');
  const logs = new Set(checkpoints.map((checkpoint) => checkpoint.log));
  return logs.size === checkpoints.length ? ok({ checkpoints }) : err('facts-malformed');
}

function isAnchoredCheckpoint(value: JsonValue): value is AnchoredCheckpoint {
  if (!isJsonObject(value) || !hasKeyCount(value, 4)) return false;
  const { log, origin, size, root } = value;
  if (log === 'register' || !isOriginText(origin)) return false;
  return parseOrigin(origin)?.log === log && isIndex(size) && isRoot(root);
}
