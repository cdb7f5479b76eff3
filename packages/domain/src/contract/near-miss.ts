import { declareCase } from '../engine/declare.ts';
import { voidingOfFindings } from '../engine/voiding.ts';
import { choice, duties, flag, person, text } from '../engine/field.ts';

const everybody = ['chief-officer', 'audit-officer', 'manager', 'handler'] as const;

/**
 * The book of near misses (ヒヤリ・ハット), ours: what nearly happened, why, and what was done about
 * it. Whoever noticed it writes it down; nobody is blamed for an entry.
 */
export const nearMiss = declareCase({
  name: 'near-miss',
  preset: 'register',
  title: 'ヒヤリ・ハット記録',
  duty: 'incident-prevention',
  house: true,
  fields: {
    what: text('何が起きそうになったか', 400),
    during: choice('場面', {
      movement: '持ち出し・送付・受渡し',
      paper: '文書の利用・保管',
      system: 'システム・機器の操作',
      area: '入退室・区域',
      other: 'その他',
    }),
    nearly: duties('関係する義務'),
    noticedBy: person('気付いた者'),
    cause: text('原因', 400),
    measure: text('対策', 400),
    isIncident: flag('事故等にあたる'),
    reason: text('判断の理由', 400),
  },
  steps: {
    noticed: {
      title: '気付きの記録',
      from: ['new'],
      nature: 'fact',
      by: everybody,
      required: ['what', 'during'],
      optional: ['nearly', 'noticedBy', 'cause'],
    },
    reviewed: {
      title: '原因と対策の記録',
      from: ['noticed'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: ['cause', 'measure', 'isIncident', 'reason'],
      optional: ['nearly'],
    },
  },
  final: ['reviewed'],
  correctable: ['during', 'what', 'nearly'],
  voiding: voidingOfFindings,
});
