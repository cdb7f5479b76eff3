import type { DutyId } from '@kanribo/annex';
import { textOf } from '../../engine/case.ts';
import type { Attempt, CaseDeclaration, Step } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { type Fields, choice, day, evidence, text, token } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';

/** A document the contractor governs itself by; each case is one version of it. */
export interface GoverningDocument {
  readonly name: string;
  readonly title: string;
  readonly duty: DutyId;
  /** What makes a version hold that was there before the contract. */
  readonly existingHoldsBy: 'approved' | 'reviewed';
}

const keepers = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * A governing document (基本方針・取扱規程等), clauses 4 and 5: drafted or brought in as it was →
 * approved by the chief officer from a day → reviewed, which keeps it or asks for a new version.
 */
export function governingDocument(declared: GoverningDocument): CaseDeclaration {
  const { name, title, duty, existingHoldsBy } = declared;
  const existing = (step: 'approved' | 'reviewed') =>
    step === existingHoldsBy ? ['existing'] : [];
  return declareCase({
    name,
    preset: 'basics',
    title,
    duty,
    fields,
    steps: {
      drafted: {
        title: '案の登録',
        from: ['new'],
        nature: 'fact',
        by: keepers,
        required: ['version', 'text'],
        optional: ['summary'],
      },
      existing: {
        title: '既存の規程の登録',
        from: ['new'],
        nature: 'fact',
        by: keepers,
        required: ['version', 'text', 'establishedOn'],
        optional: ['summary'],
      },
      approved: {
        title: '総括責任者の承認',
        from: ['drafted', ...existing('approved')],
        nature: 'act',
        by: ['chief-officer'],
        required: ['from'],
        optional: ['remarks'],
      },
      reviewed: { ...reviewing, from: ['approved', 'reviewed', ...existing('reviewed')] },
      withdrawn: {
        title: '取下げ・廃止',
        from: ['drafted', 'existing', 'approved', 'reviewed'],
        nature: 'fact',
        by: keepers,
        required: ['remarks'],
        optional: [],
      },
    },
    final: ['withdrawn'],
  });
}

const revisedBy = day('改定の期限');

const fields: Fields = {
  version: token('版'),
  text: evidence('本文'),
  summary: text('要旨', 1000),
  establishedOn: day('既存の規程の制定日'),
  from: day('施行日'),
  outcome: choice('見直しの結果', { kept: '改めない', revise: '改める' }),
  findings: text('見直しの内容と理由', 1000),
  revisedBy,
  remarks: text('備考', 400),
};

const reviewing: Omit<Step, 'from'> = {
  title: '見直し',
  nature: 'fact',
  by: ['chief-officer'],
  required: ['outcome', 'findings'],
  optional: ['revisedBy', 'remarks'],
  forbid: endless,
};

/** A review that asks for a new version says until when. */
function endless({ changes }: Attempt): Refusal | null {
  const isOpen = textOf(changes, 'outcome') === 'revise' && textOf(changes, 'revisedBy') === null;
  return isOpen ? misfit('field-missing', { field: revisedBy.label }) : null;
}
