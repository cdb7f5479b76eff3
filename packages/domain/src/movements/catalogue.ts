import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { copyApproval } from './approvals/copy.ts';
import { takeOutApproval } from './approvals/take-out.ts';
import { sending } from './registers/sending.ts';
import { takeOut } from './registers/take-out.ts';

/** Every declared case of the area, in the order people meet them. */
export const movementsCases: readonly CaseDeclaration[] = [
  takeOutApproval,
  application(takeOutApproval),
  copyApproval,
  application(copyApproval),
  sending,
  takeOut,
];
