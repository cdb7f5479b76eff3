import type {
  Accounts,
  Clock,
  EvidenceReader,
  Instance,
  Keys,
  LogStore,
  SecretsSource,
} from '@kanribo/application';
import type { FormRenderer } from '@kanribo/forms';
import type { CommandId, Moment } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { ContractDomain } from '@kanribo/office';

/** Everything the server stands on; it opens nothing itself. */
export interface Parts {
  readonly instance: Instance<ContractDomain>;
  readonly store: Pick<LogStore, 'snapshot'> & EvidenceReader;
  readonly keys: Pick<Keys, 'verifierKey' | 'guard'> & SecretsSource;
  readonly accounts: Accounts;
  readonly renderer: FormRenderer;
  readonly clock: Clock;
  readonly sha256: Sha256;
  /** A command id nobody has used. */
  readonly freshId: () => CommandId;
  /** The version of the product. */
  readonly release: string;
  /** What administrators are told of the machine. */
  readonly machine: { readonly database: string; readonly keysDirectory: string };
  /** Client certificates that the server's own authority issued and that have not ended. */
  readonly issuedDevices: () => Promise<
    readonly { readonly certificate: string; readonly title: string; readonly to: Moment }[]
  >;
  /** Room on the disks that hold data and keys, where this machine can tell; in bytes. */
  readonly disks: () => Promise<
    readonly {
      readonly holds: 'data' | 'keys';
      readonly freeBytes: number;
      readonly totalBytes: number;
    }[]
  >;
  /** Writes a line to the server's own log. */
  readonly log: (line: string) => void;
}
