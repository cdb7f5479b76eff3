import { textOf, textsOf } from '../../engine/case.ts';
import { isUnproven } from '../../engine/covering.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import {
  type Fields,
  choice,
  count,
  oneOf,
  person,
  place,
  text,
  things,
} from '../../engine/field.ts';
import { type Refusal, forbidden, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { isFiledPersonAt } from '../../organisation/questions.ts';
import { outsidePurpose, purposeFields, purposeNames, purposeNotChosen } from '../purposes.ts';
import { approvalOfCopy } from '../copies.ts';

const keepers = ['set-up', 'chief-officer', 'manager', 'handler'] as const;
const needed = { sources: '複製元', count: '部数', method: '複製の方法' } as const;
const details = ['purpose', 'maker', 'approver', 'destination'];

const fields: Fields = {
  sources: things('複製元'),
  count: count('部数', 1, 100_000),
  method: choice('複製の方法', {
    duplicate: '複写・複製',
    print: '印刷',
    scan: 'スキャン',
    photo: '撮影',
    backup: 'バックアップ・待機系',
    extract: '抽出・書き出し',
  }),
  purpose: text('用途', 400),
  ...purposeFields,
  maker: person('複製した者'),
  approver: person('承認者'),
  destination: place('保管先・提出先'),
  approval: oneOf('委託者の承認', 'copy-approval'),
  disposedBy: person('廃棄した者'),
  disposal: text('廃棄の方法'),
  remarks: text('備考', 400),
};

/**
 * Register of copies (複製管理簿), ours in support of 20(11): what was copied under which approval,
 * how often, where the copies went and what became of them. `permitted` is an act of the software.
 */
export const copy = declareCase({
  name: 'copy',
  preset: 'register',
  title: '複製管理簿',
  duty: 'copy-approval',
  house: true,
  fields,
  steps: {
    permitted: {
      title: '複製の許可',
      from: ['new'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: [...Object.keys(needed), 'purpose', 'maker', 'approver'],
      optional: ['destination', 'use', 'remarks'],
      fill: (attempt) => coveredBy(attempt),
      forbid: (attempt) =>
        makerNotFiled(attempt) ?? purposeNotChosen(attempt) ?? unapproved(attempt),
    },
    made: {
      title: '複製',
      from: ['new', 'permitted'],
      nature: 'fact',
      by: keepers,
      required: [],
      optional: [...Object.keys(needed), ...details, ...purposeNames, 'remarks'],
      fill: (attempt) => coveredBy(attempt),
      forbid: incomplete,
      deviations: madeAgainst,
    },
    delivered: {
      title: '引渡し・保管への引継ぎ',
      from: ['made'],
      nature: 'fact',
      by: keepers,
      required: ['destination'],
      optional: ['remarks'],
    },
    disposed: {
      title: '複製物の廃棄',
      from: ['made', 'delivered'],
      nature: 'fact',
      by: keepers,
      required: ['disposedBy', 'disposal'],
      optional: ['remarks'],
    },
    cancelled: {
      title: '取りやめ',
      from: ['permitted'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
    },
  },
  final: ['delivered', 'disposed', 'cancelled'],
  correctable: [
    'count',
    'method',
    ...details,
    ...purposeNames,
    'disposedBy',
    'disposal',
    'remarks',
  ],
  indexedBy: ['sources', 'approval'],
});

/** The approval a copy stands on, worked out when it is permitted or made. */
function coveredBy({ contract, id, values, occurredAt, occurredOn }: Attempt) {
  const found = approvalOfCopy(contract, { at: occurredAt, on: occurredOn, id, values });
  return found === undefined ? {} : { approval: found.id };
}

function makerNotFiled({ contract, now, today, values }: Attempt): Refusal | null {
  const maker = textOf(values, 'maker') ?? '';
  if (isFiledPersonAt(contract, maker, { at: now, on: today })) return null;
  return houseRule('carrier-not-filed', {
    duty: 'handlers-list',
    parameters: { person: maker },
    wayOut: [wayOut('choose-another-person'), wayOut('file-handler')],
  });
}

function unapproved({ contract, id, values, now, today }: Attempt): Refusal | null {
  if (approvalOfCopy(contract, { at: now, on: today, id, values }) !== undefined) return null;
  return forbidden('copy-unapproved', {
    duty: 'copy-approval',
    wayOut: [wayOut('obtain-approval-covering', { approval: '複製の承認' }), wayOut('record-fact')],
  });
}

function incomplete({ values }: Attempt): Refusal | null {
  const missing = Object.entries(needed).find(([name]) => values[name] === undefined);
  return missing === undefined ? null : misfit('field-missing', { field: missing[1] });
}

/** A copy needs an approval that was in force when it was made and names all that is copied. */
function madeAgainst(attempt: Attempt): readonly DeviationFound[] {
  const { contract, id, values, occurredAt, occurredOn } = attempt;
  const isAbout = textsOf(values, 'sources').length > 0;
  const act = { at: occurredAt, on: occurredOn, id, values };
  const approval = approvalOfCopy(contract, act);
  const found: DeviationFound[] = [];
  if (isAbout && approval === undefined) {
    found.push({ code: 'copy-without-approval', duty: 'copy-approval' });
  }
  if (approval !== undefined && isUnproven(approval, act)) {
    found.push({ code: 'approval-unproven', duty: 'copy-approval' });
  }
  return [...found, ...outsidePurpose(attempt)];
}
