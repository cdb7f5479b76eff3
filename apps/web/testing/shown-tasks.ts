import { dutyTitles, isDutyId } from '@kanribo/annex';
import {
  type Contract,
  casesOf,
  catalogue,
  clauseOf,
  deviationSentences,
  dutyMap,
  endingSoon,
  textOf,
} from '@kanribo/domain';
import type { Day } from '@kanribo/kernel';

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

/** What waits under a contract, as the first screen shows it; simpler than the server's own. */
export function tasksOf(contract: Contract, today: Day) {
  const waiting = dutyMap(contract, today)
    .filter(({ status }) => status === 'overdue' || status === 'due')
    .flatMap(({ duty, status, dueOn, isDueByHouse, cases }) =>
      (cases.length === 0 ? [null] : cases).map((id) => ({
        kind: status,
        duty,
        clause: clauseOf(contract, duty, today),
        title: dutyTitles[duty],
        dueOn,
        isDueByHouse,
        case: id,
        of: null,
        isMine: true,
      })),
    );
  const filings = [...catalogue.values()]
    .filter(({ preset }) => preset === 'filing')
    .flatMap(({ name, title }) =>
      [...casesOf(contract, name)]
        .filter(({ status }) => status === 'submitted')
        .map(({ id }) => ({
          kind: 'client',
          duty: null,
          clause: null,
          title: `${title}の受領の確認`,
          dueOn: null,
          isDueByHouse: false,
          case: id,
          of: null,
          isMine: false,
        })),
    );
  const ending = endingSoon(contract, today).map(({ appointment, endsOn }) => ({
    kind: 'soon',
    duty: null,
    clause: null,
    title: '従事期間の終了',
    dueOn: endsOn,
    isDueByHouse: false,
    case: appointment,
    of: null,
    isMine: true,
  }));
  return [...waiting, ...deviationTasks(contract, today), ...filings, ...ending];
}

function deviationTasks(contract: Contract, today: Day) {
  return [...casesOf(contract, 'deviation')]
    .filter(({ status }) => status === 'opened')
    .map(({ id, values }) => {
      const named = textOf(values, 'duty') ?? '';
      const duty = isDutyId(named) ? named : null;
      const clause = duty === null ? null : clauseOf(contract, duty, today);
      const title = sentences.get(textOf(values, 'code') ?? '') ?? '';
      const of = textOf(values, 'of') ?? null;
      return {
        kind: 'deviation',
        duty,
        clause,
        title,
        dueOn: null,
        isDueByHouse: false,
        case: id,
        of,
        isMine: true,
      };
    });
}
