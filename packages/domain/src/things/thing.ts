import { caseOf, casesOf } from '../engine/contract.ts';
import { textOf } from '../engine/case.ts';
import { isInForce } from '../engine/covering.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, flag, person, place, text, thing as thingField, token } from '../engine/field.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';
import { textsOf } from '../engine/case.ts';
import { outUnder } from './questions.ts';

/** Steps that end a thing start only from where it is kept. */
const kept = ['received', 'made', 'moved'];
const keepers = ['set-up', 'chief-officer', 'manager', 'handler'] as const;

/**
 * A thing (対象物): a paper file, medium, device, key or package, from receipt or making to return
 * or destruction. Registers name things, never descriptions.
 */
export const thing = declareCase({
  name: 'thing',
  preset: 'basics',
  title: '対象物',
  duty: null,
  house: true,
  fields: {
    label: token('管理番号'),
    kind: choice('種別', {
      paper: '印刷物・文書',
      medium: '記録媒体',
      device: '情報システム機器',
      key: '鍵',
      package: '暗号化した受渡しファイル',
    }),
    owner: choice('所有', { client: '委託者から提供', contractor: '受託者の所有' }),
    isEncrypted: flag('暗号化している'),
    contents: text('含まれる情報', 400),
    place: place('保管場所'),
    custodian: person('保管者'),
    copyOf: thingField('複製元'),
    reason: text('理由', 400),
  },
  steps: {
    received: {
      title: '受領',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['label', 'kind', 'owner', 'isEncrypted', 'contents', 'place', 'custodian'],
      optional: [],
    },
    made: {
      title: '作成・複製',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['label', 'kind', 'owner', 'isEncrypted', 'contents', 'place', 'custodian'],
      optional: ['copyOf'],
      deviations: unapprovedCopy,
    },
    moved: {
      title: '保管場所・保管者の変更',
      from: kept,
      nature: 'fact',
      by: keepers,
      required: ['place', 'custodian'],
      optional: ['reason'],
      forbid: isOut,
    },
    'returned-to-client': ending('委託者への返還', ['reason']),
    destroyed: ending('廃棄', ['reason']),
    'handed-over': {
      title: '委託者への引渡し',
      from: kept,
      nature: 'fact',
      by: ['software'],
      required: [],
      optional: [],
    },
  },
  final: ['returned-to-client', 'destroyed', 'handed-over'],
  correctable: ['label', 'kind', 'isEncrypted', 'contents'],
});

function ending(title: string, required: readonly string[]) {
  return {
    title,
    from: kept,
    nature: 'fact',
    by: keepers,
    required,
    optional: [],
    forbid: isOut,
  } as const;
}

/** A thing that is out comes back in the take-out register first: it is never both. */
function isOut({ contract, id }: Attempt): Refusal | null {
  const line = outUnder(contract, id);
  if (line === undefined) return null;
  return {
    ...misfit('thing-not-here', { thing: id, where: `持出中：${line.id}` }),
    wayOut: [wayOut('record-return', { case: line.id })],
  };
}

/** A copy needs an approval that was in force when it was made and names what is copied (20(11)). */
function unapprovedCopy(attempt: Attempt): readonly DeviationFound[] {
  const source = textOf(attempt.values, 'copyOf');
  if (source === null || caseOf(attempt.contract, source) === undefined) return [];
  const act = { at: attempt.occurredAt, on: attempt.occurredOn };
  const isCovered = [...casesOf(attempt.contract, 'copy-approval')].some(
    (approval) => isInForce(approval, act) && textsOf(approval.values, 'things').includes(source),
  );
  return isCovered ? [] : [{ code: 'copy-without-approval', duty: 'copy-approval' }];
}
