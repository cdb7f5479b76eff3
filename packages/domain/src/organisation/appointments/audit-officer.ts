import { textOf } from '../../engine/case.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { type Refusal, forbidden, wayOut } from '../../engine/refusal.ts';
import { officeTitles } from '../../engine/titles.ts';
import { addedBy, isPermitted } from '../outside-permission.ts';
import { appointment } from './appointment.ts';
import { governedOffices, heldBefore, holdsMeanwhile, isWorker } from './separation.ts';

/**
 * Audit officer (監査責任者), clause 7: nobody whom clauses 8 and 9 govern. The chief officer is
 * not excluded; a former manager or handler is warned that he would audit his own months.
 */
export const auditOfficer = appointment({
  office: 'audit-officer',
  duty: 'audit-officer',
  isEndStated: false,
  forbid: (attempt) => governed(attempt) ?? plainWorker(attempt),
  warnings: (attempt) => [
    ...(governedOffices.some((office) => heldBefore(attempt, office))
      ? (['would-audit-own-months'] as const)
      : []),
    ...(holdsMeanwhile(attempt, 'chief-officer') ? (['chief-officer-also-audits'] as const) : []),
  ],
});

function governed(attempt: Attempt): Refusal | null {
  const held = governedOffices.find((office) => holdsMeanwhile(attempt, office));
  if (held === undefined) return null;
  return forbidden('audit-officer-governed', {
    duty: 'audit-officer',
    parameters: { person: textOf(attempt.values, 'person') ?? '' },
    wayOut: [
      wayOut('choose-another-person'),
      wayOut('end-other-office', { office: officeTitles[held] }),
    ],
  });
}

/** A plain worker is refused unless the client's recorded answer allows each day that is added. */
function plainWorker(attempt: Attempt): Refusal | null {
  const added = addedBy(attempt);
  if (!isWorker(attempt) || added === null) return null;
  const person = textOf(attempt.values, 'person') ?? '';
  const holding = { office: 'audit-officer', person, period: added, at: attempt.now } as const;
  if (isPermitted(attempt.contract, holding)) return null;
  return forbidden('worker-as-audit-officer', {
    duty: 'audit-officer',
    parameters: { person },
    wayOut: [wayOut('choose-another-person'), wayOut('obtain-answer')],
  });
}
