import { equalBytes, fromBase64 } from '@kanribo/kernel';
import {
  type Checkpoint,
  type CheckpointProblem,
  type Sha256,
  type VerifySignature,
  openCheckpoint,
} from '@kanribo/merkle';
import type { BundleFiles } from './bundle-files.ts';
import { checkpointName, verifierKeysName } from './file-names.ts';
import type { FindingList } from './finding-list.ts';
import type { Damage } from './findings.ts';
import { limits } from './limits.ts';
import type { LogHead } from './log-head.ts';
import type { ManifestLog } from './manifest.ts';
import { parseOrigin } from './origin.ts';
import { type LogKey, type LogKeys, readVerifierKeys } from './verifier-keys.ts';

/** What is needed to read what a bundle says of its logs. */
export interface HeadsOptions {
  readonly sha256: Sha256;
  readonly verifySignature: VerifySignature;
  readonly files: BundleFiles;
  readonly findings: FindingList;
  /** Whether a log may do without a signed checkpoint; that is then a notice. */
  readonly acceptsUnsigned: boolean;
}

/**
 * Reads the head of each log: the one its key has signed, or the manifest's where no signature
 * holds, so that the rest can still be looked at.
 */
export async function readHeads(
  options: HeadsOptions,
  logs: readonly ManifestLog[],
): Promise<readonly LogHead[]> {
  const { acceptsUnsigned, files } = options;
  const areKeysOptional = acceptsUnsigned && !files.has(verifierKeysName);
  const keys: LogKeys = areKeysOptional ? new Map() : await readVerifierKeys({ ...options, logs });
  const heads: LogHead[] = [];
  for (const stated of logs) {
    const key = keys.get(stated.log);
    const signed = await readSigned(options, stated, key);
    const head = headOf(stated, { key, signed });
    if (head !== undefined) heads.push(head);
  }
  return heads;
}

function headOf(
  stated: ManifestLog,
  found: { readonly key: LogKey | undefined; readonly signed: Checkpoint | undefined },
): LogHead | undefined {
  const { log, shared } = stated;
  const { key, signed } = found;
  const origin = parseOrigin(stated.origin);
  const root = signed?.root ?? fromBase64(stated.root);
  if (origin === undefined || root === undefined) return undefined;
  const size = signed?.size ?? stated.size;
  return {
    log,
    name: stated.origin,
    origin,
    size,
    root,
    shared,
    key,
    isSigned: signed !== undefined,
  };
}

/** The checkpoint that the log's key has signed; undefined, and a finding, when there is none. */
async function readSigned(
  options: HeadsOptions,
  stated: ManifestLog,
  key: LogKey | undefined,
): Promise<Checkpoint | undefined> {
  const { files, findings, verifySignature } = options;
  const { log, origin } = stated;
  const file = checkpointName(log);
  if (options.acceptsUnsigned && !files.has(file)) {
    findings.add({ code: 'checkpoint-absent', log, file });
    return undefined;
  }
  const note = await files.text(file, limits.checkpointBytes);
  if (note === undefined || key === undefined) return undefined;
  const opened = openCheckpoint(verifySignature, note, { log: key });
  if (!opened.ok) {
    findings.add(damageOf(opened.error, { log, file, origin }));
    return undefined;
  }
  const { checkpoint } = opened.value;
  if (!isStated(checkpoint, stated)) findings.add({ code: 'checkpoint-differs', log, file });
  return checkpoint;
}

const isStated = (checkpoint: Checkpoint, stated: ManifestLog): boolean =>
  checkpoint.size === stated.size &&
  equalBytes(checkpoint.root, fromBase64(stated.root) ?? new Uint8Array(0));

function damageOf(
  problem: CheckpointProblem,
  place: { readonly log: ManifestLog['log']; readonly file: string; readonly origin: string },
): Damage {
  const { log, file } = place;
  switch (problem) {
    case 'note-signature-invalid':
      return { code: 'signature-invalid', log, file };
    case 'note-unsigned':
    case 'checkpoint-unsigned':
      return { code: 'signature-unknown', log, file };
    case 'checkpoint-origin-differs':
      return { code: 'checkpoint-of-other-log', ...place };
    default:
      return { code: 'checkpoint-malformed', log, file, problem };
  }
}
