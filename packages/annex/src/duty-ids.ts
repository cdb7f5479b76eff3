/**
 * Every duty the software knows, by its stable id. Code cites these ids; which clause of a
 * contract's annex states a duty is the business of that contract's profile.
 */
export const dutyIds = [
  'chief-officer',
  'audit-officer',
  'manager',
  'handlers-list',
  'change-filing',
  'sending-register',
  'take-out-approval',
  'take-out-register',
  'take-out-protection',
  'copy-approval',
] as const;

/** A duty of the contractor (義務) under the annex. */
export type DutyId = (typeof dutyIds)[number];

const known: ReadonlySet<string> = new Set(dutyIds);

/** Whether a text from outside names a duty of the catalogue. */
export function isDutyId(text: string): text is DutyId {
  return known.has(text);
}
