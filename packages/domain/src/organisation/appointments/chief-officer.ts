import type { Attempt } from '../../engine/declaration.ts';
import { isHeld, rolesOf } from '../../engine/offices.ts';
import { type Refusal, houseRule, wayOut } from '../../engine/refusal.ts';
import { officeTitles } from '../../engine/titles.ts';
import { appointment } from './appointment.ts';

/**
 * Chief officer (総括責任者), clause 6. While there is none, a manager appoints the next one, so that
 * the office is never vacant for want of somebody who may.
 */
export const chiefOfficer = appointment({
  office: 'chief-officer',
  duty: 'chief-officer',
  isEndStated: false,
  appointedBy: ['manager'],
  forbid: inPlace,
});

/** Our own rule: a manager appoints a chief officer only while there is none. */
function inPlace({ contract, actor, today, before }: Attempt): Refusal | null {
  const roles = rolesOf(contract, actor, today);
  const mayAppoint = roles.has('chief-officer') || roles.has('set-up') || before !== undefined;
  if (mayAppoint || !isHeld(contract, 'chief-officer', today)) return null;
  return houseRule('chief-officer-in-place', {
    duty: 'chief-officer',
    wayOut: [wayOut('ask-person-in-charge', { roles: officeTitles['chief-officer'] })],
  });
}
