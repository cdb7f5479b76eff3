import type { DutyId } from '@kanribo/annex';
import type { Parameters } from '../refusals/codes.ts';
import type { RefusalCode } from '../refusals/sentences.ts';
import type { WayOutCode } from '../refusals/ways-out.ts';

/** One lawful way out of a refusal, shortest first. */
export interface WayOut {
  readonly code: WayOutCode;
  readonly parameters: Parameters;
}

/**
 * Why the software did not do it. `duty` is the duty it follows from (its clause is looked up at
 * the edge), or null where the command itself does not fit the register. `house` is true where
 * the refusal rests on our own rule supporting that duty and the clause itself does not forbid it.
 */
export interface Refusal {
  readonly code: RefusalCode;
  readonly duty: DutyId | null;
  readonly house: boolean;
  readonly parameters: Parameters;
  readonly wayOut: readonly WayOut[];
}

/** A refusal because the command does not fit the register: no clause stands behind it. */
export function misfit(code: RefusalCode, parameters: Parameters = {}): Refusal {
  return { code, duty: null, house: false, parameters, wayOut: [] };
}

/** What a refusal that a clause stands behind says beside its code. */
export interface Ground {
  readonly duty: DutyId;
  readonly parameters?: Parameters;
  readonly wayOut: readonly WayOut[];
}

/** A refusal that the annex itself asks for. */
export function forbidden(code: RefusalCode, ground: Ground): Refusal {
  return { code, house: false, parameters: {}, ...ground };
}

/** A refusal that rests on our own rule supporting a duty (社内の取決め). */
export function houseRule(code: RefusalCode, ground: Ground): Refusal {
  return { code, house: true, parameters: {}, ...ground };
}

/** A way out and what fills its sentence. */
export function wayOut(code: WayOutCode, parameters: Parameters = {}): WayOut {
  return { code, parameters };
}
