import { place, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';
import { restingOnMail, shownByEndOf } from './ended-word.ts';

/**
 * The client's word that something may go by ordinary mail (普通郵便による送付の指示), for bulk
 * posting, clauses 19(4) and 30: without it only what can be traced may be used.
 */
export const ordinaryMailWord = approval({
  name: 'ordinary-mail-word',
  title: '普通郵便による送付についての委託者の指示',
  duty: 'sending-register',
  fields: { scope: text('対象となる送付', 400), destination: place('送付先') },
  covers: ['scope', 'destination'],
  shownByEnd: shownByEndOf(restingOnMail),
});
