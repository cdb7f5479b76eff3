import { type StepTaken, textOf, textsOf } from '../../engine/case.ts';
import { caseOf, casesOf } from '../../engine/contract.ts';
import type { Attempt, CaseDeclaration } from '../../engine/declaration.ts';
import { someOf } from '../../engine/field.ts';
import type { Office } from '../../engine/offices.ts';
import { misfit } from '../../engine/refusal.ts';
import { type Filing, filing } from '../../presets/filing.ts';
import { filingOfOffice } from '../papers.ts';
import { periodOf } from '../period.ts';
import { appointmentsOn } from '../questions.ts';

/** What one filing of an office declares beside what all of them have. */
type Declared = Pick<Filing, 'title' | 'mayState' | 'fill' | 'isFormDesignated' | 'substitute'> & {
  readonly office: Office;
  readonly duty: NonNullable<Filing['duty']>;
  readonly fields?: Filing['fields'];
};

/** The filing by which an office's holders are submitted to the client: all who hold or will hold it. */
export function appointmentFiling({ office, ...declared }: Declared): CaseDeclaration {
  const { title, fields = {}, fill } = declared;
  return filing({
    ...declared,
    name: filingOfOffice(office),
    fields: { appointments: someOf('対象者', office), ...fields },
    fill: (attempt) => ({
      appointments: currentAppointments(attempt, office),
      ...fill?.(attempt),
    }),
    forbid: ({ values }) =>
      textsOf(values, 'appointments').length === 0 ? misfit('nobody-to-file', { title }) : null,
    isOutdated: hasChangedSince,
    indexedBy: ['appointments'],
  });
}

/** Whether a period, a range or a person the paper names has changed since it was made. */
function hasChangedSince({ contract, values }: Attempt, madeAt: number): boolean {
  return textsOf(values, 'appointments').some((id) => {
    const appointment = caseOf(contract, id);
    const holder = caseOf(contract, textOf(appointment?.values ?? {}, 'person') ?? '');
    const isPeriodNew = appointment?.steps.some(({ sequence }) => sequence > madeAt) ?? false;
    return isPeriodNew || (holder?.steps.some((taken) => isShown(taken, madeAt)) ?? false);
  });
}

const isShown = ({ sequence, values, given }: StepTaken, madeAt: number) =>
  sequence > madeAt && [...Object.keys(values), ...given].some((name) => shown.includes(name));

/** What of a person stands on the paper. */
const shown: readonly string[] = ['name', 'affiliation', 'post'];

function currentAppointments({ contract, today }: Attempt, office: Office): readonly string[] {
  const current = appointmentsOn(contract, office, today);
  const coming = [...casesOf(contract, office)].filter(
    ({ values, status }) =>
      !['ended', 'cancelled'].includes(status) && periodOf(values).from > today,
  );
  return [...current, ...coming].map(({ id }) => id);
}
