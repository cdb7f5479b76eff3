import { type Case, textOf, textsOf } from '../engine/case.ts';
import { type Contract, caseOf } from '../engine/contract.ts';
import type { Attempt, Consequence, DeviationFound } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import {
  type Fields,
  choice,
  flag,
  oneOf,
  person,
  place,
  someOf,
  text,
  thing as thingField,
  token,
} from '../engine/field.ts';
import { isNow } from '../engine/fitting.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';
import { isFiledPersonAt } from '../organisation/questions.ts';
import type { WarningCode } from '../refusals/warnings.ts';
import { linesOutAt, linesOutNow } from './out.ts';
import { approvalOfTakeOut, endedStatuses, isArea } from './questions.ts';

/** Steps that end a thing start only from where it is kept. */
const kept = ['received', 'made', 'moved'];
/** What was lost may turn up anywhere, its end included. */
const known = [...kept, 'lost'];
const keepers = ['set-up', 'chief-officer', 'manager', 'handler'] as const;
const described = ['label', 'kind', 'owner', 'isEncrypted', 'contents', 'place', 'custodian'];

/** What kinds of things (種別) there are. */
export const thingKinds: Readonly<Record<string, string>> = {
  paper: '印刷物・文書',
  medium: '記録媒体',
  device: '情報システム機器',
  key: '鍵',
  package: '暗号化した受渡しファイル',
};

const fields: Fields = {
  label: token('管理番号'),
  kind: choice('種別', thingKinds),
  owner: choice('所有', { client: '委託者から提供', contractor: '受託者の所有' }),
  isEncrypted: flag('暗号化している'),
  contents: text('含まれる情報', 400),
  place: place('保管場所'),
  custodian: person('保管者'),
  purposes: someOf('利用目的', 'purpose'),
  receiver: person('受領した者'),
  copyOf: thingField('複製元'),
  copyLine: oneOf('複製の記録', 'copy'),
  under: oneOf('持出しの記録', 'take-out'),
  reason: text('理由', 400),
};

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
  identifiedBy: ['label'],
  fields,
  steps: {
    received: {
      title: '受領',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: described,
      optional: ['purposes', 'receiver'],
      deviations: receivedByOther,
    },
    made: {
      title: '作成・複製',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: described,
      optional: ['purposes', 'copyOf', 'copyLine'],
      also: alsoCopied,
    },
    moved: {
      title: '保管場所・保管者の変更',
      from: known,
      nature: 'fact',
      by: keepers,
      required: ['place', 'custodian'],
      optional: ['reason', 'under'],
      forbid: isOut,
      deviations: movedAgainst,
    },
    lost: {
      title: '紛失の判明',
      from: kept,
      nature: 'fact',
      by: keepers,
      required: ['reason'],
      optional: [],
      deviations: () => [{ code: 'lost', duty: 'incident-first-report' }],
    },
    found: {
      title: '発見',
      from: ['lost'],
      to: 'moved',
      nature: 'fact',
      by: keepers,
      required: ['place', 'custodian'],
      optional: ['reason'],
    },
    'returned-to-client': {
      ...ending('委託者への返還'),
      warnings: (attempt) => ['return-belongs-in-register', ...endedWhileOut(attempt)],
    },
    destroyed: { ...ending('廃棄'), warnings: endedWhileOut },
    'handed-over': {
      title: '引渡し',
      from: known,
      nature: 'fact',
      by: ['software'],
      required: [],
      optional: [],
    },
  },
  final: ['returned-to-client', 'destroyed', 'handed-over'],
  correctable: ['label', 'kind', 'isEncrypted', 'contents', 'purposes', 'receiver'],
  isVoidable: true,
});

function ending(title: string) {
  return {
    title,
    from: known,
    nature: 'fact',
    by: keepers,
    required: ['reason'],
    optional: [],
    also: endedOutside,
  } as const;
}

