import type { ContractId } from '@kanribo/kernel';
import type { SigningRefusal } from '../ports.ts';

/** Why a contract records nothing more until somebody resumes it (再開). */
export interface ReadOnly {
  readonly code: 'read-only';
  readonly duty: null;
  readonly reason: SigningRefusal;
}

/** A command refers to evidence that is not kept. */
export interface EvidenceMissing {
  readonly code: 'evidence-missing';
  readonly duty: null;
  readonly digest: string;
}

/** Why an instance is not made. */
export type CreationRefusal =
  | { readonly code: 'instance-name-malformed' }
  | { readonly code: 'instance-exists'; readonly origin: string };

/** Why an instance is not opened. */
export type OpeningRefusal =
  /** The database holds no instance. */
  | { readonly code: 'instance-missing' }
  /** The database holds logs but not the instance's own: what filled it did not finish. */
  | { readonly code: 'instance-unfinished' };

/** Why a contract is not opened for the first time. */
export type ContractRefusal =
  | { readonly code: 'contract-id-reserved' }
  | { readonly code: 'contract-exists'; readonly contract: ContractId };

/** Why particulars are not erased. */
export type ErasureRefusal =
  | ReadOnly
  /** The entry is not there, never had any, or they were erased before. */
  | { readonly code: 'nothing-to-erase'; readonly sequence: number };
