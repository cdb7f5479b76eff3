import { type Sha256, type VerifierKey, parseVerifierKey } from '@kanribo/merkle';
import { equalBytes } from '@kanribo/kernel';
import type { BundleFiles } from './bundle-files.ts';
import { verifierKeysName } from './file-names.ts';
import type { FindingList } from './finding-list.ts';
import { limits } from './limits.ts';
import type { LogName } from './log-name.ts';
import type { ManifestLog } from './manifest.ts';

/** A key that signs checkpoints, not a witness's. */
export type LogKey = VerifierKey<'ed25519'>;

/** The keys of the bundle's logs, by the log. */
export type LogKeys = ReadonlyMap<LogName, LogKey>;

/** The file of verifier keys: one a line, in the order of the manifest. */
export function formatVerifierKeys(keys: readonly string[]): string {
  return keys.map((key) => `${key}\n`).join('');
}

/**
 * Reads the verifier keys of a bundle: each log's key, named by its origin, one a line. The keys
 * of a contract's two logs are one key pair under two names.
 */
export async function readVerifierKeys(options: {
  readonly sha256: Sha256;
  readonly files: BundleFiles;
  readonly findings: FindingList;
  readonly logs: readonly ManifestLog[];
}): Promise<LogKeys> {
  const { sha256, files, findings, logs } = options;
  const keys = new Map<LogName, LogKey>();
  const file = verifierKeysName;
  const text = await files.text(file, limits.verifierKeysBytes);
  if (text === undefined) return keys;
  const lines = text.split('\n');
  for (const [index, { log, origin }] of logs.entries()) {
    const place = { file, line: index + 1 };
    const key = parseVerifierKey(sha256, lines[index] ?? '');
    if (!key.ok) findings.add({ code: 'key-malformed', ...place, problem: key.error });
    else if (!isLogKey(key.value) || key.value.name !== origin) {
      findings.add({ code: 'key-of-other-log', ...place, log });
    } else keys.set(log, key.value);
  }
  if (lines.length !== logs.length + 1 || lines.at(-1) !== '') {
    const problem = 'lines-miscounted';
    findings.add({ code: 'key-malformed', file, line: lines.length, problem });
  }
  const [register, access] = [keys.get('register'), keys.get('access')];
  if (register !== undefined && access !== undefined && !hasSamePublicKey(register, access)) {
    findings.add({ code: 'key-not-shared', log: 'access' });
  }
  return keys;
}

/** Whether a key signs checkpoints. */
export const isLogKey = (key: VerifierKey): key is LogKey => key.kind === 'ed25519';

/** Whether two keys are one key pair, whatever their names. */
export const hasSamePublicKey = (left: VerifierKey, right: VerifierKey): boolean =>
  equalBytes(left.publicKey, right.publicKey);
