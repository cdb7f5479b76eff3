import { appointmentFiling } from './appointment-filing.ts';

/** Filing of the audit officer (監査責任者の届出), clause 7. */
export const auditOfficerFiling = appointmentFiling({
  office: 'audit-officer',
  title: '監査責任者選任届',
  duty: 'audit-officer',
  isFormDesignated: true,
});
