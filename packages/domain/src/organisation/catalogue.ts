import type { CaseDeclaration } from '../engine/declaration.ts';
import { application } from '../presets/application.ts';
import { auditOfficer } from './appointments/audit-officer.ts';
import { chiefOfficer } from './appointments/chief-officer.ts';
import { handler } from './appointments/handler.ts';
import { manager } from './appointments/manager.ts';
import { outsideManagerApproval } from './approvals/outside-manager.ts';
import { workerAuditAnswer } from './approvals/worker-audit-answer.ts';
import { auditOfficerFiling } from './filings/audit-officer.ts';
import { changeFiling } from './filings/change.ts';
import { chiefOfficerFiling } from './filings/chief-officer.ts';
import { handlersList } from './filings/handlers-list.ts';
import { managerFiling } from './filings/manager.ts';
import { department } from './department.ts';
import { person } from './person.ts';
import { pledge } from './pledge.ts';
import { basicPolicy } from './rules/basic-policy.ts';
import { handlingRules } from './rules/handling-rules.ts';

/** Every declared case of the area, in the order people meet them. */
export const organisationCases: readonly CaseDeclaration[] = [
  department,
  person,
  basicPolicy,
  handlingRules,
  chiefOfficer,
  auditOfficer,
  manager,
  handler,
  outsideManagerApproval,
  application(outsideManagerApproval),
  workerAuditAnswer,
  chiefOfficerFiling,
  auditOfficerFiling,
  managerFiling,
  handlersList,
  changeFiling,
  pledge,
];
