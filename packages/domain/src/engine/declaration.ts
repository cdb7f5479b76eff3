import type { DutyId } from '@kanribo/annex';
import type { Day, JsonObject, Moment } from '@kanribo/kernel';
import type { DeviationCode } from '../refusals/deviations.ts';
import type { WarningCode } from '../refusals/warnings.ts';
import type { Case } from './case.ts';
import type { Contract } from './contract.ts';
import type { Fields } from './field.ts';
import type { Refusal } from './refusal.ts';

/** What a declared case is to the people who keep it. */
type Preset = 'basics' | 'appointment' | 'register' | 'filing' | 'approval' | 'word';

/** Who may take a step: an office under the contract, the software, or the first set-up. */
export type Role =
  | 'set-up'
  | 'software'
  | 'chief-officer'
  | 'audit-officer'
  | 'manager'
  | 'handler'
  | 'client-officer';

/** A step somebody is about to take, with everything a rule may look at. */
export interface Attempt {
  readonly contract: Contract;
  readonly actor: string;
  /** When it happened, as stated, and that day in Tokyo. */
  readonly occurredAt: Moment;
  readonly occurredOn: Day;
  /** The recorder's clock, and that day in Tokyo. */
  readonly now: Moment;
  readonly today: Day;
  /** The id the case has or will have. */
  readonly id: string;
  /** The case before the step; undefined when the step opens it. */
  readonly before: Case | undefined;
  /** Facts of the case once the step is taken. */
  readonly values: JsonObject;
  /** Facts and particulars this step itself brings. */
  readonly changes: JsonObject;
  readonly given: readonly string[];
}

/** Something that happened against a duty; it is accepted as it was, and asked about. */
export interface DeviationFound {
  readonly code: DeviationCode;
  readonly duty: DutyId;
}

/** A step the software takes along with another one, in the same command. */
export interface Consequence {
  readonly declaration: string;
  readonly step: string;
  /** The case that takes the step, or null to open one. */
  readonly case: string | null;
  readonly values: JsonObject;
  readonly particulars?: JsonObject;
}

/** One step of a declared case. */
export interface Step {
  /** What the button and the printed line say. */
  readonly title: string;
  /** The statuses it starts from; `new` opens a case. */
  readonly from: readonly string[];
  /** Where it leads; left out, the status keeps its name from the step. */
  readonly to?: string;
  /**
   * `fact`: it happened in the world and is never refused for a clause, only marked.
   * `act`: the software does it, and refuses what the annex forbids.
   */
  readonly nature: 'fact' | 'act';
  readonly by: readonly Role[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Facts the software adds, worked out from the contract. */
  readonly fill?: (attempt: Attempt) => JsonObject;
  /** Why it cannot be taken; for a fact only a contradiction with the register itself. */
  readonly forbid?: (attempt: Attempt) => Refusal | null;
  readonly deviations?: (attempt: Attempt) => readonly DeviationFound[];
  readonly warnings?: (attempt: Attempt) => readonly WarningCode[];
  readonly also?: (attempt: Attempt) => readonly Consequence[];
}

/** A declared case: its fields and steps. Everything that shows, prints or checks it reads this. */
export interface CaseDeclaration {
  readonly name: string;
  readonly version: number;
  readonly preset: Preset;
  /** Japanese title, as printed at the head of the paper. */
  readonly title: string;
  /** The duty it keeps; null for what the other cases only refer to. */
  readonly duty: DutyId | null;
  /** True where the annex does not ask for it and keeping it is our own rule (社内の取決め). */
  readonly house: boolean;
  readonly fields: Fields;
  readonly steps: Readonly<Record<string, Step>>;
  /** Statuses in which nothing more is expected of the case. */
  readonly final: readonly string[];
  /** Fields a correction may put right; a correction is a new entry and says why. */
  readonly correctable: readonly string[];
  /** What a correction must keep to, and what it takes along. */
  readonly correction?: Pick<Step, 'forbid' | 'also'>;
  /** Whether a line that was entered by mistake may be struck out (取消し). */
  readonly isVoidable: boolean;
  /**
   * What it is called, who may strike out where it is not the chief officer and the manager, why a line may not be,
   * beside what relies on it, and what is struck out along with it.
   */
  readonly voiding?: Partial<Pick<Step, 'title' | 'by' | 'forbid' | 'also'>>;
  /**
   * Fields that name a case whatever its day, where a row of a file gives them all; empty where a
   * row is a line again by all that it gives, on its day.
   */
  readonly identifiedBy: readonly string[];
  /** Fields whose value finds its cases at once (`casesWith`). */
  readonly indexedBy: readonly string[];
}

/** Every declaration of the product, by name. */
export type Catalogue = ReadonlyMap<string, CaseDeclaration>;
