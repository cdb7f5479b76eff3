import type { Day } from '@kanribo/kernel';
import { textOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import { awaitedBackOn } from './out.ts';
import { type Kept, whereaboutsOn } from './questions.ts';

/** A thing of some kind, where it is, and whether it should be back by now. */
export interface PlacedThing {
  readonly thing: string;
  /** What kind of thing (種別) it is. */
  readonly kind: string | null;
  readonly status: 'here' | 'out' | 'ended';
  readonly place: string | null;
  readonly custodian: string | null;
  /** What it is out under. */
  readonly under: string | null;
  /** How it came to its end. */
  readonly how: string | null;
  /** The day by which it is to be back, of what was taken out. */
  readonly dueOn: Day | null;
  readonly isOverdue: boolean;
}

/** Every thing on a day with what it is told by in 物の所在, oldest first. */
export function thingsPlacedOn(contract: Contract, day: Day): readonly PlacedThing[] {
  return whereaboutsOn(contract, day).map((kept) => placed(contract, kept, day));
}

const nowhere = { place: null, custodian: null, under: null, how: null };

function placed(contract: Contract, { thing, where }: Kept, day: Day): PlacedThing {
  const kind = textOf(caseOf(contract, thing)?.values ?? {}, 'kind');
  const line = where.status === 'out' ? caseOf(contract, where.under) : undefined;
  const dueOn = line?.declaration === 'take-out' ? awaitedBackOn(contract, line) : null;
  return { thing, kind, ...nowhere, ...where, dueOn, isOverdue: dueOn !== null && dueOn < day };
}
