import { type DutyId, isDutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import { textOf } from '../../engine/case.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { choice, day, evidence, oneOf, text } from '../../engine/field.ts';
import { word } from '../../presets/word.ts';

/**
 * A request of the client (求め) with the day it is due: a visit, certificates, cooperation with an
 * audit. It ends when it was answered, with what answered it. A request to report (24.1) and the
 * client's training (12) stand in registers of their own.
 */
export const request = word({
  name: 'request',
  title: '委託者の求め',
  duty: null,
  dutyOf,
  fields: {
    subject: choice('求めの種類', {
      'on-site-check': '立入検査への対応',
      'inspection-certificates': '第三者の証明書等（実地の調査が困難な区域）',
      'audit-certificates': '第三者の証明書等（監査に代えて）',
      'subcontractor-improvement': '再委託先についての報告・説明',
      'client-audit': '監査への協力',
      other: 'その他',
    }),
    contents: text('求めの内容', 1000),
    dueOn: day('回答の期限'),
    answeredBy: oneOf('回答した書面・記録'),
    answerText: text('回答の内容', 1000),
    answerPaper: evidence('回答の写し'),
  },
  says: ['subject', 'contents', 'dueOn'],
  later: {
    answered: {
      title: '回答の記録',
      from: ['given', 'confirmed'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['answerText'],
      optional: ['answeredBy', 'answerPaper'],
      deviations: late,
    },
  },
  laterFinal: ['answered'],
  indexedBy: ['subject'],
});

/** The kinds of requests are named after the duties they follow from. */
function dutyOf(values: JsonObject): DutyId | undefined {
  const subject = textOf(values, 'subject') ?? '';
  return isDutyId(subject) ? subject : undefined;
}

function late({ values, occurredOn }: Attempt): readonly DeviationFound[] {
  const duty = dutyOf(values);
  const isLate = occurredOn > (textOf(values, 'dueOn') ?? '');
  return isLate && duty !== undefined ? [{ code: 'request-answered-late', duty }] : [];
}
