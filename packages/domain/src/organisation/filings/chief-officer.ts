import { appointmentFiling } from './appointment-filing.ts';

/** Filing of the chief officer (総括責任者の届出), clause 6. */
export const chiefOfficerFiling = appointmentFiling({
  office: 'chief-officer',
  title: '総括責任者設置届',
  duty: 'chief-officer',
  isFormDesignated: true,
});
