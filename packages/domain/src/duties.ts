import type { DutyId } from '@kanribo/annex';
import type { Day } from '@kanribo/kernel';
import type { Contract } from './engine/contract.ts';
import type { Duty, Standing } from './engine/standing.ts';
import { copyApprovalDuty } from './movements/duties/copy-approval.ts';
import { sendingRegisterDuty } from './movements/duties/sending-register.ts';
import { takeOutApprovalDuty } from './movements/duties/take-out-approval.ts';
import { takeOutProtectionDuty } from './movements/duties/take-out-protection.ts';
import { takeOutRegisterDuty } from './movements/duties/take-out-register.ts';
import { auditOfficerDuty } from './organisation/duties/audit-officer.ts';
import { changeFilingDuty } from './organisation/duties/change-filing.ts';
import { chiefOfficerDuty } from './organisation/duties/chief-officer.ts';
import { handlersListDuty } from './organisation/duties/handlers-list.ts';
import { managerDuty } from './organisation/duties/manager.ts';
import { stand } from './stand.ts';

/** Every duty the software watches, by id. */
export const duties = {
  'chief-officer': chiefOfficerDuty,
  'audit-officer': auditOfficerDuty,
  manager: managerDuty,
  'handlers-list': handlersListDuty,
  'change-filing': changeFilingDuty,
  'sending-register': sendingRegisterDuty,
  'take-out-approval': takeOutApprovalDuty,
  'take-out-register': takeOutRegisterDuty,
  'take-out-protection': takeOutProtectionDuty,
  'copy-approval': copyApprovalDuty,
} as const satisfies Record<DutyId, Duty>;

/**
 * How a duty stands on a day. Pass an earlier version of the contract for what was known then
 * (*as known on*), the latest one for what had happened by then (*as happened by*).
 */
export function standingOf(contract: Contract, duty: DutyId, day: Day): Standing {
  return stand(duties[duty], contract, day);
}

/** The standing of every duty, in the annex's order: the duty map (義務マップ). */
export function dutyMap(contract: Contract, day: Day): readonly Standing[] {
  return Object.values(duties).map((duty) => stand(duty, contract, day));
}
