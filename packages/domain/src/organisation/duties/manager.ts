import { dayWithin } from '../../contract/questions.ts';
import { textOf } from '../../engine/case.ts';
import type { Duty } from '../../engine/standing.ts';
import { isRightfulOn } from '../outside-permission.ts';
import { appointmentsOn } from '../questions.ts';
import { lookAtFormedOffice } from './office.ts';

/**
 * Manager appointed and submitted (管理責任者の選任・届出). A manager who is no worker on a day on
 * which the client's permission does not hold, withdrawn or run out, is a breach.
 */
export const managerDuty: Duty = {
  id: 'manager',
  look: (contract, day) => {
    const look = lookAtFormedOffice(contract, 'manager', day);
    const asked = dayWithin(contract, day);
    const unpermitted = appointmentsOn(contract, 'manager', asked).filter(
      ({ values }) => !isRightfulOn(contract, textOf(values, 'person') ?? '', asked),
    );
    const broken = unpermitted.map(({ id, steps }) => ({ case: id, proof: steps[0].sequence }));
    return { ...look, broken: [...look.broken, ...broken] };
  },
};
