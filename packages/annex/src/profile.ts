import type { Clause } from './clause.ts';
import type { DutyId } from './duty-ids.ts';

/** What one annex (特記事項) states: which of its clauses each duty stands in. */
export interface Profile {
  /** Stable name, e.g. `special-provisions@1`; a contract adopts it by an entry of its register. */
  readonly name: string;
  /** Title of the annex as papers cite it. */
  readonly title: string;
  readonly clauses: Readonly<Record<DutyId, Clause>>;
  /** Clauses that a clause builds on, as the annex itself refers to them. */
  readonly refersTo: Readonly<Partial<Record<DutyId, readonly Clause[]>>>;
  /** Clauses of the annex that state no duty of the contractor. */
  readonly statesNone: readonly WithoutDuty[];
}

/** A clause that states no duty of the contractor, with the reason, said in Japanese. */
interface WithoutDuty {
  readonly clause: Clause;
  readonly because: string;
  /** Clauses it builds on, as the annex itself refers to them. */
  readonly refersTo: readonly Clause[];
}

/** The clause of this annex that states the duty. */
export function cite(profile: Profile, duty: DutyId): Clause {
  return profile.clauses[duty];
}
