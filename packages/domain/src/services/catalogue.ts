import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { externalServiceApproval } from './approvals/external-service.ts';
import { externalService } from './external-service.ts';

/** Every declared case of the area, in the order people meet them. */
export const servicesCases: readonly CaseDeclaration[] = [
  externalService,
  externalServiceApproval,
  application(externalServiceApproval),
];
