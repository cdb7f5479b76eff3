import { isYes, textOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { count, day, oneOf } from '../../engine/field.ts';
import { filing } from '../../presets/filing.ts';

const offices = ['chief-officer', 'audit-officer', 'manager', 'handler'];

/**
 * Filing of a change (変更届), clause 10.1: opened by each change of what was submitted under 6 to
 * 9, with the entry that changed it, so that before and after are printed from the register.
 */
export const changeFiling = filing({
  name: 'change-filing',
  title: '変更届',
  duty: 'change-filing',
  fields: {
    of: oneOf('届出済みの選任', ...offices),
    changed: oneOf('変更のあった記録', 'person', ...offices),
    changedOn: day('変更日'),
    changeEntry: count('変更の記録番号', 0, Number.MAX_SAFE_INTEGER),
    dueOn: day('提出期限'),
  },
  opening: {
    opened: {
      title: '変更の発生',
      from: ['new'],
      nature: 'fact',
      by: ['software'],
      required: ['of', 'changed', 'changedOn', 'changeEntry', 'dueOn'],
      optional: [],
    },
  },
  substitute: {
    duty: 'change-filing',
    title: '情報セキュリティに関する特記事項に基づく届出',
    needed: (attempt) =>
      isAboutWorker(attempt) ? ['includesThisFiling', 'namesHandlers'] : ['includesThisFiling'],
  },
  indexedBy: ['of'],
  deviations: ({ values, occurredOn }) =>
    occurredOn > (textOf(values, 'dueOn') ?? '')
      ? [{ code: 'change-filed-late', duty: 'change-filing' }]
      : [],
});

/** Whether the change is one of a worker (従事者): a handler, or whoever works under the contract. */
function isAboutWorker({ contract, values }: Attempt): boolean {
  const appointment = caseOf(contract, textOf(values, 'of') ?? '');
  const holder = caseOf(contract, textOf(appointment?.values ?? {}, 'person') ?? '');
  return appointment?.declaration === 'handler' || isYes(holder?.values ?? {}, 'isWorker');
}
