import type { DutyId } from '@kanribo/annex';
import type { CaseDeclaration, Attempt } from '../../engine/declaration.ts';
import { someOf } from '../../engine/field.ts';
import type { Office } from '../../engine/offices.ts';
import { misfit } from '../../engine/refusal.ts';
import { filing } from '../../presets/filing.ts';
import { appointmentsOn, filingOfOffice } from '../questions.ts';
import { textsOf } from '../../engine/case.ts';
import { periodOf } from '../period.ts';
import { casesOf } from '../../engine/contract.ts';

/** The filing by which an office's holders are submitted to the client: all who hold or will hold it. */
export function appointmentFiling(declared: {
  readonly office: Office;
  readonly title: string;
  readonly duty: DutyId;
}): CaseDeclaration {
  const { office, title, duty } = declared;
  return filing({
    name: filingOfOffice(office),
    title,
    duty,
    fields: { appointments: someOf('対象者', office) },
    fill: (attempt) => ({ appointments: currentAppointments(attempt, office) }),
    forbid: ({ values }) =>
      textsOf(values, 'appointments').length === 0 ? misfit('nobody-to-file', { title }) : null,
  });
}

function currentAppointments({ contract, today }: Attempt, office: Office): readonly string[] {
  const current = appointmentsOn(contract, office, today);
  const coming = [...casesOf(contract, office)].filter(
    ({ values, status }) => status !== 'ended' && periodOf(values).from > today,
  );
  return [...current, ...coming].map(({ id }) => id);
}
