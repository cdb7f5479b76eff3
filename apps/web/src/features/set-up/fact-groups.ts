import type { FieldGroup } from '../../ui/case-form/grouped-form.tsx';
import { messages } from './messages.ts';

const { groups } = messages.facts;

/** The fields of the contract's facts under the headings they are asked under. */
export const factGroups: readonly FieldGroup[] = [
  {
    title: groups.parties,
    fields: [
      'title',
      'client',
      'clientAddressee',
      'contractor',
      'contractorAddress',
      'contractorRepresentative',
      'clientReference',
    ],
  },
  { title: groups.period, fields: ['startsOn', 'endsOn', 'handlingFrom'] },
  {
    title: groups.situation,
    lead: groups.situationLead,
    fields: [
      'handlesAffairs',
      'usesExternalServices',
      'providesExternalServices',
      'severalDepartments',
      'worksAtClientPremises',
    ],
  },
  {
    title: groups.agreed,
    lead: groups.agreedLead,
    fields: [
      'promptDays',
      'recordWithinDays',
      'rulesReviewMonths',
      'trainingMonths',
      'inspectionMonths',
      'logRetentionDays',
      'logAnalysisDays',
      'patternAgeDays',
      'patchAgeDays',
    ],
  },
];
