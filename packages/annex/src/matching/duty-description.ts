/**
 * What a clause that states a duty talks about, in our own words. Each entry is one concept: the
 * alternatives of a regular expression over plain text as `plainText` makes it (the contractor is
 * 乙, the client 甲, spellings are made one).
 */
export interface DutyDescription {
  /** Concepts that must all stand in one sentence of the clause, or in two that follow. */
  readonly own: readonly string[];
  /** Concepts that must stand there, or in the heading, the lead or a clause it refers to. */
  readonly near?: readonly string[];
  /** Concepts that speak for it. */
  readonly also?: readonly string[];
  /** What the duty is about: where one is missing, the clause states the duty differently. */
  readonly key?: readonly string[];
  /** What a sentence that states this duty never says. */
  readonly never?: readonly string[];
  /** What the heading and leads above never say. */
  readonly apart?: readonly string[];
  /** The clause may be written as a right of the client (甲). */
  readonly mayBeOfClient?: true;
}
