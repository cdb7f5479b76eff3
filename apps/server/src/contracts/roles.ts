import { ApplicationFault } from '@kanribo/application';
import type { Seen } from '@kanribo/office';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { lookAt } from './looking.ts';

/** What somebody is called under a contract: the offices held, or what lets them look. */
export function rolesShown({ audit }: Member, { roles }: Pick<Seen, 'roles'>): string[] {
  return audit === undefined ? [...roles] : ['external-auditor'];
}

/** The roles a person has under a contract today; none where there is no such contract. */
export async function rolesUnder(
  parts: Pick<Parts, 'instance' | 'freshId'>,
  member: Member,
): Promise<readonly string[]> {
  try {
    const seen = await lookAt(parts, member, { at: 'roles', subjects: [] });
    return seen.ok ? rolesShown(member, seen.value) : [];
  } catch (fault) {
    if (fault instanceof ApplicationFault && fault.code === 'unknown-contract') return [];
    throw fault;
  }
}
