import type { Account, AccountRights, Binding } from '@kanribo/application';
import { type Contract, caseOf, casesOf, rolesOf, textOf } from '@kanribo/domain';
import { type Day, type Moment } from '@kanribo/kernel';
import type { Seen } from '@kanribo/office';
import { lookAt } from '../contracts/looking.ts';
import type { Parts } from '../parts.ts';

/** How long an answer about chief officers stands: sign-ins that fail flood no access log. */
const standsForMs = 60_000;

type Seeing = Pick<Parts, 'instance' | 'freshId' | 'clock'>;

/** What the contracts say about who may do what with accounts. */
export function accountRights(seeing: Seeing): AccountRights {
  const asked = new Map<string, { readonly at: Moment; readonly answer: boolean }>();
  return {
    mayManage: (by, whom) => mayManage(seeing, by, whom),
    mayLetAudit: async (by) => {
      const seen = await lookAt(seeing, by, { at: 'roles', subjects: [] });
      return seen.ok && seen.value.roles.has('chief-officer');
    },
    isLastChiefOfficer: async (account) => {
      const now = seeing.clock.now();
      const known = asked.get(account.id);
      const isFresh = known !== undefined && Date.parse(now) - Date.parse(known.at) < standsForMs;
      if (isFresh) return known.answer;
      const answer = await isLastChiefOfficer(seeing, account);
      asked.set(account.id, { at: now, answer });
      return answer;
    },
  };
}

/** Whoever may choose people for offices sees to the accounts of everybody on record. */
const appointing: ReadonlySet<string> = new Set(['chief-officer', 'set-up']);

/**
 * A manager sees to the accounts of those below: not of who governs, audits, or speaks for the
 * client, since who invites anew could act as the one invited.
 */
async function mayManage(seeing: Seeing, by: Binding, whom: string): Promise<boolean> {
  const seen = await lookAt(seeing, by, { at: 'roles', subjects: [whom] });
  return seen.ok && isManagedBy(seen.value, whom);
}

/** Whether somebody in these offices sees to the account of a person. */
export function isManagedBy(
  { contract, roles, today }: Pick<Seen, 'contract' | 'roles' | 'today'>,
  whom: string,
): boolean {
  const person = caseOf(contract, whom);
  if (person?.declaration !== 'person' || person.status === 'left') return false;
  if ([...roles].some((role) => appointing.has(role))) return true;
  const held = [...rolesOf(contract, whom, today)];
  return roles.has('manager') && held.every((role) => role === 'handler');
}

async function isLastChiefOfficer(seeing: Seeing, { bindings }: Account): Promise<boolean> {
  for (const { contract, person } of bindings) {
    const member = { contract, person: 'software' };
    const seen = await lookAt(seeing, member, { at: 'roles', subjects: [] });
    if (seen.ok && isOnlyOne(seen.value.contract, person, seen.value.today)) return true;
  }
  return false;
}

function isOnlyOne(contract: Contract, person: string, today: Day): boolean {
  const isChief = (one: string) => rolesOf(contract, one, today).has('chief-officer');
  if (!isChief(person)) return false;
  return ![...casesOf(contract, 'chief-officer')].some(({ values }) => {
    const other = textOf(values, 'person');
    return other !== null && other !== person && isChief(other);
  });
}
