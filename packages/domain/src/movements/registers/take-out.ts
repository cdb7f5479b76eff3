import { isRecordedLate } from '../../contract/questions.ts';
import { textOf, textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt, Consequence, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { day, oneOf, person, place, text, things } from '../../engine/field.ts';
import { type Refusal, forbidden, houseRule, misfit, wayOut } from '../../engine/refusal.ts';
import { isFiledPersonOn, outstandingPapers } from '../../organisation/questions.ts';
import { endedStatuses, outUnder } from '../../things/questions.ts';
import { protection, unprotected } from '../protection.ts';
import { approvalOfTakeOut } from '../questions.ts';

const keepers = ['chief-officer', 'manager', 'handler'] as const;
const line = ['things', 'contents', 'purpose', 'destination', 'carrier', 'approver'];

/**
 * Register of take-outs (持出管理簿), clause 20(4). `permitted` is an act of the software, refused
 * without the client's approval; `taken` is the fact, accepted as it was and marked.
 */
export const takeOut = declareCase({
  name: 'take-out',
  preset: 'register',
  title: '持出管理簿',
  duty: 'take-out-register',
  fields: {
    things: things('持ち出すもの'),
    contents: text('含まれる情報', 400),
    purpose: text('用途', 400),
    destination: place('持ち出し先'),
    carrier: person('持ち出した者'),
    approver: person('承認者'),
    plannedReturnOn: day('返却予定日'),
    protection,
    sending: oneOf('送付の記録', 'sending'),
    returnConfirmedBy: person('返却確認者'),
    returner: person('返却した者'),
    receivedBy: text('受領者（委託者）', 100),
    remarks: text('備考', 400),
  },
  steps: {
    permitted: {
      title: '許可票の発行',
      from: ['new'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: [...line, 'plannedReturnOn'],
      optional: ['remarks'],
      forbid: (attempt) =>
        papersOutstanding(attempt) ??
        carrierNotFiled(attempt) ??
        notHere(attempt) ??
        unapproved(attempt),
    },
    taken: {
      title: '持出',
      from: ['new', 'permitted'],
      nature: 'fact',
      by: keepers,
      required: ['protection'],
      optional: [...line, 'plannedReturnOn', 'remarks', 'sending'],
      forbid: (attempt) => incomplete(attempt) ?? notHere(attempt),
      deviations,
    },
    returned: {
      title: '返却',
      from: ['taken'],
      nature: 'fact',
      by: keepers,
      required: ['returner', 'returnConfirmedBy'],
      optional: ['remarks'],
      forbid: (attempt) => standsUnderSending(attempt) ?? endsTooEarly(attempt),
      deviations: late,
      warnings: ({ values }) =>
        textOf(values, 'returner') === textOf(values, 'returnConfirmedBy')
          ? ['same-person-confirmed']
          : [],
    },
    'handed-to-client': {
      title: '委託者への引渡し',
      from: ['taken'],
      nature: 'fact',
      by: keepers,
      required: ['receivedBy'],
      optional: ['remarks'],
      forbid: (attempt) => standsUnderSending(attempt) ?? endsTooEarly(attempt),
      deviations: late,
      also: handedOver,
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
  final: ['returned', 'handed-to-client', 'cancelled'],
  correctable: ['contents', 'purpose', 'plannedReturnOn', 'remarks'],
});

function papersOutstanding({ contract, today }: Attempt): Refusal | null {
  const missing = outstandingPapers(contract, today).join('、');
  if (missing === '') return null;
  return houseRule('papers-outstanding', {
    duty: 'handlers-list',
    parameters: { missing },
    wayOut: [wayOut('deliver-papers', { missing })],
  });
}

function carrierNotFiled({ contract, today, values }: Attempt): Refusal | null {
  const carrier = textOf(values, 'carrier') ?? '';
  if (isFiledPersonOn(contract, carrier, today)) return null;
  return houseRule('carrier-not-filed', {
    duty: 'handlers-list',
    parameters: { person: carrier },
    wayOut: [wayOut('choose-another-person'), wayOut('file-handler')],
  });
}

function notHere({ contract, values, before }: Attempt): Refusal | null {
  for (const thing of textsOf(values, 'things')) {
    const status = caseOf(contract, thing)?.status ?? '';
    if (endedStatuses.includes(status))
      return misfit('thing-ended', { thing, where: '返還・廃棄済み' });
    const out = outUnder(contract, thing);
    if (out === undefined || out.id === before?.id) continue;
    return {
      ...misfit('thing-not-here', { thing, where: `持出中：${out.id}` }),
      wayOut: [wayOut('record-return', { case: out.id })],
    };
  }
  return null;
}

function unapproved(attempt: Attempt): Refusal | null {
  const act = { at: attempt.now, on: attempt.today, values: attempt.values };
  if (approvalOfTakeOut(attempt.contract, act) !== undefined) return null;
  return forbidden('take-out-unapproved', {
    duty: 'take-out-approval',
    wayOut: [
      wayOut('obtain-approval-covering', { approval: '持出しの承認' }),
      wayOut('record-fact'),
    ],
  });
}

function incomplete({ values }: Attempt): Refusal | null {
  const missing = ['things', 'destination', 'carrier'].find((name) => values[name] === undefined);
  return missing === undefined ? null : misfit('field-missing', { field: missing });
}

/** A line that a sending opened is closed by that sending, so that both registers agree. */
function standsUnderSending({ contract, id, values }: Attempt): Refusal | null {
  const sending = caseOf(contract, textOf(values, 'sending') ?? '');
  return sending?.status === 'sent' ? misfit('register-mismatch', { case: id }) : null;
}

function endsTooEarly({ before, occurredAt }: Attempt): Refusal | null {
  const taken = before?.steps.findLast((step) => step.step === 'taken');
  return taken !== undefined && occurredAt < taken.occurredAt
    ? misfit('return-before-take-out')
    : null;
}

/** What was against a clause when it was taken out; an approval dated later never covers it. */
function deviations(attempt: Attempt): readonly DeviationFound[] {
  const { contract, occurredAt, occurredOn, values } = attempt;
  const act = { at: occurredAt, on: occurredOn, values };
  const found: DeviationFound[] = [];
  if (approvalOfTakeOut(contract, act) === undefined) {
    found.push({ code: 'take-out-without-approval', duty: 'take-out-approval' });
  }
  if (!isFiledPersonOn(contract, textOf(values, 'carrier') ?? '', occurredOn)) {
    found.push({ code: 'carried-by-unfiled-person', duty: 'handlers-list' });
  }
  return [...found, ...unprotected(attempt), ...late(attempt)];
}

function late(attempt: Attempt): readonly DeviationFound[] {
  const isLinked = textOf(attempt.values, 'sending') !== null;
  if (isLinked || !isRecordedLate(attempt.contract, attempt)) return [];
  return [{ code: 'recorded-late', duty: 'take-out-register' }];
}

function handedOver({ values }: Attempt): readonly Consequence[] {
  return textsOf(values, 'things').map((thing) => ({
    declaration: 'thing',
    step: 'handed-over',
    case: thing,
    values: {},
  }));
}
