import { err, fromBase64, ok, toBase64, type Result } from '@kanribo/kernel';
import {
  openCheckpoint,
  type CheckpointKeys,
  type CheckpointProblem,
  type OpenedCheckpoint,
} from './checkpoint.ts';
import type { Sha256 } from './hash.ts';
import { verifyInclusion } from './inclusion.ts';
import { MerkleFault } from './merkle-fault.ts';
import { hashLine, mostProofHashes, parseHashLines } from './proof-text.ts';
import type { VerifySignature } from './signature.ts';
import { parseSize, requireSize } from './tree-size.ts';

/** All that shows, without any network, that an entry stands in a log (C2SP tlog-proof). */
export interface LogProof {
  /** The entry's index in the log. */
  readonly index: number;
  /** The inclusion proof in the tree of the checkpoint. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note of the checkpoint, word for word. */
  readonly checkpoint: string;
  /** Bytes beside it that nothing signs; never to be trusted. */
  readonly extra?: Uint8Array;
}

/** Why a proof was not accepted. */
export type LogProofProblem =
  | CheckpointProblem
  | 'log-proof-too-long'
  | 'log-proof-malformed'
  | 'log-proof-does-not-hold';

const header = 'c2sp.org/tlog-proof@v1';
const extraPrefix = 'extra ';
const indexPrefix = 'index ';
const longestHead = 100_000;
const longestProof = 1_100_000;

/**
 * The proof as text.
 * @throws {MerkleFault} `size-out-of-range`, `hash-malformed`; `proof-malformed` for more than 63
 * hashes or extra bytes that are none or more than the text may hold.
 */
export function formatLogProof(proof: LogProof): string {
  const { index, hashes, checkpoint, extra } = proof;
  requireSize(index);
  if (hashes.length > mostProofHashes || extra?.length === 0) {
    throw new MerkleFault('proof-malformed', 'too many hashes, or extra bytes that are none');
  }
  const extraLine = extra === undefined ? '' : `${extraPrefix}${toBase64(extra)}\n`;
  const head = `${header}\n${extraLine}${indexPrefix}${index}\n${hashes.map(hashLine).join('')}`;
  if (head.length > longestHead) throw new MerkleFault('proof-malformed', 'too much extra');
  return `${head}\n${checkpoint}`;
}

/** Reads {@link formatLogProof} strictly; the checkpoint in it is not looked into. */
export function parseLogProof(
  text: string,
): Result<LogProof, 'log-proof-too-long' | 'log-proof-malformed'> {
  const split = text.indexOf('\n\n');
  if (text.length > longestProof || split > longestHead) return err('log-proof-too-long');
  if (split < 0) return err('log-proof-malformed');
  const [first, second = '', ...others] = text.slice(0, split).split('\n');
  if (first !== header) return err('log-proof-malformed');
  const hasExtra = second.startsWith(extraPrefix);
  const [indexLine = '', ...hashLines] = hasExtra ? others : [second, ...others];
  const extra = hasExtra ? fromBase64(second.slice(extraPrefix.length)) : undefined;
  if (hasExtra && (extra === undefined || extra.length === 0)) return err('log-proof-malformed');
  if (!indexLine.startsWith(indexPrefix)) return err('log-proof-malformed');
  const index = parseSize(indexLine.slice(indexPrefix.length));
  const hashes = parseHashLines(hashLines);
  if (index === undefined || hashes === undefined) return err('log-proof-malformed');
  const checkpoint = text.slice(split + 2);
  return ok({ index, hashes, checkpoint, ...(extra === undefined ? {} : { extra }) });
}

/** An entry that was shown to stand in a log, and the checkpoint it stands under. */
export interface ProvenEntry extends OpenedCheckpoint {
  readonly index: number;
}

/**
 * Opens a proof for the entry with this leaf hash: the checkpoint in it must open with the keys,
 * and the hashes lead from the leaf to its root.
 */
export function openLogProof(
  tools: { readonly sha256: Sha256; readonly verify: VerifySignature },
  claim: { readonly proof: string; readonly leafHash: Uint8Array },
  keys: CheckpointKeys,
): Result<ProvenEntry, LogProofProblem> {
  const parsed = parseLogProof(claim.proof);
  if (!parsed.ok) return parsed;
  const { index, hashes } = parsed.value;
  const opened = openCheckpoint(tools.verify, parsed.value.checkpoint, keys);
  if (!opened.ok) return opened;
  const { size, root } = opened.value.checkpoint;
  const inclusion = { index, size, root, leafHash: claim.leafHash };
  const holds = verifyInclusion(tools.sha256, inclusion, hashes);
  return holds ? ok({ index, ...opened.value }) : err('log-proof-does-not-hold');
}
