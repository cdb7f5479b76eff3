import { isYes, textOf } from '../../engine/case.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import {
  type Fields,
  choice,
  count,
  day,
  evidence,
  flag,
  oneOf,
  person,
  place,
  text,
  things,
  trackingNumber,
} from '../../engine/field.ts';
import type { WarningCode } from '../../refusals/warnings.ts';
import { recordedLate } from '../late.ts';
import { contradictedEncryption, paperProtection, protection } from '../protection.ts';
import { purposeFields, purposeNames } from '../purposes.ts';
import { clientWord, receivedByOther, receiverFields, receiverNames } from '../recipients.ts';
import {
  awaitsReceipt,
  bulkListMissing,
  elsewhereNow,
  misreadNumber,
  sentAgainst,
} from './sending-rules.ts';
import {
  closedTakeOut,
  correctedTakeOut,
  lostTakeOut,
  openedTakeOut,
  tookOverLine,
  voidedTakeOut,
} from './sending-take-out.ts';

const what = ['things', 'contents', 'purpose', 'destination', 'method', 'protection'];
const people = ['sender', 'approver', 'expectedOn'];
const tracked = ['carrierFirm', 'trackingNumber', 'isNumberAsPrinted', 'receipt'];
const maySay = ['permit', 'paperProtection', 'count', 'list', 'clientWord', 'remarks'];
const ending = ['receivedBy', 'undeliveredCount', 'returnConfirmedBy'];
const keepers = ['chief-officer', 'manager', 'handler'] as const;

const fields: Fields = {
  things: things('送付するもの'),
  permit: oneOf('持出許可票', 'take-out'),
  contents: text('含まれる情報', 400),
  purpose: text('用途', 400),
  ...purposeFields,
  destination: place('送付先'),
  clientWord,
  count: count('通数', 1, 1_000_000),
  list: evidence('送付先の一覧'),
  method: choice('送付方法', {
    'specified-record': '特定記録郵便',
    registered: '書留',
    courier: '追跡できる宅配便',
    'in-person': '持参',
    ordinary: '普通郵便',
    internet: 'インターネット',
  }),
  carrierFirm: choice('運送事業者', {
    'japan-post': '日本郵便',
    yamato: 'ヤマト運輸',
    sagawa: '佐川急便',
    other: 'その他',
  }),
  trackingNumber: trackingNumber('追跡番号'),
  isNumberAsPrinted: flag('追跡番号は控えのとおり'),
  protection,
  paperProtection,
  sender: person('送付した者'),
  approver: person('承認者'),
  expectedOn: day('到着予定日'),
  receipt: evidence('差出しの控え・受領証'),
  receivedBy: text('受領者', 100),
  ...receiverFields,
  undeliveredCount: count('返送された通数', 0, 1_000_000),
  returnConfirmedBy: person('返送を確認した者'),
  remarks: text('備考', 400),
};

/**
 * Register of sendings (送付管理簿), clause 19(4). A sending is also a take-out: typed once, it
 * stands in both registers, and its receipt closes both. Bulk posting is one entry with its list. A
 * permit it goes under becomes its line of the other register.
 */
export const sending = declareCase({
  name: 'sending',
  preset: 'register',
  title: '送付管理簿',
  duty: 'sending-register',
  fields,
  steps: {
    sent: {
      title: '送付',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: [...what, ...people],
      optional: [...tracked, ...maySay, ...purposeNames],
      forbid: (attempt) => misreadNumber(attempt) ?? elsewhereNow(attempt),
      deviations: sentAgainst,
      warnings: sentWarnings,
      also: openedTakeOut,
    },
    received: {
      title: '受領の確認',
      from: ['sent', 'lost'],
      nature: 'fact',
      by: [...keepers, 'client-officer'],
      required: ['receivedBy'],
      optional: [...receiverNames, 'undeliveredCount', 'receipt', 'remarks'],
      deviations: (attempt) => [
        ...receivedByOther(attempt),
        ...recordedLate(attempt, 'sending-register'),
      ],
      warnings: receivedLate,
      also: (attempt) => closedTakeOut(attempt, 'handed-to-client'),
    },
    posted: {
      title: '差出しの確認（受領を確かめない郵便）',
      from: ['sent'],
      nature: 'fact',
      by: keepers,
      required: ['receipt'],
      optional: ['undeliveredCount', 'remarks'],
      forbid: awaitsReceipt,
      also: (attempt) => closedTakeOut(attempt, 'posted'),
    },
    undelivered: {
      title: '返送の受取り',
      from: ['sent', 'lost'],
      nature: 'fact',
      by: keepers,
      required: ['returnConfirmedBy', 'remarks'],
      optional: ['receipt'],
      deviations: (attempt) => recordedLate(attempt, 'sending-register'),
      also: (attempt) => closedTakeOut(attempt, 'returned'),
    },
    lost: {
      title: '紛失・不着の判明',
      from: ['sent'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
      deviations: () => [{ code: 'lost', duty: 'incident-first-report' }],
      also: lostTakeOut,
    },
  },
  final: ['received', 'posted', 'undelivered'],
  correctable: [
    ...what.filter((name) => name !== 'things'),
    ...people,
    ...tracked,
    ...maySay.filter((name) => name !== 'permit'),
    ...ending,
    ...purposeNames,
    ...receiverNames,
  ],
  correction: { forbid: misreadNumber, also: correctedTakeOut },
  voiding: { forbid: tookOverLine, also: voidedTakeOut },
});

function sentWarnings(attempt: Attempt): readonly WarningCode[] {
  const isAsPrinted = isYes(attempt.values, 'isNumberAsPrinted');
  return [
    ...(isAsPrinted ? (['number-as-printed'] as const) : []),
    ...bulkListMissing(attempt),
    ...contradictedEncryption(attempt),
  ];
}

function receivedLate({ values, occurredOn }: Attempt): readonly WarningCode[] {
  const expectedOn = textOf(values, 'expectedOn');
  return expectedOn !== null && occurredOn > expectedOn ? ['received-after-expected'] : [];
}
