import type { Day } from '@kanribo/kernel';
import { type Case, isYes, textOf } from '../engine/case.ts';
import { type Contract, casesOn } from '../engine/contract.ts';
import { type Office, offices } from '../engine/offices.ts';
import { appointmentsOn } from '../organisation/questions.ts';

/** What makes a person on record related staff, by the flag that says so. */
const flags = {
  isWorker: 'worker',
  isAdministrator: 'administrator',
  isOnEntryList: 'entry-list',
  isKeyHolder: 'key-holder',
  isDirector: 'director',
  isDispatched: 'dispatched',
} as const;

/** Why somebody must be made to know the annex and be educated. */
export type Relation = Office | 'department-head' | (typeof flags)[keyof typeof flags];

/** Somebody the education of clause 11.1 is for, with or without an account. */
export interface RelatedStaff {
  readonly person: string;
  readonly relations: readonly Relation[];
}

/**
 * The managers, handlers and other related staff (その他の関係従業者) of a day: everybody of the
 * contractor who has not left and holds an office, works under the contract or is near its data.
 */
export function relatedStaff(contract: Contract, day: Day): readonly RelatedStaff[] {
  const held = relationsByOffice(contract, day);
  const heads = new Set(
    [...casesOn(contract, 'department', day)]
      .filter(({ status }) => status !== 'dissolved')
      .map(({ values }) => textOf(values, 'head')),
  );
  return [...casesOn(contract, 'person', day)].flatMap((person) => {
    if (person.status === 'left' || textOf(person.values, 'party') !== 'contractor') return [];
    const relations: readonly Relation[] = [
      ...(held.get(person.id) ?? []),
      ...(heads.has(person.id) ? (['department-head'] as const) : []),
      ...flagged(person),
    ];
    return relations.length === 0 ? [] : [{ person: person.id, relations }];
  });
}

function flagged({ values }: Case): readonly Relation[] {
  return Object.entries(flags)
    .filter(([name]) => isYes(values, name))
    .map(([, relation]) => relation);
}

function relationsByOffice(contract: Contract, day: Day): ReadonlyMap<string, readonly Office[]> {
  const held = new Map<string, readonly Office[]>();
  for (const office of offices) {
    for (const { values } of appointmentsOn(contract, office, day)) {
      const person = textOf(values, 'person') ?? '';
      held.set(person, [...(held.get(person) ?? []), office]);
    }
  }
  return held;
}
