import type { DeclarationAnswer } from '@kanribo/api';

/** The filing by which appointments of this kind are submitted to the client (6 to 9.1). */
export function filingOf(
  declarations: readonly DeclarationAnswer[],
  appointment: DeclarationAnswer | undefined,
): DeclarationAnswer | undefined {
  if (appointment?.preset !== 'appointment') return undefined;
  return declarations.find(
    ({ preset, fields }) =>
      preset === 'filing' &&
      fields.some(({ name, of }) => name === 'appointments' && of?.includes(appointment.name)),
  );
}
