import type { Day } from '@kanribo/kernel';
import { dayValue, proofOf } from '../../contract/questions.ts';
import type { Case } from '../../engine/case.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty, Waiting } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import { papersAwaited } from '../../presets/papers-awaited.ts';
import { consultation } from '../consultation.ts';
import { answer } from '../said/answer.ts';

/**
 * Doubts are settled with the client (疑義の協議), clause 30. An answer is overdue after the day
 * agreed for it; what was not asked or not decided yet is due and says so.
 */
export const consultationDuty: Duty = {
  id: 'consultation',
  look: (contract, day) => {
    const { open, ended } = linesOn(contract, consultation, day);
    const remarks = new Set(open.flatMap((one) => remarkOf(one, day)));
    return {
      kept: ended
        .filter(({ status }) => status === 'decided')
        .map((one) => ({ case: one.id, proof: proofOf(one, 'decided') })),
      waiting: [
        ...open.map((one) => waitingFor(one, day)),
        ...papersAwaited(contract, answer, day),
      ],
      broken: [],
      remarks: [...remarks],
    };
  },
};

function waitingFor(one: Case, day: Day): Waiting {
  const agreed = one.status === 'asked' ? dayValue(one, 'expectedOn') : null;
  const house = agreed === null;
  return { case: one.id, dueOn: agreed ?? day, house, proof: proofOf(one, one.status) };
}

function remarkOf(one: Case, day: Day): readonly RemarkCode[] {
  const { status } = one;
  if (status === 'opened') return ['consultation-not-asked'];
  if (status === 'asked') {
    return (dayValue(one, 'expectedOn') ?? day) < day ? ['consultation-not-answered'] : [];
  }
  return status === 'answered' ? ['consultation-not-decided'] : [];
}
