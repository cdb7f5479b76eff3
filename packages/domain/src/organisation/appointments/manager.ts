import { textOf } from '../../engine/case.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { type Refusal, forbidden, wayOut } from '../../engine/refusal.ts';
import { addedBy, isPermitted } from '../outside-permission.ts';
import { appointment } from './appointment.ts';
import { isWorker, notAuditOfficer } from './separation.ts';

/** Manager (管理責任者), clause 8: from among the workers, otherwise with the client's permission. */
export const manager = appointment({
  office: 'manager',
  duty: 'manager',
  isEndStated: false,
  forbid: (attempt) => notAuditOfficer(attempt, 'manager') ?? outsider(attempt),
});

/** The permission covers every day the attempt adds: the whole period, or what it is extended by. */
function outsider(attempt: Attempt): Refusal | null {
  const added = addedBy(attempt);
  if (isWorker(attempt) || added === null) return null;
  const person = textOf(attempt.values, 'person') ?? '';
  if (isPermitted(attempt.contract, { office: 'manager', person, period: added, at: attempt.now }))
    return null;
  return forbidden('outside-manager-unapproved', {
    duty: 'manager',
    parameters: { person },
    wayOut: [
      wayOut('choose-another-person'),
      wayOut('obtain-approval', { approval: '従事者以外からの管理責任者の選任の許可' }),
    ],
  });
}
