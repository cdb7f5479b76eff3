import type { DutyId } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import type { RemarkCode } from '../refusals/remarks.ts';
import type { Contract } from './contract.ts';

/**
 * How a duty stands on a day: not yet asked for, due, met, overdue, breached, not applicable by a
 * named person's decision until a day, or not watched by the software yet.
 */
export type StandingStatus =
  | 'not-yet'
  | 'due'
  | 'met'
  | 'overdue'
  | 'breached'
  | 'not-applicable'
  | 'not-watched';

/** The standing of one duty, with the entries of the register that prove it. */
export interface Standing {
  readonly duty: DutyId;
  readonly status: StandingStatus;
  /** When the next thing is due, or was; null where no day is set. */
  readonly dueOn: Day | null;
  /** Whether that day is our own rule (当社の定め), set neither by the annex nor with the client. */
  readonly isDueByHouse: boolean;
  /** Sequences of the entries that prove it, in order, at most `proofLimit` of the latest. */
  readonly proofs: readonly number[];
  /** Cases that wait for somebody, or that broke the duty. */
  readonly cases: readonly string[];
  /** Deviations from the duty ever recorded by that day, decided or not. */
  readonly deviations: number;
  /** What a reader must know beside the status. */
  readonly remarks: readonly RemarkCode[];
}

/** How many proving entries a standing names. */
export const proofLimit = 20;

/** One duty (義務) the software watches, and how it stands. */
export interface Duty {
  readonly id: DutyId;
  /** Standing on a day of a contract as known; what is decided as not applicable is handled before. */
  readonly look: (contract: Contract, day: Day) => Look;
}

/** Something that waits until a day. */
export interface Waiting {
  readonly case: string;
  readonly dueOn: Day;
  /** True where the day is ours: planned or chosen by us, neither the client's nor agreed with it. */
  readonly house?: boolean;
  readonly proof: number;
}

/** What a duty finds when it looks at a contract. */
export interface Look {
  /** Cases that keep the duty, with their proving entries. */
  readonly kept: readonly { readonly case: string; readonly proof: number }[];
  readonly waiting: readonly Waiting[];
  /** What is against the duty beside recorded deviations, from the day it counts. */
  readonly broken: readonly { readonly case: string; readonly proof: number }[];
  /** What a reader must know beside the status. */
  readonly remarks?: readonly RemarkCode[];
}
