import { isYes, textOf, textsOf } from '../../engine/case.ts';
import type { Attempt, DeviationFound } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { type Fields, day, flag, person, text, things } from '../../engine/field.ts';
import { isDeliveredHandlerAt } from '../../organisation/questions.ts';
import type { WarningCode } from '../../refusals/warnings.ts';
import { linesOutAt } from '../../things/questions.ts';
import { contradicted, elsewhereAt, notHereNow } from '../elsewhere.ts';
import { recordedLate } from '../late.ts';
import { outsidePurpose, purposeFields, purposeNames } from '../purposes.ts';

const back = ['plannedReturnOn', 'returnConfirmedBy'];
const keepers = ['chief-officer', 'manager', 'handler'] as const;

const fields: Fields = {
  things: things('利用した文書'),
  reader: person('利用した者'),
  purpose: text('利用の目的', 400),
  ...purposeFields,
  isWithinRange: flag('定められた範囲の内'),
  plannedReturnOn: day('返却予定日'),
  returnConfirmedBy: person('返却確認者'),
  remarks: text('備考', 400),
};

/**
 * Register of the use of paper files (利用管理簿), clause 20(8): who used which file, when, for what,
 * and when it was back. Only handlers read (9), within their range (10); a manager reads only as
 * a handler.
 */
export const use = declareCase({
  name: 'use',
  preset: 'register',
  title: '利用管理簿',
  duty: 'use-register',
  fields,
  steps: {
    used: {
      title: '利用の開始',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['things', 'reader', 'purpose', 'isWithinRange'],
      optional: [...purposeNames, 'plannedReturnOn', 'remarks'],
      forbid: (attempt) => notHereNow(attempt, goneFor(attempt)),
      deviations: usedAgainst,
      warnings: usedWhileOut,
    },
    returned: {
      title: '返却',
      from: ['used'],
      nature: 'fact',
      by: keepers,
      required: ['returnConfirmedBy'],
      optional: ['remarks'],
      deviations: (attempt) => recordedLate(attempt, 'use-register'),
      warnings: returnedAs,
    },
  },
  final: ['returned'],
  correctable: ['reader', 'purpose', 'isWithinRange', ...purposeNames, ...back, 'remarks'],
  indexedBy: ['things'],
});

/** What is gone for good cannot be read; what is out is read where it is, and said so. */
function goneFor({ contract, values, occurredAt }: Attempt) {
  return elsewhereAt(contract, textsOf(values, 'things'), { at: occurredAt, aside: 'out' });
}

function usedAgainst(attempt: Attempt): readonly DeviationFound[] {
  const { contract, values, occurredAt, occurredOn } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  const found: DeviationFound[] = [];
  if (!isDeliveredHandlerAt(contract, textOf(values, 'reader') ?? '', act)) {
    found.push({ code: 'read-by-non-handler', duty: 'paper-readers' });
  }
  if (!isYes(values, 'isWithinRange')) {
    found.push({ code: 'used-outside-range', duty: 'paper-range' });
  }
  return [
    ...found,
    ...outsidePurpose(attempt),
    ...recordedLate(attempt, 'use-register'),
    ...contradicted(attempt, goneFor(attempt), 'use-register'),
  ];
}

/** What is out is read where it was taken; whoever reads the register must know. */
function usedWhileOut({ contract, values, occurredAt }: Attempt): readonly WarningCode[] {
  const isOut = textsOf(values, 'things').some(
    (thing) => linesOutAt(contract, thing, occurredAt).length > 0,
  );
  return isOut ? ['used-while-out'] : [];
}

function returnedAs({ values, occurredOn }: Attempt): readonly WarningCode[] {
  const isSame = textOf(values, 'reader') === textOf(values, 'returnConfirmedBy');
  const planned = textOf(values, 'plannedReturnOn');
  return [
    ...(isSame ? (['same-person-confirmed'] as const) : []),
    ...(planned !== null && occurredOn > planned ? (['ended-after-planned'] as const) : []),
  ];
}
