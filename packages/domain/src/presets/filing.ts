import type { DutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import { documentOf } from '../contract/questions.ts';
import type { Attempt, CaseDeclaration, Step } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, choice, evidence, text } from '../engine/field.ts';
import { type Refusal, misfit } from '../engine/refusal.ts';

/** What one filing (届出) declares beside what all filings have. */
export interface Filing {
  readonly name: string;
  readonly title: string;
  readonly duty: DutyId | null;
  readonly house?: boolean;
  readonly fields: Fields;
  /** What a person states when it is prepared. */
  readonly states?: readonly string[];
  /** What the software reads from the contract when it is prepared. */
  readonly fill?: (attempt: Attempt) => JsonObject;
  readonly forbid?: (attempt: Attempt) => Refusal | null;
  readonly deviations?: Step['deviations'];
  /** Steps before `prepared`, and the statuses it can be prepared from. */
  readonly opening?: Readonly<Record<string, Step>>;
}

const keepers = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * A filing to the client: prepared → (printed) → submitted → received. It is filed once it was
 * delivered with proof: when, to whom and how; the client's assent is not waited for.
 */
export function filing(declared: Filing): CaseDeclaration {
  const { name, title, duty, opening = {}, states = [] } = declared;
  return declareCase({
    name,
    preset: 'filing',
    title,
    duty,
    house: declared.house ?? false,
    fields: { ...declared.fields, ...deliveryFields },
    steps: {
      ...opening,
      prepared: {
        title: '作成',
        from: [...(opening['opened'] === undefined ? ['new'] : Object.keys(opening)), 'sent-back'],
        nature: 'act',
        by: keepers,
        required: states,
        optional: ['remarks'],
        ...(declared.fill && { fill: declared.fill }),
        ...(declared.forbid && { forbid: declared.forbid }),
      },
      ...deliverySteps(declared.deviations),
    },
    final: ['received', 'withdrawn'],
  });
}

const deliveryFields: Fields = {
  method: choice('提出方法', { hand: '持参', post: '郵送', counter: '窓口提出' }),
  receivedBy: text('受領者（委託者）', 100),
  proof: choice('受領の証拠', {
    stamp: '受付印のある控え',
    signature: '受領者の署名',
    'delivery-record': '配達記録',
  }),
  scan: evidence('控えの写し'),
  remarks: text('備考', 400),
};

function deliverySteps(deviations: Step['deviations']): Readonly<Record<string, Step>> {
  return {
    submitted: {
      title: '提出',
      from: ['prepared'],
      nature: 'act',
      by: keepers,
      required: ['method'],
      optional: ['remarks'],
      forbid: notRendered,
    },
    received: {
      title: '受領の確認',
      from: ['submitted'],
      nature: 'fact',
      by: keepers,
      required: ['receivedBy', 'proof'],
      optional: ['scan', 'remarks'],
      ...(deviations && { deviations }),
    },
    'sent-back': {
      title: '差戻し',
      from: ['submitted'],
      nature: 'fact',
      by: keepers,
      required: [],
      optional: ['remarks'],
    },
    withdrawn: {
      title: '取下げ',
      from: ['prepared', 'sent-back'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  };
}

/** What is submitted is the printed paper, so there must be one of the latest contents. */
function notRendered({ contract, id, before }: Attempt): Refusal | null {
  const prepared = before?.steps.findLast((taken) => taken.step === 'prepared');
  const document = documentOf(contract, id);
  if (document !== undefined && prepared !== undefined && document.sequence > prepared.sequence) {
    return null;
  }
  return {
    ...misfit('not-rendered', { case: id }),
    wayOut: [{ code: 'render-first', parameters: {} }],
  };
}
