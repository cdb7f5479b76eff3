import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { internetEnvironmentApproval } from './approvals/internet-environment.ts';

/** Every declared case of the area, in the order people meet them. */
export const equipmentCases: readonly CaseDeclaration[] = [
  internetEnvironmentApproval,
  application(internetEnvironmentApproval),
];
