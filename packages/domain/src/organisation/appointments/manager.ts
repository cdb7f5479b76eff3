import { textOf } from '../../engine/case.ts';
import { isInForce } from '../../engine/covering.ts';
import { casesOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { type Refusal, forbidden, wayOut } from '../../engine/refusal.ts';
import { appointment } from './appointment.ts';
import { isWorker, notAuditOfficer } from './separation.ts';

/** Manager (管理責任者), clause 8: from among the workers, otherwise with the client's permission. */
export const manager = appointment({
  office: 'manager',
  duty: 'manager',
  isEndStated: false,
  forbid: (attempt) => notAuditOfficer(attempt, 'manager') ?? outsider(attempt),
});

function outsider(attempt: Attempt): Refusal | null {
  if (isWorker(attempt) || attempt.before !== undefined) return null;
  const person = textOf(attempt.values, 'person') ?? '';
  const act = { at: attempt.now, on: attempt.today };
  const isPermitted = [...casesOf(attempt.contract, 'outside-manager-approval')].some(
    (approval) => textOf(approval.values, 'person') === person && isInForce(approval, act),
  );
  if (isPermitted) return null;
  return forbidden('outside-manager-unapproved', {
    duty: 'manager',
    parameters: { person },
    wayOut: [
      wayOut('choose-another-person'),
      wayOut('obtain-approval', { approval: '従事者以外からの管理責任者の選任の許可' }),
    ],
  });
}
