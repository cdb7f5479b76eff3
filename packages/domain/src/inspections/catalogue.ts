import type { CaseDeclaration } from '../engine/declaration.ts';
import { complianceReport } from './filings/compliance-report.ts';
import { complianceRequest } from './request.ts';

/** Every declared case of the area, in the order people meet them. */
export const inspectionsCases: readonly CaseDeclaration[] = [complianceRequest, complianceReport];
