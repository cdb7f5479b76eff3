import { type DutyId, dutyTitles, isDutyId } from '@kanribo/annex';
import {
  type Case,
  type Contract,
  type Role,
  type Standing,
  caseOf,
  casesOf,
  catalogue,
  clauseOf,
  clientWords,
  deviationSentences,
  endingSoon,
  officeTitles,
  textOf,
  weightOf,
} from '@kanribo/domain';
import { type Day, parseDay } from '@kanribo/kernel';
import { mapOf } from './standings.ts';

/** Something that waits for somebody. */
export interface Task {
  readonly kind: 'overdue' | 'due' | 'deviation' | 'client' | 'soon' | 'unwitnessed';
  readonly duty: DutyId | null;
  readonly clause: string | null;
  readonly title: string;
  readonly dueOn: Day | null;
  /** Whether that day is our own rule (当社の定め). */
  readonly isDueByHouse: boolean;
  readonly case: string | null;
  /** The case a deviation is one of. */
  readonly of: string | null;
  /** Whether somebody in one of the asker's offices may do what comes next. */
  readonly isMine: boolean;
}

/** Who asks, and on which day. */
export interface Asking {
  readonly today: Day;
  readonly roles: ReadonlySet<Role>;
}

/** Everything that waits under a contract, what is overdue first. */
export function tasksOf(contract: Contract, asking: Asking): readonly Task[] {
  const standings = mapOf(contract, asking.today);
  const withStatus = (status: 'overdue' | 'due') =>
    standings
      .filter((standing) => standing.status === status)
      .flatMap((standing) => dutyTasks(contract, standing, { kind: status, asking }));
  return [
    ...withStatus('overdue'),
    ...deviationTasks(contract, asking),
    ...withStatus('due').sort(byDueDay),
    ...clientTasks(contract, asking),
    ...endingTasks(contract, asking),
  ];
}

const deviationTitles: ReadonlyMap<string, string> = new Map(Object.entries(deviationSentences));

const byDueDay = (left: Task, right: Task) => ((left.dueOn ?? '') < (right.dueOn ?? '') ? -1 : 1);

function dutyTasks(
  contract: Contract,
  { duty, dueOn, isDueByHouse, cases }: Standing,
  { kind, asking }: { readonly kind: 'overdue' | 'due'; readonly asking: Asking },
): readonly Task[] {
  const about = { kind, duty, clause: clauseOf(contract, duty, asking.today), dueOn, isDueByHouse };
  if (cases.length === 0) {
    const isMine = isOpenedBy(duty, asking.roles);
    return [{ ...about, title: dutyTitles[duty], case: null, of: null, isMine }];
  }
  return cases.map((id) => {
    const found = caseOf(contract, id);
    const of = found && catalogue.get(found.declaration)?.title;
    const title = of === undefined ? dutyTitles[duty] : `${dutyTitles[duty]}（${of}）`;
    const isMine = found !== undefined && isNextBy(found, asking.roles);
    return {
      ...about,
      title,
      case: id,
      of: null,
      isMine: isMine || isOpenedBy(duty, asking.roles),
    };
  });
}

function deviationTasks(contract: Contract, { roles, today }: Asking): readonly Task[] {
  return [...casesOf(contract, 'deviation')]
    .filter(
      (found) => found.status === 'opened' && weightOf(textOf(found.values, 'code')) !== 'house',
    )
    .map((found) => {
      const named = textOf(found.values, 'duty') ?? '';
      const duty = isDutyId(named) ? named : null;
      return {
        kind: 'deviation',
        duty,
        clause: duty === null ? null : clauseOf(contract, duty, today),
        title: deviationTitles.get(textOf(found.values, 'code') ?? '') ?? '',
        dueOn: null,
        isDueByHouse: false,
        case: found.id,
        of: textOf(found.values, 'of') ?? null,
        isMine: isNextBy(found, roles),
      };
    });
}

function clientTasks(contract: Contract, { today, roles }: Asking): readonly Task[] {
  const filings = [...catalogue.values()]
    .filter(({ preset }) => preset === 'filing')
    .flatMap(({ name, title, duty }) =>
      [...casesOf(contract, name)]
        .filter(({ status }) => status === 'submitted')
        .map((found) => ({ found, duty, title: `${title}の受領の確認`, dueOn: null })),
    );
  const words = clientWords(contract, today)
    .filter(({ isUnconfirmed }) => isUnconfirmed)
    .map(({ word, title, paperDueOn }) => ({
      found: word,
      duty: catalogue.get(word.declaration)?.duty ?? null,
      title: `${title}（口頭）の書面による確認`,
      dueOn: dayIn(paperDueOn),
    }));
  return [...filings, ...words].map(({ found, duty, title, dueOn }) => ({
    kind: 'client',
    duty,
    clause: duty === null ? null : clauseOf(contract, duty, today),
    title,
    dueOn,
    isDueByHouse: dueOn !== null,
    case: found.id,
    of: null,
    isMine: isNextBy(found, roles),
  }));
}

function endingTasks(contract: Contract, { today, roles }: Asking): readonly Task[] {
  return endingSoon(contract, today).map(({ appointment, office, endsOn }) => {
    const found = caseOf(contract, appointment);
    const duty = catalogue.get(office)?.duty ?? null;
    return {
      kind: 'soon',
      duty,
      clause: duty === null ? null : clauseOf(contract, duty, today),
      title: `${officeTitles[office]}の従事期間の終了`,
      dueOn: endsOn,
      isDueByHouse: false,
      case: appointment,
      of: null,
      isMine: found !== undefined && isNextBy(found, roles),
    };
  });
}

/** Whether one of the roles may take a step of the case from where it stands. */
function isNextBy({ declaration, status }: Case, roles: ReadonlySet<Role>): boolean {
  return Object.values(catalogue.get(declaration)?.steps ?? {}).some(
    ({ from, by }) => from.includes(status) && by.some((role) => roles.has(role)),
  );
}

/** Whether one of the roles may open a case that keeps the duty. */
function isOpenedBy(duty: DutyId, roles: ReadonlySet<Role>): boolean {
  return [...catalogue.values()].some(
    (declaration) =>
      declaration.duty === duty &&
      Object.values(declaration.steps).some(
        ({ from, by }) => from.includes('new') && by.some((role) => roles.has(role)),
      ),
  );
}

function dayIn(text: string | null): Day | null {
  const parsed = parseDay(text ?? '');
  return parsed.ok ? parsed.value : null;
}
