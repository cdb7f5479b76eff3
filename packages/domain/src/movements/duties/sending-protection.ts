import type { DutyId } from '@kanribo/annex';
import { textOf, textsOf } from '../../engine/case.ts';
import type { Duty } from '../../engine/standing.ts';
import { carriedKinds } from '../protection.ts';
import { sending } from '../registers/sending.ts';
import { keptLines } from './kept-lines.ts';

/** What is sent by post or carrier has the measure of its kind; in person there is none to have. */
function protectionOf(duty: DutyId, kind: 'media' | 'paper'): Duty {
  return {
    id: duty,
    look: (contract, day) => ({
      kept: keptLines(contract, day, {
        register: sending,
        duty,
        steps: ['sent'],
        counts: ({ values }) => {
          const method = textOf(values, 'method');
          const isCarried = method !== 'in-person' && method !== 'internet';
          return isCarried && carriedKinds(contract, textsOf(values, 'things'))[kind];
        },
      }),
      waiting: [],
      broken: [],
    }),
  };
}

/** Media sent are encrypted, in a lockable case where needed (送付する記録媒体の暗号化). */
export const mediaSendingProtectionDuty = protectionOf('media-sending-protection', 'media');

/** Papers sent are sealed or covered (送付する文書の目隠し・封緘). */
export const paperSendingProtectionDuty = protectionOf('paper-sending-protection', 'paper');
