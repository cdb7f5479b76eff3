import { dayValue, handlingFrom } from '../../contract/questions.ts';
import { isYes } from '../../engine/case.ts';
import { linesOn } from '../../engine/lines.ts';
import type { Duty } from '../../engine/standing.ts';
import type { RemarkCode } from '../../refusals/remarks.ts';
import { gatewayCheck } from '../registers/gateway-check.ts';
import { keptLines } from './kept-lines.ts';

const duty = 'no-internet-sending';

/**
 * Never over the internet (インターネットでの送信の禁止); no approval lifts it. The ways out of the firm
 * are looked at in a cycle of our own: a check that is late is due and said, never overdue. So is a
 * way that was found open until a check finds it closed: that it is open sends nothing, and what was
 * sent is for a person to find out.
 */
export const noInternetSendingDuty: Duty = {
  id: duty,
  look: (contract, day) => {
    const { open } = linesOn(contract, gatewayCheck, day);
    const late = open.filter((line) => (dayValue(line, 'nextCheckOn') ?? day) < day);
    const openWays = open.filter((line) => !isYes(line.values, 'isBlocked'));
    const isHandling = (handlingFrom(contract) ?? day) <= day;
    const remarks: readonly RemarkCode[] = [
      ...(late.length > 0 ? (['house-check-late'] as const) : []),
      ...(openWays.length > 0 ? (['internet-path-open'] as const) : []),
      ...(isHandling && open.length === 0 ? (['internet-paths-unrecorded'] as const) : []),
      'as-recorded-only',
    ];
    return {
      kept: keptLines(contract, day, {
        register: gatewayCheck,
        duty,
        steps: ['recorded', 'checked'],
        counts: (line) => isYes(line.values, 'isBlocked'),
      }),
      waiting: [...new Set([...late, ...openWays])].map((line) => ({
        case: line.id,
        dueOn: day,
        house: true,
        proof: (line.steps.at(-1) ?? line.steps[0]).sequence,
      })),
      broken: [],
      remarks,
    };
  },
};
