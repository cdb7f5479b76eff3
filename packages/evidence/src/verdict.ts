import { toBase64 } from '@kanribo/kernel';
import { formatVerifierKey } from '@kanribo/merkle';
import type { SinceOutcome } from './check-earlier.ts';
import type { FindingList } from './finding-list.ts';
import type { Damage, Notice } from './findings.ts';
import type { LogName } from './log-name.ts';
import type { Manifest, Share } from './manifest.ts';
import { type LogKey, hasSamePublicKey } from './verifier-keys.ts';
import type { SeenLog } from './verify-log.ts';

/**
 * `sound`: unbroken, and signed by the key that the client holds. `consistent`: unbroken in itself,
 * but not compared with the key that the client holds. `broken`: something is not as it was signed.
 */
export type VerdictStatus = 'sound' | 'consistent' | 'broken';

/** A log of the bundle, as it was verified. */
export interface VerifiedLog {
  readonly log: LogName;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly shared: Share;
  /** Whether the key that the bundle has for this log has signed this head. */
  readonly isSigned: boolean;
  readonly verifierKey: string | null;
  /** Whether that is the key pair that the client holds: the instance's log has one of its own. */
  readonly isKeyConfirmed: boolean;
  /** When the first and the last entry were recorded, where they were seen. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** What a verifier answers; plain JSON. */
export interface Verdict {
  readonly status: VerdictStatus;
  readonly instance: string | null;
  readonly contract: string | null;
  /** The maker's statement; nothing proves it. */
  readonly madeAt: string | null;
  readonly logs: readonly VerifiedLog[];
  /** How many files of evidence were there and whole. */
  readonly evidenceCount: number;
  /** How the bundle stands to the earlier checkpoint that was given, if one was read. */
  readonly since: SinceOutcome | null;
  readonly damages: readonly Damage[];
  readonly notices: readonly Notice[];
  /** How many more findings there were than are listed. */
  readonly unlisted: number;
}

/** What a verdict is made of. */
export interface Seen {
  readonly manifest?: Manifest | undefined;
  readonly logs?: Iterable<SeenLog>;
  readonly evidenceCount?: number;
  readonly since?: SinceOutcome | undefined;
  /** Whether the key from outside has signed the head of the main log. */
  readonly isKeyConfirmed?: boolean;
}

/** The verdict over what was seen and found. */
export function verdictOf(seen: Seen, findings: FindingList): Verdict {
  const { damages, notices, unlisted } = findings;
  const { manifest, isKeyConfirmed = false } = seen;
  const logs = [...(seen.logs ?? [])];
  const confirmedKey = isKeyConfirmed ? logs[0]?.head.key : undefined;
  return {
    status: statusOf(damages, isKeyConfirmed),
    instance: manifest?.instance ?? null,
    contract: manifest?.contract ?? null,
    madeAt: manifest?.madeAt ?? null,
    logs: logs.map((log) => verifiedLogOf(log, confirmedKey)),
    evidenceCount: seen.evidenceCount ?? 0,
    since: seen.since ?? null,
    damages,
    notices,
    unlisted,
  };
}

function statusOf(damages: readonly Damage[], isKeyConfirmed: boolean): VerdictStatus {
  if (damages.length > 0) return 'broken';
  return isKeyConfirmed ? 'sound' : 'consistent';
}

function verifiedLogOf(
  { head, firstAt, lastAt }: SeenLog,
  confirmedKey: LogKey | undefined,
): VerifiedLog {
  const { log, name, size, root, shared, isSigned, key } = head;
  const isConfirmed = key !== undefined && confirmedKey !== undefined;
  return {
    log,
    origin: name,
    size,
    root: toBase64(root),
    shared,
    isSigned,
    verifierKey: key === undefined ? null : formatVerifierKey(key),
    isKeyConfirmed: isConfirmed && isSigned && hasSamePublicKey(key, confirmedKey),
    firstAt,
    lastAt,
  };
}
