import type { Binding } from '@kanribo/application';
import type { ChosenStory } from './choose-story.ts';
import type { Told } from './play.ts';
import { clientsOfficer } from './story.ts';

/** Somebody of the story who gets an account. */
export interface Part {
  /** `sample-1/manager`; it never changes. */
  readonly part: string;
  readonly role: string;
  readonly signInId: string;
  readonly displayName: string;
  readonly binding: Binding;
}

/** Who of a story gets an account, in the order of their offices. */
export function partsOf(story: Told & ChosenStory): readonly Part[] {
  const { cast, officer, contractId, seed } = story;
  const { chiefOfficer, auditOfficer, manager, handlers } = cast;
  const people = [
    ['総括責任者', 'chief-officer', chiefOfficer],
    ['監査責任者', 'audit-officer', auditOfficer],
    ['管理責任者', 'manager', manager],
    ['事務取扱担当者', 'handler-1', handlers[0]],
    ['事務取扱担当者', 'handler-2', handlers[1]],
    ['委託者の担当者', 'client', { id: officer }],
  ] as const;
  return people.map(([role, name, { id: person }]) => ({
    part: `${contractId}/${name}`,
    role,
    displayName: person === officer ? clientsOfficer : story.nameOf(person),
    // The first story's accounts have the plain names; an instance gives each sign-in id once.
    signInId: seed === '1' ? name : `${name}.${seed}`,
    binding: { contract: contractId, person },
  }));
}
