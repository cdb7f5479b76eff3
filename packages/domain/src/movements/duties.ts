import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { copyApprovalDuty } from './duties/copy-approval.ts';
import { sendingRegisterDuty } from './duties/sending-register.ts';
import { takeOutApprovalDuty } from './duties/take-out-approval.ts';
import { takeOutProtectionDuty } from './duties/take-out-protection.ts';
import { takeOutRegisterDuty } from './duties/take-out-register.ts';

/** Duties this area watches. */
export const movementsDuties = {
  'sending-register': sendingRegisterDuty,
  'take-out-approval': takeOutApprovalDuty,
  'take-out-register': takeOutRegisterDuty,
  'take-out-protection': takeOutProtectionDuty,
  'copy-approval': copyApprovalDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
