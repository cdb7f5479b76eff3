import { isYes, textOf } from '../engine/case.ts';
import { casesOf } from '../engine/contract.ts';
import type { Attempt, Consequence } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, flag, oneOf, text } from '../engine/field.ts';
import { offices } from '../engine/offices.ts';
import { personChanged } from './change.ts';
import { isAllowedOn } from './outside-permission.ts';
import { isReversed, periodOf } from './period.ts';

const keepers = ['set-up', 'chief-officer', 'manager'] as const;

/** What makes somebody related staff beside an office (その他の関係従業者, clause 11.1). */
const relations = [
  'isWorker',
  'isAdministrator',
  'isOnEntryList',
  'isKeyHolder',
  'isDirector',
  'isDispatched',
] as const;

const details = ['kana', 'post', 'department'] as const;

/** A person (関係者): staff of the contractor, dispatched staff, officers of the client. */
export const person = declareCase({
  name: 'person',
  preset: 'basics',
  title: '関係者',
  duty: null,
  house: true,
  identifiedBy: ['name', 'affiliation'],
  fields: {
    name: text('氏名', 60),
    kana: text('ふりがな', 60),
    affiliation: text('所属（派遣の場合は派遣元）', 100),
    post: text('役職', 60),
    department: oneOf('部署', 'department'),
    party: choice('当事者', {
      contractor: '受託者（乙）',
      subcontractor: '再委託先',
      client: '委託者（甲）',
    }),
    isWorker: flag('受託業務の従事者'),
    isAdministrator: flag('システム管理者'),
    isOnEntryList: flag('管理区域に入室できる者'),
    isKeyHolder: flag('鍵の保管者'),
    isDirector: flag('役員'),
    isDispatched: flag('派遣労働者'),
    reason: text('理由', 400),
  },
  steps: {
    recorded: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: keepers,
      required: ['name', 'affiliation', 'party', 'isWorker'],
      optional: [...details, ...relations.filter((name) => name !== 'isWorker')],
    },
    changed: {
      title: '変更',
      from: ['recorded', 'changed'],
      nature: 'fact',
      by: keepers,
      required: [],
      optional: ['name', 'affiliation', ...details, ...relations],
      also: personChanged,
      warnings: becomesUnrightful,
    },
    left: {
      title: '退職・転出等',
      from: ['recorded', 'changed'],
      nature: 'fact',
      by: keepers,
      required: [],
      optional: ['reason'],
      also: officesEnded,
    },
  },
  final: ['left'],
});

/**
 * Who leaves, leaves every office at once (clause 9.1): each running period ends that day, and what
 * was to begin later does not.
 */
function officesEnded({ contract, id, occurredOn }: Attempt): readonly Consequence[] {
  return offices.flatMap((office) =>
    [...casesOf(contract, office)].flatMap((found) => {
      const { from, until } = periodOf(found.values);
      const isOver = until !== null && until < occurredOn;
      if (textOf(found.values, 'person') !== id || isOver || found.status === 'cancelled')
        return [];
      const about = { declaration: office, case: found.id };
      if (from > occurredOn) return [{ ...about, step: 'cancelled', values: {} }];
      return [{ ...about, step: 'ended', values: { until: occurredOn } }];
    }),
  );
}

/** Who holds an office that a worker may not (7), or only a worker may (8), and becomes the other. */
function becomesUnrightful({ contract, id, occurredOn, changes, values }: Attempt) {
  if (changes['isWorker'] === undefined) return [];
  const office = isYes(values, 'isWorker') ? 'audit-officer' : 'manager';
  const holds = [...casesOf(contract, office)].some((found) => {
    const period = periodOf(found.values);
    const isOver = period.until !== null && period.until < occurredOn;
    return textOf(found.values, 'person') === id && !isOver && !isReversed(period);
  });
  if (!holds || isAllowedOn(contract, { office, person: id, day: occurredOn })) return [];
  return [
    office === 'manager'
      ? ('manager-no-worker-any-more' as const)
      : ('audit-officer-is-worker' as const),
  ];
}
