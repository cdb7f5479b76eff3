import { isRecordedLate } from '../../contract/questions.ts';
import { textOf } from '../../engine/case.ts';
import { openCasesOf } from '../../engine/contract.ts';
import type { Attempt, Consequence, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { choice, day, person, place, text, things, trackingNumber } from '../../engine/field.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { outUnder } from '../../things/questions.ts';
import { textsOf } from '../../engine/case.ts';
import { protection } from '../protection.ts';

const keepers = ['chief-officer', 'manager', 'handler'] as const;
const traceable = ['specified-record', 'registered', 'courier', 'in-person'];

/**
 * Register of sendings (送付管理簿), clause 19(4). A sending is also a take-out: typed once, it
 * stands in both registers, and its receipt closes both.
 */
export const sending = declareCase({
  name: 'sending',
  preset: 'register',
  title: '送付管理簿',
  duty: 'sending-register',
  fields: {
    things: things('送付するもの'),
    contents: text('含まれる情報', 400),
    purpose: text('用途', 400),
    destination: place('送付先'),
    method: choice('送付方法', {
      'specified-record': '特定記録郵便',
      registered: '書留',
      courier: '追跡できる宅配便',
      'in-person': '持参',
      ordinary: '普通郵便',
    }),
    trackingNumber: trackingNumber('追跡番号'),
    protection,
    sender: person('送付した者'),
    approver: person('承認者'),
    expectedOn: day('到着予定日'),
    receivedBy: text('受領者', 100),
    remarks: text('備考', 400),
  },
  steps: {
    sent: {
      title: '送付',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: [
        'things',
        'contents',
        'purpose',
        'destination',
        'method',
        'protection',
        'sender',
        'approver',
        'expectedOn',
      ],
      optional: ['trackingNumber', 'remarks'],
      forbid: alreadyOut,
      deviations,
      also: alsoTakenOut,
    },
    received: {
      title: '受領の確認',
      from: ['sent'],
      nature: 'fact',
      by: keepers,
      required: ['receivedBy'],
      optional: ['remarks'],
      also: (attempt) => closeTakeOut(attempt, 'handed-to-client'),
    },
    undelivered: {
      title: '返送の受取り',
      from: ['sent'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
      also: (attempt) => closeTakeOut(attempt, 'returned'),
    },
  },
  final: ['received', 'undelivered'],
  correctable: ['contents', 'purpose', 'trackingNumber', 'expectedOn', 'remarks'],
});

function alreadyOut({ contract, values }: Attempt): Refusal | null {
  const out = textsOf(values, 'things').find((thing) => outUnder(contract, thing) !== undefined);
  if (out === undefined) return null;
  return misfit('thing-not-here', { thing: out, where: outUnder(contract, out)?.id ?? '' });
}

/** By a carrier it must be traceable, with its number; in person there is no carrier. */
function deviations(attempt: Attempt): readonly DeviationFound[] {
  const { values } = attempt;
  const method = textOf(values, 'method') ?? '';
  const isTraced = method === 'in-person' || textOf(values, 'trackingNumber') !== null;
  const found: DeviationFound[] = [];
  if (!traceable.includes(method) || !isTraced) {
    found.push({ code: 'untraceable-sending', duty: 'sending-register' });
  }
  if (isRecordedLate(attempt.contract, attempt)) {
    found.push({ code: 'recorded-late', duty: 'sending-register' });
  }
  return found;
}

function alsoTakenOut({ id, values, changes }: Attempt): readonly Consequence[] {
  const {
    things: carried,
    destination,
    protection: measure,
    approver,
    sender,
    expectedOn,
  } = values;
  const facts = {
    things: carried ?? [],
    destination: destination ?? '',
    protection: measure ?? '',
  };
  const people = { carrier: sender ?? '', approver: approver ?? '' };
  return [
    {
      declaration: 'take-out',
      step: 'taken',
      case: null,
      values: { ...facts, ...people, plannedReturnOn: expectedOn ?? '', sending: id },
      particulars: { contents: changes['contents'] ?? '', purpose: changes['purpose'] ?? '' },
    },
  ];
}

function closeTakeOut(
  { contract, id, values, changes }: Attempt,
  step: 'handed-to-client' | 'returned',
): readonly Consequence[] {
  const line = [...openCasesOf(contract, 'take-out')].find(
    (found) => textOf(found.values, 'sending') === id && found.status === 'taken',
  );
  if (line === undefined) return [];
  const sender = values['sender'] ?? '';
  const closing =
    step === 'returned'
      ? { values: { returner: sender, returnConfirmedBy: sender } }
      : { values: {}, particulars: { receivedBy: changes['receivedBy'] ?? '' } };
  return [{ declaration: 'take-out', step, case: line.id, ...closing }];
}
