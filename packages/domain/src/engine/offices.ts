import type { Day } from '@kanribo/kernel';
import { textOf } from './case.ts';
import { type Contract, caseOf, casesOf } from './contract.ts';
import type { Role } from './declaration.ts';

/** The offices of articles 6 to 9 (総括責任者・監査責任者・管理責任者・事務取扱担当者). */
export const offices = ['chief-officer', 'audit-officer', 'manager', 'handler'] as const;

/** An office a person holds for a period. */
export type Office = (typeof offices)[number];

/** Whether the person holds the office on a day, by the appointments on record. */
export function holdsOffice(
  contract: Contract,
  office: Office,
  { person, day }: { readonly person: string; readonly day: Day },
): boolean {
  for (const appointment of casesOf(contract, office)) {
    const { values } = appointment;
    const from = textOf(values, 'from');
    const until = textOf(values, 'until');
    if (textOf(values, 'person') !== person || from === null || from > day) continue;
    if (until === null || until >= day) return true;
  }
  return false;
}

/**
 * The roles an actor has on a day. The first set-up may act until the first chief officer takes
 * office; from then on only people in office, the client's officers and the software do. It comes
 * back only while nobody at all is chief officer or manager, as nothing could be recorded then. Who
 * left has none at once.
 */
export function rolesOf(contract: Contract, actor: string, day: Day): ReadonlySet<Role> {
  if (actor === 'software') return new Set<Role>(['software']);
  if (actor === 'set-up') return new Set<Role>(maySetUp(contract, day) ? ['set-up'] : []);
  if (caseOf(contract, actor)?.status === 'left') return new Set<Role>();
  const held: readonly Role[] = offices.filter((office) =>
    holdsOffice(contract, office, { person: actor, day }),
  );
  return new Set<Role>(isOfClient(contract, actor) ? [...held, 'client-officer'] : held);
}

/** A person of the client on record speaks for it by an account of their own (甲担当). */
export function isOfClient(contract: Contract, actor: string): boolean {
  const found = caseOf(contract, actor);
  return found?.declaration === 'person' && textOf(found.values, 'party') === 'client';
}

function maySetUp(contract: Contract, day: Day): boolean {
  const hasBegun = [...casesOf(contract, 'chief-officer')].some(({ values, status }) => {
    const from = textOf(values, 'from');
    return from !== null && from <= day && status !== 'cancelled';
  });
  if (!hasBegun) return true;
  return !isHeld(contract, 'chief-officer', day) && !isHeld(contract, 'manager', day);
}

/** Whether anybody holds the office on a day. */
export function isHeld(contract: Contract, office: Office, day: Day): boolean {
  return [...casesOf(contract, office)].some(({ values }) => {
    const [from, until] = [textOf(values, 'from'), textOf(values, 'until')];
    return from !== null && from <= day && (until === null || until >= day);
  });
}
