import { textOf } from '../engine/case.ts';
import { caseOf } from '../engine/contract.ts';
import type { Attempt, CaseDeclaration, Step } from '../engine/declaration.ts';
import { type Field, type Fields, choice, day, oneOf, person, text } from '../engine/field.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';
import { wordDetails, wordFields, wordKeepers } from './clients-word.ts';
import { filing } from './filing.ts';

/** What sets one application apart from the others. */
export interface Application {
  /** Fields of the approval that only its answer states. */
  readonly without?: readonly string[];
  /** Who applies; left out, a person of the contractor. */
  readonly applicant?: Field;
  /** True where the annex itself speaks of an application. */
  readonly isAskedFor?: boolean;
}

/**
 * The application (申請) for an approval: a filing with what the approval is to cover, who applies
 * and why. It ends with the client's answer: the approval it gave, or its refusal.
 */
export function application(of: CaseDeclaration, declared: Application = {}): CaseDeclaration {
  const { without = [], applicant = person('申請者'), isAskedFor = false } = declared;
  const asked = (names: readonly string[] = []) =>
    names.filter((name) => !wordNames.has(name) && !without.includes(name));
  const states = asked(of.steps['granted']?.required);
  const mayState = asked(of.steps['granted']?.optional);
  const covered = Object.entries(of.fields).filter(([name]) => asked([name]).length > 0);
  const base = filing({
    name: `${of.name}-application`,
    title: `${of.title}申請書`,
    duty: of.duty,
    house: !isAskedFor,
    fields: {
      ...Object.fromEntries(covered),
      ...applicationFields,
      applicant,
      approval: oneOf('与えられた承認', of.name),
    },
    states: [...states, 'applicant', 'applicationReason', 'wantedFrom', 'wantedUntil'],
    mayState,
    forbid: reversed,
    indexedBy: ['approval'],
  });
  return { ...base, steps: { ...base.steps, answered }, final: ['answered', 'withdrawn'] };
}

const wordNames: ReadonlySet<string> = new Set([
  ...Object.keys(wordFields),
  ...wordDetails,
  'withdrawnBecause',
  'contradictedBecause',
]);

const applicationFields: Fields = {
  applicationReason: text('申請の理由', 400),
  wantedFrom: day('希望する期間（始）'),
  wantedUntil: day('希望する期間（終）'),
  outcome: choice('委託者の回答', { approved: '承認', refused: '不承認' }),
  answeredBecause: text('回答の内容', 400),
};

const answered: Step = {
  title: '委託者の回答の記録',
  from: ['submitted', 'received'],
  nature: 'fact',
  by: wordKeepers,
  required: ['outcome'],
  optional: ['approval', 'answeredBecause'],
  forbid: isNoAnswer,
};

function reversed({ values }: Attempt): Refusal | null {
  const [from, until] = [textOf(values, 'wantedFrom') ?? '', textOf(values, 'wantedUntil') ?? ''];
  return until < from ? misfit('period-reversed') : null;
}

/** An answer that approves names an approval given since the application was handed in. */
function isNoAnswer({ contract, id, values, before }: Attempt): Refusal | null {
  const isApproved = textOf(values, 'outcome') === 'approved';
  const approval = caseOf(contract, textOf(values, 'approval') ?? '');
  if (isApproved && approval === undefined) {
    return misfit('field-missing', { field: '与えられた承認' });
  }
  const submitted = before?.steps.findLast(({ step }) => step === 'submitted');
  const isEarlier = (approval?.steps[0].occurredAt ?? '') < (submitted?.occurredAt ?? '');
  const isMismatched = isApproved ? isEarlier : approval !== undefined;
  return isMismatched ? misfit('answer-mismatch', { case: id }) : null;
}
