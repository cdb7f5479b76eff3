import type { FormRenderer } from '@kanribo/forms';
import type { ContractId } from '@kanribo/kernel';
import type { ContractInstance } from '../contract-instance.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { StoryClock } from './story-clock.ts';

/** What the stage is set with. */
export interface StageSetting {
  readonly contractId: ContractId;
  readonly seed: string;
  readonly clock: StoryClock;
  readonly opened: ContractInstance;
  readonly renderer: FormRenderer;
  readonly terminal: Terminal;
  readonly documents: string;
}
