import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { diskDisposalApproval } from './approvals/disk-disposal.ts';
import { outsideDisposalApproval } from './approvals/outside-disposal.ts';

/** Every declared case of the area, in the order people meet them. */
export const closingCases: readonly CaseDeclaration[] = [
  diskDisposalApproval,
  application(diskDisposalApproval, { without: ['acknowledgedOn', 'decidedOn'] }),
  outsideDisposalApproval,
  application(outsideDisposalApproval),
];
