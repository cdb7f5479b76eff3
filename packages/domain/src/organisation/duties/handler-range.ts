import type { Duty } from '../../engine/standing.ts';
import { appointmentsOn } from '../questions.ts';

/**
 * A range for each handler where needed (取り扱う範囲の定め): the choice is made with the
 * appointment, a range or "not divided, because", and made again when it changes.
 */
export const handlerRangeDuty: Duty = {
  id: 'handler-range',
  look: (contract, day) => ({
    kept: appointmentsOn(contract, 'handler', day).map(({ id, steps }) => {
      const chosen = steps.findLast(({ values }) => 'range' in values) ?? steps[0];
      return { case: id, proof: chosen.sequence };
    }),
    waiting: [],
    broken: [],
  }),
};
