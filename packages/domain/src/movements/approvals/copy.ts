import { choice, count, text, things } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';
import { shownByEnd } from './ended-approval.ts';

/**
 * Approval of copying (複製の承認), clause 20(11): names what may be copied and how it is done. It
 * may name a standing schedule, such as the one of a backup.
 */
export const copyApproval = approval({
  name: 'copy-approval',
  title: '複製の承認',
  duty: 'copy-approval',
  fields: {
    things: things('複製できるもの'),
    schedule: text('複製の方法・予定', 400),
    copies: count('部数の上限', 1, 100_000),
    repeats: choice('回数', { once: '今回限り', standing: '定期・継続' }),
  },
  covers: ['things', 'schedule'],
  mayCover: ['copies', 'repeats'],
  shownByEnd: shownByEnd({
    register: 'copy',
    step: 'made',
    things: 'sources',
    duty: 'copy-approval',
    missing: 'copy-without-approval',
  }),
});
