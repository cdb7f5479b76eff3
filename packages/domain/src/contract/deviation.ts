import { dutyTitles } from '@kanribo/annex';
import { isPartyTo, isYes, textOf } from '../engine/case.ts';
import { caseOf } from '../engine/contract.ts';
import type { Attempt } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, flag, oneOf, text } from '../engine/field.ts';
import { deviationSentences } from '../refusals/deviations.ts';
import type { WarningCode } from '../refusals/warnings.ts';

/**
 * Something that happened against a duty (逸脱), found by the software or by a person. It opens the
 * question of clause 26.1, whether it is an incident (事故等), which a named person answers with a
 * reason. The answer may be given anew when more is known; every answer stays in the register. What
 * is otherwise than our own rule has it is marked only: no clause asks anything about it.
 */
export const deviation = declareCase({
  name: 'deviation',
  preset: 'basics',
  title: '逸脱',
  duty: null,
  fields: {
    of: oneOf('対象の記録'),
    duty: choice('義務', dutyTitles),
    code: choice('内容', deviationSentences),
    isIncident: flag('事故等にあたる'),
    finding: text('見付かったこと', 400),
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
    marked: {
      title: '当社の定めと違う記録の目印',
      from: ['new'],
      nature: 'fact',
      by: ['software'],
      required: ['of', 'duty', 'code'],
      optional: [],
    },
    found: {
      title: '点検等での逸脱の記録',
      from: ['new'],
      to: 'opened',
      nature: 'fact',
      by: ['chief-officer', 'audit-officer', 'manager', 'handler'],
      required: ['duty', 'finding'],
      optional: ['of'],
      fill: () => ({ code: 'found-by-person' }),
    },
    decided: {
      title: '事故等かどうかの判断',
      from: ['opened', 'decided'],
      nature: 'fact',
      by: ['chief-officer', 'manager'],
      required: ['isIncident', 'reason'],
      optional: [],
      warnings: (attempt) => [...setsAside(attempt), ...decidesOwn(attempt)],
    },
    voided: {
      title: '対象の記録の取消し',
      from: ['opened', 'decided', 'marked'],
      nature: 'act',
      by: ['software'],
      required: [],
      optional: [],
    },
  },
  final: ['decided', 'marked', 'voided'],
  indexedBy: ['of', 'duty'],
});

/** 26.1 counts a breach, or a sign of one, among the incidents: who says otherwise must explain it. */
function setsAside({ values }: Attempt): readonly WarningCode[] {
  return isYes(values, 'isIncident') ? [] : ['breach-set-aside'];
}

/** Whoever approved, carried or entered what deviated better leaves the answer to somebody else. */
function decidesOwn({ contract, actor, values }: Attempt): readonly WarningCode[] {
  const found = caseOf(contract, textOf(values, 'of') ?? '');
  return found !== undefined && isPartyTo(found, actor) ? ['decides-own-deviation'] : [];
}
