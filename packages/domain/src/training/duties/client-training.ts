import type { Day } from '@kanribo/kernel';
import { dayValue, proofOf } from '../../contract/questions.ts';
import { type Case, caseOn, textsOf } from '../../engine/case.ts';
import { type Contract, caseOf } from '../../engine/contract.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty, Waiting } from '../../engine/standing.ts';
import { clientTraining } from '../client-training.ts';

/** The client's education is attended (委託者が行う教育の受講), by those who were absent too. */
export const clientTrainingDuty: Duty = {
  id: 'client-training',
  look: (contract, day) => {
    const { open } = linesOn(contract, clientTraining, day);
    const waiting = open.flatMap((found) => waitingFor(contract, found, day) ?? []);
    const late = new Set(waiting.map((one) => one.case));
    return {
      kept: open
        .filter(({ id }) => !late.has(id))
        .map((found) => ({ case: found.id, proof: proofOf(found, found.status) })),
      waiting,
      broken: [],
    };
  },
};

/** What is still expected of one: that it is attended, or caught up by who has not left. */
function waitingFor(contract: Contract, found: Case, day: Day): Waiting | undefined {
  const proof = proofOf(found, found.status);
  const about = { case: found.id, proof };
  if (found.status === 'announced') return { ...about, dueOn: dayValue(found, 'plannedOn') ?? day };
  const absentees = textsOf(found.values, 'absentees').filter((id) => {
    const person = caseOf(contract, id);
    return person !== undefined && caseOn(person, day)?.status !== 'left';
  });
  return absentees.length === 0
    ? undefined
    : { ...about, dueOn: dayValue(found, 'catchUpBy') ?? day };
}
