import { textOf } from '../../engine/case.ts';
import { declareCase } from '../../engine/declare.ts';
import {
  type Fields,
  day,
  evidence,
  oneOf,
  person,
  place,
  text,
  things,
} from '../../engine/field.ts';
import { contradictedEncryption, paperProtection, protection } from '../protection.ts';
import { purposeFields, purposeNames, purposeNotChosen } from '../purposes.ts';
import { clientWord, receiverFields, receiverNames, recipientNotAllowed } from '../recipients.ts';
import { carrierNotFiled, notHere, papersOutstanding, unapproved } from './take-out-permit.ts';
import {
  endsAgainst,
  handedOverAgainst,
  isUnlinked,
  lostAgainst,
  takenAgainst,
} from './take-out-deviations.ts';
import {
  confirmedBySame,
  correctedUnderSending,
  endsLate,
  endedThings,
  endsUnfit,
  handedOver,
  incomplete,
  notHereAt,
  notKeptAt,
  returnerMissing,
  storedThere,
  voidedUnderSending,
} from './take-out-rules.ts';

const keepers = ['chief-officer', 'manager', 'handler'] as const;
const line = ['things', 'contents', 'purpose', 'destination', 'carrier', 'approver'];
const out = ['taken', 'lost'];
const details = ['plannedReturnOn', 'paperProtection', 'clientWord', 'remarks', 'sending'];
const mended = ['contents', 'purpose', 'destination', 'clientWord', 'carrier', 'approver'];
const mendedMeasures = ['plannedReturnOn', 'protection', 'paperProtection'];
const mendedEnd = ['returner', 'returnConfirmedBy', 'receivedBy', 'receipt', 'remarks'];

const fields: Fields = {
  things: things('持ち出すもの'),
  contents: text('含まれる情報', 400),
  purpose: text('用途', 400),
  ...purposeFields,
  destination: place('持ち出し先'),
  clientWord,
  carrier: person('持ち出した者'),
  approver: person('承認者'),
  plannedReturnOn: day('返却予定日'),
  protection,
  paperProtection,
  sending: oneOf('送付の記録', 'sending'),
  returnConfirmedBy: person('返却確認者'),
  returner: person('返却した者'),
  custodian: person('移動先の保管者'),
  receivedBy: text('受領者（委託者）', 100),
  ...receiverFields,
  receipt: evidence('受領証'),
  remarks: text('備考', 400),
};

/**
 * Register of take-outs (持出管理簿), clause 20(4), moves between areas included. `permitted` is an
 * act of the software, refused without the client's approval; `taken` is the fact, accepted as it
 * was and marked. The kind follows from the things, day and time from the step.
 */
export const takeOut = declareCase({
  name: 'take-out',
  preset: 'register',
  title: '持出管理簿',
  duty: 'take-out-register',
  fields,
  steps: {
    permitted: {
      title: '許可票の発行',
      from: ['new'],
      nature: 'act',
      by: ['chief-officer', 'manager'],
      required: [...line, 'plannedReturnOn'],
      optional: ['use', 'clientWord', 'remarks'],
      forbid: (attempt) =>
        papersOutstanding(attempt) ??
        carrierNotFiled(attempt) ??
        notHere(attempt) ??
        purposeNotChosen(attempt) ??
        recipientNotAllowed(attempt) ??
        unapproved(attempt),
    },
    taken: {
      title: '持出',
      from: ['new', 'permitted'],
      nature: 'fact',
      by: keepers,
      required: ['protection'],
      optional: [...line, ...details, ...purposeNames],
      forbid: (attempt) => incomplete(attempt) ?? notHereAt(attempt),
      deviations: takenAgainst,
      warnings: (attempt) => [
        ...(textOf(attempt.values, 'plannedReturnOn') === null
          ? (['return-not-planned'] as const)
          : []),
        ...(isUnlinked(attempt) ? contradictedEncryption(attempt) : []),
      ],
    },
    returned: {
      title: '返却',
      from: out,
      nature: 'fact',
      by: keepers,
      required: ['returnConfirmedBy'],
      optional: ['returner', 'remarks'],
      forbid: (attempt) => endsUnfit(attempt) ?? returnerMissing(attempt),
      deviations: endsAgainst,
      warnings: (attempt) => [...confirmedBySame(attempt), ...endsLate(attempt)],
    },
    'handed-to-client': {
      title: '委託者等への引渡し',
      from: out,
      nature: 'fact',
      by: keepers,
      required: ['receivedBy'],
      optional: [...receiverNames, 'receipt', 'remarks'],
      forbid: endsUnfit,
      deviations: handedOverAgainst,
      warnings: endsLate,
      also: handedOver,
    },
    stored: {
      title: '移動先での保管',
      from: out,
      nature: 'fact',
      by: keepers,
      required: ['custodian', 'returnConfirmedBy'],
      optional: ['remarks'],
      forbid: (attempt) => endsUnfit(attempt) ?? notKeptAt(attempt),
      deviations: endsAgainst,
      warnings: endsLate,
      also: storedThere,
    },
    posted: {
      title: '差出しの確認',
      from: out,
      nature: 'fact',
      by: ['software'],
      required: [],
      optional: [],
      also: handedOver,
    },
    'sent-on': {
      title: '送付への引継ぎ',
      from: ['taken'],
      nature: 'fact',
      by: ['software'],
      required: [],
      optional: [],
    },
    'ended-outside': {
      title: '持ち出し先での廃棄・返還',
      from: out,
      nature: 'fact',
      by: ['software'],
      required: [],
      optional: [],
    },
    lost: {
      title: '紛失の判明',
      from: ['taken'],
      nature: 'fact',
      by: keepers,
      required: ['remarks'],
      optional: [],
      forbid: endsUnfit,
      deviations: lostAgainst,
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
  final: [
    'returned',
    'handed-to-client',
    'stored',
    'posted',
    'sent-on',
    'ended-outside',
    'cancelled',
  ],
  correctable: [...mended, ...mendedMeasures, ...mendedEnd, ...purposeNames, ...receiverNames],
  correction: { forbid: correctedUnderSending },
  voiding: { forbid: (attempt) => voidedUnderSending(attempt) ?? endedThings(attempt) },
  indexedBy: ['sending', 'things'],
});
