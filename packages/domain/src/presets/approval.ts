import type { DutyId } from '@kanribo/annex';
import type { Attempt, CaseDeclaration, Consequence, Step } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, text } from '../engine/field.ts';
import {
  officerOf,
  spokenWarning,
  wordDetails,
  wordDoesNotFit,
  wordFields,
  wordKeepers,
} from './clients-word.ts';

/** What one approval (承認) declares beside what all approvals have. */
export interface Approval {
  readonly name: string;
  readonly title: string;
  readonly duty: DutyId;
  readonly fields: Fields;
  /** What says exactly what it covers. */
  readonly covers: readonly string[];
  readonly mayCover?: readonly string[];
  /** What its end shows of what was done under it. */
  readonly shownByEnd?: (attempt: Attempt, isContradicted: boolean) => readonly Consequence[];
  /** Why it cannot be recorded, beside what no word of the client may be. */
  readonly forbid?: Step['forbid'];
}

/**
 * The client's approval (甲の承認・許可): granted → confirmed when the paper of an oral one came, or
 * the client's officer says so → withdrawn, or contradicted where the client never gave it. It
 * covers acts from the moment it was given, never earlier ones. Only the client can widen one: the
 * contractor records what the client said, and another scope is another approval.
 */
export function approval(declared: Approval): CaseDeclaration {
  const { name, title, duty, fields } = declared;
  return declareCase({
    name,
    preset: 'approval',
    title,
    duty,
    fields: { ...fields, ...wordFields, ...endFields },
    steps: { granted: granting(declared), ...confirming, ...ending(declared) },
    final: ['withdrawn', 'contradicted'],
    indexedBy: Object.keys(fields).filter((field) => isReference(fields, field)),
  });
}

const endFields: Fields = {
  withdrawnBecause: text('取消しの理由', 400),
  contradictedBecause: text('承認していないとする理由', 400),
};

const isReference = (fields: Fields, field: string) => {
  const type = fields[field]?.type;
  return type === 'case' || type === 'cases';
};

function granting({ covers, mayCover = [], forbid }: Approval): Step {
  return {
    title: '承認の記録',
    from: ['new'],
    nature: 'fact',
    by: wordKeepers,
    required: [...covers, 'from', 'until', 'form'],
    optional: [...mayCover, ...wordDetails],
    fill: officerOf,
    forbid: (attempt) => wordDoesNotFit(attempt) ?? forbid?.(attempt) ?? null,
    warnings: spokenWarning,
  };
}

const confirming = {
  confirmed: {
    title: '書面の受領',
    from: ['granted'],
    nature: 'fact',
    by: wordKeepers,
    required: ['clientReference'],
    optional: ['paper'],
  },
} as const satisfies Readonly<Record<string, Step>>;

/** What ends an approval: the client takes it back, or says that it never gave it (24.1). */
function ending({ duty, shownByEnd }: Approval): Readonly<Record<string, Step>> {
  return {
    withdrawn: {
      title: '取消しの記録',
      from: ['granted', 'confirmed'],
      nature: 'fact',
      by: wordKeepers,
      required: ['withdrawnBecause'],
      optional: [],
      ...(shownByEnd && { also: (attempt) => shownByEnd(attempt, false) }),
    },
    contradicted: {
      title: '承認していない旨の申出',
      from: ['granted', 'confirmed', 'withdrawn'],
      nature: 'fact',
      by: wordKeepers,
      required: ['contradictedBecause'],
      optional: [],
      deviations: () => [{ code: 'word-contradicted', duty }],
      ...(shownByEnd && { also: (attempt) => shownByEnd(attempt, true) }),
    },
  };
}
