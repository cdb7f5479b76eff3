import type { VerifierKey } from '@kanribo/merkle';
import type { LogName } from './log-name.ts';
import type { Share } from './manifest.ts';
import type { Origin } from './origin.ts';

/** The head that a bundle states for a log, and how far it is vouched for. */
export interface LogHead {
  readonly log: LogName;
  /** The origin, and its parts. */
  readonly name: string;
  readonly origin: Origin;
  readonly size: number;
  readonly root: Uint8Array;
  readonly shared: Share;
  /** The log's key as the bundle has it; undefined when it has none that can be used. */
  readonly key: VerifierKey<'ed25519'> | undefined;
  /** Whether `key` has signed exactly this head. */
  readonly isSigned: boolean;
}
