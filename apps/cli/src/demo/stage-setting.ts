import type { FormRenderer } from '@kanribo/forms';
import type { ContractId } from '@kanribo/kernel';
import type { KeyDirectory } from '@kanribo/keys';
import type { ContractInstance } from '../contract-instance.ts';
import type { Store } from '../open-instance.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { StoryClock } from './story-clock.ts';

/** The instance the story is told in, and what is looked up beside it. */
interface StoryInstance extends Pick<ContractInstance, 'instance'> {
  readonly keys: Pick<KeyDirectory, 'verifierKey'>;
  readonly store: Pick<Store, 'logs' | 'evidence'>;
}

/** What the stage is set with. */
export interface StageSetting {
  readonly contractId: ContractId;
  readonly seed: string;
  readonly clock: StoryClock;
  readonly opened: StoryInstance;
  readonly renderer: FormRenderer;
  readonly terminal: Terminal;
  readonly documents: string;
}
