import { appointmentFiling } from './appointment-filing.ts';

/** Filing of the managers (管理責任者の届出), clause 8. */
export const managerFiling = appointmentFiling({
  office: 'manager',
  title: '管理責任者選任届',
  duty: 'manager',
  isFormDesignated: true,
});
