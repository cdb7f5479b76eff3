import type { DutyId } from '@kanribo/annex';
import type { Duty } from '../engine/standing.ts';
import { resubcontractApprovalDuty } from './duties/resubcontract-approval.ts';
import { resubcontractConfirmationDuty } from './duties/resubcontract-confirmation.ts';
import { resubcontractNoticeDuty } from './duties/resubcontract-notice.ts';
import { resubcontractSupervisionDuty } from './duties/resubcontract-supervision.ts';
import { subcontractApprovalDuty } from './duties/subcontract-approval.ts';
import { subcontractClausesDuty } from './duties/subcontract-clauses.ts';
import { subcontractConfirmationDuty } from './duties/subcontract-confirmation.ts';
import { subcontractSupervisionDuty } from './duties/subcontract-supervision.ts';

/** Duties this area watches. */
export const subcontractsDuties = {
  'subcontract-approval': subcontractApprovalDuty,
  'subcontract-confirmation': subcontractConfirmationDuty,
  'resubcontract-approval': resubcontractApprovalDuty,
  'resubcontract-confirmation': resubcontractConfirmationDuty,
  'resubcontract-notice': resubcontractNoticeDuty,
  'subcontract-clauses': subcontractClausesDuty,
  'subcontract-supervision': subcontractSupervisionDuty,
  'resubcontract-supervision': resubcontractSupervisionDuty,
} as const satisfies Partial<Record<DutyId, Duty>>;