/** What ends where it was taken ends its line too, once nothing of that line is left. */
function endedOutside({ contract, id, occurredAt }: Attempt): readonly Consequence[] {
  return linesOutNow(contract, id)
    .filter((line) => line.steps[0].occurredAt <= occurredAt)
    .filter((line) => textsOf(line.values, 'things').every((one) => hasEnded(contract, one, id)))
    .map((line) => ({ declaration: 'take-out', step: 'ended-outside', case: line.id, values: {} }));
}

const hasEnded = (contract: Contract, one: string, now: string) =>
  one === now || endedStatuses.includes(caseOf(contract, one)?.status ?? '');

/** Ended while it was out: nobody needs to say that it came back first. */
function endedWhileOut({ contract, id }: Attempt): readonly WarningCode[] {
  return linesOutNow(contract, id).length > 0 ? ['ended-while-out'] : [];
}

/** What is moved now is here; a move in the past is held against where the thing was then. */
function isOut(attempt: Attempt): Refusal | null {
  const { contract, id, occurredAt } = attempt;
  const [line] = linesOutAt(contract, id, occurredAt);
  if (line === undefined || !isNow(attempt)) return null;
  return {
    ...misfit('thing-not-here', { thing: id, where: `持出中：${line.id}` }),
    wayOut: [wayOut('record-return', { case: line.id }), wayOut('state-when-it-happened')],
  };
}

function movedAgainst(attempt: Attempt): readonly DeviationFound[] {
  const { contract, id, occurredAt } = attempt;
  const wasOut = !isNow(attempt) && linesOutAt(contract, id, occurredAt).length > 0;
  const found: readonly DeviationFound[] = wasOut
    ? [{ code: 'register-contradicted', duty: 'take-out-register' }]
    : [];
  return [...leftArea(attempt), ...found];
}

/** What comes in is taken over by a manager or a handler only (19(1)). */
function receivedByOther(attempt: Attempt): readonly DeviationFound[] {
  const { contract, values, occurredAt, occurredOn } = attempt;
  const act = { at: occurredAt, on: occurredOn };
  const receiver = textOf(values, 'receiver');
  if (receiver === null || isFiledPersonAt(contract, receiver, act)) return [];
  return [{ code: 'received-by-other', duty: 'hand-over-persons' }];
}

/**
 * A move out of the area a thing is kept in is a take-out (20(3)): it needs the client's approval,
 * and a line of the take-out register, which names the move where it led to it.
 */
function leftArea(attempt: Attempt): readonly DeviationFound[] {
  const { contract, id, before, values, occurredAt, occurredOn } = attempt;
  const [from, to] = [textOf(before?.values ?? {}, 'place'), textOf(values, 'place')];
  const isKey = textOf(values, 'kind') === 'key';
  if (isKey || from === to || !isArea(contract, from) || isUnderLine(attempt)) return [];
  const act = { at: occurredAt, on: occurredOn, values: { things: [id], destination: to } };
  const found: DeviationFound[] = [{ code: 'move-not-in-register', duty: 'take-out-register' }];
  if (approvalOfTakeOut(contract, act) !== undefined) return found;
  return [{ code: 'take-out-without-approval', duty: 'take-out-approval' }, ...found];
}

/** Whether a line of the take-out register ended with this move. */
function isUnderLine({ contract, id, changes, values }: Attempt): boolean {
  const line: Case | undefined = caseOf(contract, textOf(changes, 'under') ?? '');
  return (
    line?.status === 'stored' &&
    textsOf(line.values, 'things').includes(id) &&
    textOf(line.values, 'destination') === textOf(values, 'place')
  );
}

/** A copy stands in the register of copies: by the line named, or by one of its own. */
function alsoCopied({ contract, values }: Attempt): readonly Consequence[] {
  const source = textOf(values, 'copyOf');
  if (source === null) return [];
  const line = caseOf(contract, textOf(values, 'copyLine') ?? '');
  if (line?.status === 'made' && textsOf(line.values, 'sources').includes(source)) return [];
  const copied = { sources: [source], count: 1, method: 'duplicate' };
  return [{ declaration: 'copy', step: 'made', case: null, values: copied }];
}
