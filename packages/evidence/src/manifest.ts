import {
  type CanonicalJsonProblem,
  type ContractId,
  type JsonObject,
  type JsonValue,
  type Moment,
  type Result,
  canonicalText,
  err,
  isJsonObject,
  ok,
  parseCanonical,
  parseContractId,
  parseMoment,
} from '@kanribo/kernel';
import { type LogName, isLogName, logNames } from './log-name.ts';
import { isOriginText, parseOrigin } from './origin.ts';
import { hasKeyCount, isIndex, isRoot } from './shapes.ts';

/** Whether a bundle holds a log's entries, or its signed head alone. */
export type Share = 'whole' | 'checkpoint';

/** A log of the bundle, and the head it has there. */
export type ManifestLog = {
  readonly log: LogName;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly shared: Share;
};

/**
 * What a bundle is of. It names no file and no digest: which files there are, and what is in them,
 * follows from the logs. All it says is held to the signed checkpoints, but for `madeAt`.
 */
export type Manifest = {
  readonly format: 1;
  readonly instance: string;
  /** The reserved id `instance` for a bundle of the instance's own log. */
  readonly contract: ContractId;
  /** The maker's statement; nothing proves it. */
  readonly madeAt: Moment;
  /** In the order of {@link logNames}; the first is the contract's register, and whole. */
  readonly logs: readonly ManifestLog[];
};

/** Why a text is not a manifest. */
export type ManifestProblem =
  | CanonicalJsonProblem
  | 'manifest-unfinished'
  | 'manifest-keys'
  | `manifest-${keyof Manifest}`;

/** The manifest as a file: canonical JSON and a line feed. */
export function formatManifest(manifest: Manifest): string {
  return `${canonicalText(manifest)}\n`;
}

/** Reads {@link formatManifest} strictly. */
export function parseManifest(text: string): Result<Manifest, ManifestProblem> {
  if (!text.endsWith('\n')) return err('manifest-unfinished');
  const parsed = parseCanonical(text.slice(0, -1));
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  if (!isJsonObject(value) || !hasKeyCount(value, 5)) return err('manifest-keys');
  return manifestOf(value);
}

function manifestOf(value: JsonObject): Result<Manifest, ManifestProblem> {
  const { format, instance, logs } = value;
  const contract = parseContractId(textOf(value['contract']));
  const madeAt = parseMoment(textOf(value['madeAt']));
  if (format !== 1) return err('manifest-format');
  if (typeof instance !== 'string') return err('manifest-instance');
  if (!contract.ok) return err('manifest-contract');
  if (!madeAt.ok) return err('manifest-madeAt');
  if (!isLogs(logs)) return err('manifest-logs');
  const manifest = {
    format,
    instance,
    contract: contract.value,
    madeAt: madeAt.value,
    logs,
  } as const;
  return isInAgreement(manifest) ? ok(manifest) : err('manifest-logs');
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');

const isLogs = (value: JsonValue | undefined): value is readonly ManifestLog[] =>
  Array.isArray(value) && value.every(isManifestLog);

function isManifestLog(value: JsonValue): value is ManifestLog {
  if (!isJsonObject(value) || !hasKeyCount(value, 5)) return false;
  const { log, origin, size, root, shared } = value;
  if (!isLogName(log) || !isOriginText(origin)) return false;
  return isIndex(size) && isRoot(root) && isShare(shared);
}

const isShare = (value: JsonValue | undefined): value is Share =>
  value === 'whole' || value === 'checkpoint';

function isInAgreement({ instance, contract, logs }: Manifest): boolean {
  const places = logs.map(({ log }) => logNames.indexOf(log));
  if (!places.every((place, index) => index === 0 || place > (places[index - 1] ?? place))) {
    return false;
  }
  const main = logs[0];
  if (main?.log !== mainLogOf(contract) || main.shared !== 'whole') return false;
  return logs.every(({ log, origin }) => {
    const parts = parseOrigin(origin);
    if (parts?.log !== log || parts.instance !== instance) return false;
    return log === 'instance' || parts.contract === contract;
  });
}

/** The log a bundle is about: the contract's register, or the instance's own log. */
const mainLogOf = (contract: string): LogName =>
  contract === 'instance' ? 'instance' : 'register';
