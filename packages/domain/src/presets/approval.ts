import type { DutyId } from '@kanribo/annex';
import { isYes, textOf } from '../engine/case.ts';
import type { Attempt, CaseDeclaration } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, day, evidence, flag, text } from '../engine/field.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';

/** What one approval (承認) declares beside what all approvals have. */
export interface Approval {
  readonly name: string;
  readonly title: string;
  readonly duty: DutyId;
  readonly fields: Fields;
  /** What says exactly what it covers. */
  readonly covers: readonly string[];
  readonly mayCover?: readonly string[];
}

const recorders = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * The client's approval (甲の承認・許可): granted → confirmed when the paper of an oral one came →
 * withdrawn. It covers acts from the moment it was given, never earlier ones.
 */
export function approval({
  name,
  title,
  duty,
  fields,
  covers,
  mayCover = [],
}: Approval): CaseDeclaration {
  return declareCase({
    name,
    preset: 'approval',
    title,
    duty,
    fields: { ...fields, ...clientsWord },
    steps: {
      granted: {
        title: '承認の記録',
        from: ['new'],
        nature: 'fact',
        by: recorders,
        required: [...covers, 'from', 'until', 'clientPerson', 'isOral'],
        optional: [...mayCover, 'clientReference', 'paperDueOn', 'conditions', 'paper'],
        forbid: doesNotFit,
        warnings: ({ values }) => (isYes(values, 'isOral') ? ['oral-approval'] : []),
      },
      confirmed: {
        title: '書面の受領',
        from: ['granted'],
        nature: 'fact',
        by: recorders,
        required: ['clientReference'],
        optional: ['paper'],
      },
      withdrawn: {
        title: '取消しの記録',
        from: ['granted', 'confirmed'],
        nature: 'fact',
        by: recorders,
        required: ['withdrawnBecause'],
        optional: [],
      },
    },
    final: ['withdrawn'],
  });
}

/** Spoken word needs a day for its paper, and a period at least one day. */
function doesNotFit({ values }: Attempt): Refusal | null {
  if (isYes(values, 'isOral') && textOf(values, 'paperDueOn') === null) {
    return misfit('field-missing', { field: paperDueOn.label });
  }
  const [from, until] = [textOf(values, 'from') ?? '', textOf(values, 'until') ?? ''];
  return until < from ? misfit('period-reversed') : null;
}

const paperDueOn = day('書面の受領予定日');

const clientsWord: Fields = {
  from: day('承認の期間（始）'),
  until: day('承認の期間（終）'),
  clientPerson: text('承認した委託者の担当者', 100),
  clientReference: text('委託者の文書番号', 100),
  isOral: flag('口頭（書面未着）'),
  paperDueOn,
  conditions: text('条件', 400),
  paper: evidence('承認書の写し'),
  withdrawnBecause: text('取消しの理由', 400),
};
