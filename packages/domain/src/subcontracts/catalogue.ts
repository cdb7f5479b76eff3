import type { CaseDeclaration } from '../engine/declaration.ts';
import { resubcontractApproval } from './approvals/resubcontract.ts';
import { subcontractApproval } from './approvals/subcontract.ts';
import { clausesComparison } from './clauses/clauses-comparison.ts';
import { resubcontractApplication, subcontractApplication } from './filings/applications.ts';
import { resubcontractConfirmation, subcontractConfirmation } from './filings/confirmation.ts';
import { measuresCheck } from './measures/measures-check.ts';
import { subcontractHandover } from './nodes/handover.ts';
import { subcontractMember } from './nodes/member.ts';
import { subcontract } from './nodes/subcontract.ts';
import { resubcontractNotice } from './notices/resubcontract-notice.ts';
import { supervisionFinding } from './supervision/finding.ts';
import { contractObligation } from './supervision/obligation.ts';
import { subcontractSupervision } from './supervision/supervision.ts';

/** Every declared case of the area, in the order people meet them. */
export const subcontractsCases: readonly CaseDeclaration[] = [
  subcontract,
  measuresCheck,
  subcontractConfirmation,
  subcontractApplication,
  subcontractApproval,
  resubcontractConfirmation,
  resubcontractApplication,
  resubcontractNotice,
  resubcontractApproval,
  clausesComparison,
  subcontractMember,
  subcontractHandover,
  contractObligation,
  subcontractSupervision,
  supervisionFinding,
];
