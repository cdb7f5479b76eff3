import { type Day, dayOf } from '@kanribo/kernel';
import { type Case, stepOf, textOf } from '../../engine/case.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';

/** A version of a governing document that holds, and the last step that made or reviewed it. */
export interface Version {
  readonly of: Case;
  readonly since: Day;
  /** The entry that proves it. */
  readonly proof: number;
}

/** The documents kept as versions. */
export type Governing = 'basic-policy' | 'handling-rules';

/**
 * The version that holds on a day: the latest one approved and in force, or brought in as it was
 * and reviewed. A draft, and existing rules nobody reviewed or approved, hold nothing yet.
 */
export function versionOn(contract: Contract, document: Governing, day: Day): Version | undefined {
  const versions = [...casesOn(contract, document, day)].flatMap((found) => {
    const taken = stepOf(found, 'reviewed') ?? stepOf(found, 'approved');
    const isInForce = found.status !== 'withdrawn' && (textOf(found.values, 'from') ?? '') <= day;
    if (taken === undefined || !isInForce) return [];
    return [{ of: found, since: dayOf(taken.occurredAt), proof: taken.sequence }];
  });
  return versions.at(-1);
}
