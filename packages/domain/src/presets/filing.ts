import type { DutyId } from '@kanribo/annex';
import type { JsonObject } from '@kanribo/kernel';
import { documentOf } from '../contract/questions.ts';
import type { Attempt, CaseDeclaration, Step } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { type Fields, choice, evidence, text } from '../engine/field.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';
import { formNotKept, isFilledForm, layoutFields, layoutOf } from './layout.ts';
import { type Substitute, substituteFields, substituteStep } from './substitute.ts';

/** What one filing (届出) declares beside what all filings have. */
export interface Filing {
  readonly name: string;
  readonly title: string;
  readonly duty: DutyId | null;
  readonly house?: boolean;
  readonly fields: Fields;
  /** What a person states when it is prepared. */
  readonly states?: readonly string[];
  readonly mayState?: readonly string[];
  /** What the software reads from the contract when it is prepared. */
  readonly fill?: (attempt: Attempt) => JsonObject;
  readonly forbid?: (attempt: Attempt) => Refusal | null;
  readonly deviations?: Step['deviations'];
  /** Steps before `prepared`, and the statuses it can be prepared from. */
  readonly opening?: Readonly<Record<string, Step>>;
  /** Whether the clause asks for it on the form the client designates (指定する書面). */
  readonly isFormDesignated?: boolean;
  /** Whether what it states has changed in the register since the entry it was made by. */
  readonly isOutdated?: (attempt: Attempt, madeAt: number) => boolean;
  /** Another filing that may stand for it. */
  readonly substitute?: Substitute;
  readonly indexedBy?: readonly string[];
}

const keepers = ['set-up', 'chief-officer', 'manager'] as const;

/**
 * A filing to the client: prepared → (printed) → submitted → received. It is filed once it was
 * delivered with proof: when, to whom and how; the client's assent is not waited for. Taking back one
 * that something opened leaves it open: what is to be filed stays so.
 */
export function filing(declared: Filing): CaseDeclaration {
  const { name, title, duty, substitute, opening = {}, isFormDesignated = false } = declared;
  return declareCase({
    name,
    preset: 'filing',
    title,
    duty,
    house: declared.house ?? false,
    fields: {
      ...declared.fields,
      ...(isFormDesignated && layoutFields),
      ...(substitute && substituteFields(substitute)),
      ...deliveryFields,
    },
    steps: { ...opening, ...preparing(declared), ...deliverySteps(declared) },
    final: ['received', 'withdrawn'],
    indexedBy: declared.indexedBy ?? [],
  });
}

/** How a filing is made: our own paper, or another filing that stands for it. */
function preparing(declared: Filing): Readonly<Record<string, Step>> {
  const { opening = {}, states = [], mayState = [], isFormDesignated = false } = declared;
  const { duty, fill, forbid, substitute } = declared;
  const opened = opening['opened'] === undefined ? ['new'] : Object.keys(opening);
  const from = [...opened, ...madeStatuses(declared), 'sent-back'];
  const making = { from, by: keepers, ...(forbid && { forbid }) };
  const prepared: Step = {
    ...making,
    title: '作成',
    nature: 'act',
    required: states,
    optional: [...mayState, ...(isFormDesignated ? ['layout'] : []), 'remarks'],
    ...(fill && { fill }),
    ...(isFormDesignated && {
      fill: (attempt) => ({ ...fill?.(attempt), ...layoutOf(attempt) }),
      forbid: (attempt) => formNotKept(duty ?? '', attempt) ?? forbid?.(attempt) ?? null,
    }),
  };
  if (substitute === undefined) return { prepared };
  const given = { required: states, optional: [...mayState, 'remarks'] };
  const step = { ...making, ...given, ...(fill && { fill }) };
  return { prepared, substituted: substituteStep(substitute, step) };
}

/** The statuses of a filing that was made and not handed in; it may be made again. */
function madeStatuses({ substitute }: Filing): readonly string[] {
  return substitute === undefined ? ['prepared'] : ['prepared', 'substituted'];
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

function deliverySteps(declared: Filing): Readonly<Record<string, Step>> {
  const { deviations, isOutdated, isFormDesignated = false, opening = {} } = declared;
  const made = madeStatuses(declared);
  return {
    submitted: {
      title: '提出',
      from: made,
      nature: 'act',
      by: keepers,
      required: ['method'],
      optional: [...(isFormDesignated ? ['filledForm'] : []), 'remarks'],
      forbid: (attempt) => outdated(attempt, isOutdated) ?? notRendered(attempt),
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
      from: [...made, 'sent-back'],
      ...(opening['opened'] && { to: 'opened' }),
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  };
}

/** What is submitted says how it is: a paper that the register has left behind is made again. */
function outdated(attempt: Attempt, isOutdated: Filing['isOutdated']): Refusal | null {
  const made = attempt.before?.steps.findLast(
    ({ step }) => step === 'prepared' || step === 'substituted',
  );
  if (made === undefined || isOutdated?.(attempt, made.sequence) !== true) return null;
  return {
    ...misfit('paper-outdated', { case: attempt.id }),
    wayOut: [wayOut('prepare-again', { case: attempt.id })],
  };
}

/**
 * What is submitted is the printed paper, so there must be one of the latest contents; a filing
 * that stands for it and a form filled in by hand are papers already.
 */
function notRendered(attempt: Attempt): Refusal | null {
  const { contract, id, before } = attempt;
  if (before?.status === 'substituted' || isFilledForm(attempt)) return null;
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
