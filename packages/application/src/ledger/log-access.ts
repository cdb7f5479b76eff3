import type { Entry } from '@kanribo/evidence';
import type { Sha256 } from '@kanribo/merkle';
import { ApplicationFault, isUnavailable } from '../application-fault.ts';
import type { Clock, LogKey, LogStore, Random } from '../ports.ts';
import type { OnStep } from '../steps.ts';
import type { FoldRules } from './rules.ts';

/** One log of a store, and the hash function of its tree. */
export interface LogTools {
  readonly store: LogStore;
  readonly key: LogKey;
  readonly sha256: Sha256;
}

/** What a ledger stands on. */
export interface LedgerTools<State, Warning> extends LogTools {
  readonly rules: FoldRules<State, Warning>;
  /**
   * `everything`: each entry is folded and each command id remembered. `nothing`: the log is only
   * written; opening it reads its tiles and its tail. What is submitted needs an id nobody has used:
   * one that comes again would be recorded again.
   */
  readonly folds: 'everything' | 'nothing';
  readonly clock: Clock;
  readonly random: Random;
  readonly onStep?: OnStep | undefined;
  /** Called for each entry that is read from the store, in order; not for one's own. */
  readonly seen?: ((entry: Entry) => void) | undefined;
  readonly limits?: Partial<LedgerLimits> | undefined;
}

/** Bounds of a ledger's work. */
export interface LedgerLimits {
  /** At most so many commands go into one append. */
  readonly groupCommands: number;
  /** No further command joins a group whose entries hold so many bytes. */
  readonly groupBytes: number;
  /** How long to wait before each new try when the database does not answer, in milliseconds. */
  readonly patienceMs: readonly number[];
}

/** Bounds that suit a ledger in use: it gives the database about four seconds to come back. */
export const usualLimits: LedgerLimits = {
  groupCommands: 256,
  groupBytes: 1_048_576,
  patienceMs: [20, 100, 400, 1000, 2500],
};

/**
 * Tries a read until it answers or patience ends.
 * @throws {ApplicationFault} `unavailable` when the database stayed away.
 */
export async function patiently<T>(
  patienceMs: readonly number[],
  read: () => Promise<T>,
): Promise<T> {
  for (const delayMs of patienceMs) {
    try {
      return await read();
    } catch (fault) {
      if (!isUnavailable(fault)) throw fault;
      await pause(delayMs);
    }
  }
  try {
    return await read();
  } catch (fault) {
    throw isUnavailable(fault) ? unavailable(fault) : fault;
  }
}

/** The fault that everyone who waits is told when the database stays away. */
export function unavailable(cause: unknown): ApplicationFault {
  const advice = 'the database did not answer; the same command id may be sent again';
  return new ApplicationFault('unavailable', advice, { cause });
}

/** The name of a log in what is said about it. */
export function nameOf(key: LogKey): string {
  return `${key.log} of ${key.contractId}`;
}

/** Resolves after so many milliseconds. */
export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs);
  });
}
