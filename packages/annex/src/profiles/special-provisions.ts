import { type Clause, clause } from '../clause.ts';
import type { DutyId } from '../duty-ids.ts';
import type { Profile } from '../profile.ts';

/** The annex of 30 articles of a Tokyo ward (特定個人情報の保護および管理に関する特記事項). */
export const specialProvisions = {
  name: 'special-provisions@1',
  title: '特定個人情報の保護および管理に関する特記事項',
  clauses: {
    'chief-officer': clause('6'),
    'audit-officer': clause('7'),
    manager: clause('8'),
    'handlers-list': clause('9.1'),
    'change-filing': clause('10.1'),
    'sending-register': clause('19(4)'),
    'take-out-approval': clause('20(3)'),
    'take-out-register': clause('20(4)'),
    'take-out-protection': clause('20(5)'),
    'copy-approval': clause('20(11)'),
  } satisfies Record<DutyId, Clause>,
  refersTo: {
    'audit-officer': [clause('8'), clause('9')],
    'change-filing': [clause('6'), clause('7'), clause('8'), clause('9')],
    'take-out-register': [clause('20(3)')],
    'take-out-protection': [clause('20(3)'), clause('19(2)'), clause('19(3)')],
  },
} as const satisfies Profile;
