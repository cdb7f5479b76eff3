import type { Duty } from '../../engine/standing.ts';
import { lookAtLevel } from './nodes.ts';
import { lookAtNotice } from './notified.ts';

/** The orderer is told of an application further down (再々委託等の申請の通知). */
export const resubcontractNoticeDuty: Duty = {
  id: 'resubcontract-notice',
  look: lookAtLevel('further', lookAtNotice),
};
