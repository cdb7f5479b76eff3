import { dutyIds } from '@kanribo/annex';
import { declareCase } from '../engine/declare.ts';
import { choice, flag, oneOf, text } from '../engine/field.ts';
import { deviationSentences } from '../refusals/deviations.ts';

/**
 * Something that happened against a duty (逸脱). It opens the question of clause 26.1, whether it
 * is an incident (事故等), which a named person answers with a reason. The answer may be given anew
 * when more is known; every answer stays in the register.
 */
export const deviation = declareCase({
  name: 'deviation',
  preset: 'basics',
  title: '逸脱',
  duty: null,
  fields: {
    of: oneOf('対象の記録'),
    duty: choice('義務', Object.fromEntries(dutyIds.map((duty) => [duty, duty]))),
    code: choice('内容', deviationSentences),
    isIncident: flag('事故等にあたる'),
    reason: text('判断の理由', 400),
  },
  steps: {
    opened: {
      title: '逸脱の発生',
      from: ['new'],
      nature: 'fact',
      by: ['software'],
      required: ['of', 'duty', 'code'],
      optional: [],
    },
    decided: {
      title: '事故等かどうかの判断',
      from: ['opened', 'decided'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: ['isIncident', 'reason'],
      optional: [],
    },
  },
  final: ['decided'],
  indexedBy: ['of', 'duty'],
});
