import type { Sha256 } from '@kanribo/merkle';
import type { LedgerLimits } from '../ledger/log-access.ts';
import type { Clock, EvidenceStore, Keys, LogStore, Random } from '../ports.ts';
import type { OnStep } from '../steps.ts';
import type { ContractRules, DomainTypes } from './domain.ts';

/** Everything an instance stands on. */
export interface InstanceTools<D extends DomainTypes> {
  readonly store: LogStore & EvidenceStore;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
  readonly sha256: Sha256;
  readonly rules: ContractRules<D>;
  readonly onStep?: OnStep | undefined;
  readonly limits?: Partial<LedgerLimits> | undefined;
}
