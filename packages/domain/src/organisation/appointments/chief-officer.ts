import { appointment } from './appointment.ts';

/** Chief officer (総括責任者), clause 6: finally responsible for handling. */
export const chiefOfficer = appointment({
  office: 'chief-officer',
  duty: 'chief-officer',
  isEndStated: false,
  forbid: () => null,
});
