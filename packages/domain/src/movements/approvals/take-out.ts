import { text, things } from '../../engine/field.ts';
import { place } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';
import { shownByEnd } from './ended-approval.ts';

/** Approval of take-out (持出しの承認), clause 20(3): names the things and where they may go. */
export const takeOutApproval = approval({
  name: 'take-out-approval',
  title: '持出しの承認',
  duty: 'take-out-approval',
  fields: {
    things: things('持ち出せるもの'),
    destination: place('持ち出し先'),
    purpose: text('用途', 400),
  },
  covers: ['things', 'destination', 'purpose'],
  shownByEnd: shownByEnd({
    register: 'take-out',
    step: 'taken',
    things: 'things',
    duty: 'take-out-approval',
    missing: 'take-out-without-approval',
  }),
});
