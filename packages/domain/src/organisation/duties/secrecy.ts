import type { Day } from '@kanribo/kernel';
import { type Case, caseOn, textOf } from '../../engine/case.ts';
import { type Contract, casesOn } from '../../engine/contract.ts';
import { casesWith } from '../../engine/lines.ts';
import { offices } from '../../engine/offices.ts';
import type { Duty } from '../../engine/standing.ts';
import { periodOf } from '../period.ts';
import { appointmentsOn } from '../questions.ts';

/**
 * What was learned stays secret, after the end too (秘密の保持). What can be watched now: whoever's
 * period has ended is in no office, and so has no role. Their pledges stand beside as evidence;
 * without any pledge the standing is the same.
 */
export const secrecyDuty: Duty = {
  id: 'secrecy',
  look: (contract, day) => {
    const ended = endedOn(contract, day);
    const people = new Set(ended.map(({ values }) => textOf(values, 'person') ?? ''));
    const pledges = [...people].flatMap((person) => pledgesOf(contract, person, day));
    return {
      kept: [...pledges, ...ended].map((found) => ({ case: found.id, proof: endProof(found) })),
      waiting: [],
      broken: [],
      remarks: ['accounts-not-watched', 'as-recorded-only'],
    };
  },
};

/** Appointments that had ended by a day, of people who hold no office on it. */
function endedOn(contract: Contract, day: Day): readonly Case[] {
  const inOffice = new Set(
    offices.flatMap((office) =>
      appointmentsOn(contract, office, day).map(({ values }) => textOf(values, 'person')),
    ),
  );
  return offices
    .flatMap((office) => [...casesOn(contract, office, day)])
    .filter(({ status, values }) => {
      if (status === 'cancelled') return false;
      const { until } = periodOf(values);
      return until !== null && until < day && !inOffice.has(textOf(values, 'person'));
    });
}

function pledgesOf(contract: Contract, person: string, day: Day): readonly Case[] {
  const pledges = [...casesWith(contract, 'pledge', { field: 'person', value: person })];
  return pledges.flatMap((pledge) => caseOn(pledge, day) ?? []);
}

/** The entry that set the period's end, or the one of the pledge. */
function endProof({ steps }: Case): number {
  const set = steps.findLast(({ values }) => 'until' in values) ?? steps[0];
  return set.sequence;
}
