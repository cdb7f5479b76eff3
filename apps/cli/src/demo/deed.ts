import type { DutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';

/** One deed of the story: a step of a declared case, by somebody. No two deeds say the same. */
export interface Deed {
  readonly says: string;
  readonly actor: string;
  /** The declaration and its step: `take-out/taken`. */
  readonly does: string;
  readonly case?: string;
  /** The duty it follows from, where its declaration alone does not say. */
  readonly duty?: DutyId;
  readonly values?: JsonObject;
  /** When it happened, where that is only found later; else as it is recorded. */
  readonly happened?: { readonly days: number; readonly time: string };
}

/** What a deed must be refused with. */
export interface Expected {
  readonly code: string;
  readonly duty: DutyId | null;
}
