import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { copyApprovalDuty } from './duties/copy-approval.ts';
import { handOverPersonsDuty } from './duties/hand-over-persons.ts';
import { noInternetSendingDuty } from './duties/no-internet-sending.ts';
import { paperRangeDuty, paperReadersDuty, useRegisterDuty } from './duties/paper-use.ts';
import { purposeLimitDuty } from './duties/purpose-limit.ts';
import {
  mediaSendingProtectionDuty,
  paperSendingProtectionDuty,
} from './duties/sending-protection.ts';
import { sendingRegisterDuty } from './duties/sending-register.ts';
import { takeOutApprovalDuty } from './duties/take-out-approval.ts';
import { takeOutProtectionDuty } from './duties/take-out-protection.ts';
import { takeOutRegisterDuty } from './duties/take-out-register.ts';
import { thirdPartiesDuty } from './duties/third-parties.ts';

/** Duties this area watches. */
export const movementsDuties = {
  'purpose-limit': purposeLimitDuty,
  'third-parties': thirdPartiesDuty,
  'hand-over-persons': handOverPersonsDuty,
  'media-sending-protection': mediaSendingProtectionDuty,
  'paper-sending-protection': paperSendingProtectionDuty,
  'sending-register': sendingRegisterDuty,
  'no-internet-sending': noInternetSendingDuty,
  'take-out-approval': takeOutApprovalDuty,
  'take-out-register': takeOutRegisterDuty,
  'take-out-protection': takeOutProtectionDuty,
  'use-register': useRegisterDuty,
  'paper-readers': paperReadersDuty,
  'paper-range': paperRangeDuty,
  'copy-approval': copyApprovalDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
