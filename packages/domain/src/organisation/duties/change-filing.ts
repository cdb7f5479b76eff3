import { type Day, dayOf } from '@kanribo/kernel';
import { dayValue, proofOf } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import { casesOn } from '../../engine/contract.ts';
import type { Duty, Look, Waiting } from '../../engine/standing.ts';

/** Changes of what was submitted are filed promptly (変更の届出). */
export const changeFilingDuty: Duty = {
  id: 'change-filing',
  look: (contract, day): Look => {
    const filings = [...casesOn(contract, 'change-filing', day)];
    const received = filings.filter(({ status }) => status === 'received');
    const open = filings.filter(({ status }) => status !== 'received' && status !== 'withdrawn');
    return {
      kept: received.map((filing) => ({ case: filing.id, proof: proofOf(filing, 'received') })),
      waiting: open.map(waitingFor),
      broken: [],
    };
  },
};

function waitingFor(filing: Case): Waiting {
  const opened: Day = dayOf(filing.steps[0].occurredAt);
  const dueOn = dayValue(filing, 'dueOn') ?? opened;
  return { case: filing.id, dueOn, proof: filing.steps[0].sequence };
}
