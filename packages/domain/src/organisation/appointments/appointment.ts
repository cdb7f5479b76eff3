import type { DutyId } from '@kanribo/annex';
import { type JsonObject, addDays } from '@kanribo/kernel';
import { dayValue } from '../../contract/questions.ts';
import { textOf } from '../../engine/case.ts';
import { caseOf, casesOf } from '../../engine/contract.ts';
import type { Attempt, CaseDeclaration, Role, Step } from '../../engine/declaration.ts';
import { declareCase } from '../../engine/declare.ts';
import { type Fields, day, person, text } from '../../engine/field.ts';
import type { Office } from '../../engine/offices.ts';
import { type Refusal, misfit } from '../../engine/refusal.ts';
import { officeTitles } from '../../engine/titles.ts';
import { appointmentChanged } from '../change.ts';
import { isReversed, overlap, periodOf } from '../period.ts';

/** What one office declares beside what all appointments have. */
export interface Appointment {
  readonly office: Office;
  readonly duty: DutyId;
  readonly fields?: Fields;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Whether the planned end must be stated; otherwise it may be left open. */
  readonly isEndStated: boolean;
  readonly forbid: (attempt: Attempt) => Refusal | null;
  readonly warnings?: Step['warnings'];
  /** Who else may appoint to it. */
  readonly appointedBy?: readonly Role[];
  /** Steps of this office alone, while it is held. */
  readonly meanwhile?: Readonly<Record<string, Step>>;
}

/** The statuses in which an appointment runs or is to run. */
export const held = ['appointed', 'extended'] as const;

const appointers = ['set-up', 'chief-officer'] as const;

/** An appointment (選任) to an office of 6 to 9: appointed → extended → ended, or cancelled before it begins. */
export function appointment(declared: Appointment): CaseDeclaration {
  const { office, duty, isEndStated, required = [], optional = [] } = declared;
  const forbid = (attempt: Attempt) => doesNotFit(office, attempt) ?? declared.forbid(attempt);
  return declareCase({
    name: office,
    preset: 'appointment',
    title: `${officeTitles[office]}の選任`,
    duty,
    fields: { ...periodFields, ...declared.fields },
    steps: {
      appointed: {
        title: '選任',
        from: ['new'],
        nature: 'act',
        by: [...appointers, ...(declared.appointedBy ?? [])],
        required: ['person', 'from', ...(isEndStated ? ['until'] : []), ...required],
        optional: [...(isEndStated ? [] : ['until']), ...optional],
        forbid,
        ...(declared.warnings && { warnings: declared.warnings }),
      },
      ...declared.meanwhile,
      extended: {
        title: '期間の変更',
        from: held,
        nature: 'act',
        by: appointers,
        required: ['until'],
        optional: ['reason'],
        forbid,
        also: appointmentChanged,
      },
      ended: {
        title: '離任',
        from: [...held, 'ended'],
        nature: 'fact',
        by: [...appointers, 'manager'],
        required: ['until'],
        optional: ['reason'],
        forbid: endsOutside,
        also: appointmentChanged,
      },
      cancelled: {
        title: '就任前の取消し',
        from: held,
        nature: 'fact',
        by: [...appointers, 'manager'],
        required: [],
        optional: ['reason'],
        fill: emptied,
        forbid: begun,
        also: appointmentChanged,
      },
    },
  });
}

const periodFields: Fields = {
  person: person('氏名'),
  from: day('従事期間（開始日）'),
  until: day('従事期間（終了予定日）'),
  reason: text('理由', 400),
};

/**
 * Leaving ends the period where it is or earlier. A later end would be an extension, which is held
 * against the separation of offices first.
 */
function endsOutside({ values, before }: Attempt): Refusal | null {
  const period = periodOf(values);
  if (isReversed(period)) return misfit('end-before-start');
  const until = before === undefined ? null : periodOf(before.values).until;
  return until !== null && until < (period.until ?? '')
    ? misfit('end-after-period', { until })
    : null;
}

/** What never begins, ends on the day before it would have begun: its period has no day. */
function emptied({ before, values, occurredOn }: Attempt): JsonObject {
  const from = dayValue(before, 'from');
  const until = from !== null && from > occurredOn ? addDays(from, -1) : textOf(values, 'until');
  return until === null ? {} : { until };
}

function begun({ values, occurredOn }: Attempt): Refusal | null {
  return periodOf(values).from <= occurredOn ? misfit('office-begun') : null;
}

/** The same person holds an office once at a time, and a period has at least one day. */
function doesNotFit(office: Office, { contract, id, values }: Attempt): Refusal | null {
  const period = periodOf(values);
  if (isReversed(period)) return misfit('period-reversed');
  const holder = textOf(values, 'person') ?? '';
  if (caseOf(contract, holder)?.status === 'left') return misfit('person-left', { person: holder });
  for (const other of casesOf(contract, office)) {
    if (other.id === id || textOf(other.values, 'person') !== holder) continue;
    if (overlap(periodOf(other.values), period)) {
      return misfit('office-held-already', { person: holder, office: officeTitles[office] });
    }
  }
  return null;
}
