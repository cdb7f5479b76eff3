import { annexAdoption } from './contract/annex.ts';
import { deviation } from './contract/deviation.ts';
import { document } from './contract/document.ts';
import { keyFiling } from './contract/key-filing.ts';
import { notApplicable } from './contract/not-applicable.ts';
import { setUp } from './contract/set-up.ts';
import type { CaseDeclaration, Catalogue } from './engine/declaration.ts';
import { effectsOf } from './engine/declare.ts';
import { copyApproval } from './movements/approvals/copy.ts';
import { takeOutApproval } from './movements/approvals/take-out.ts';
import { sending } from './movements/registers/sending.ts';
import { takeOut } from './movements/registers/take-out.ts';
import { auditOfficer } from './organisation/appointments/audit-officer.ts';
import { chiefOfficer } from './organisation/appointments/chief-officer.ts';
import { handler } from './organisation/appointments/handler.ts';
import { manager } from './organisation/appointments/manager.ts';
import { outsideManagerApproval } from './organisation/approvals/outside-manager.ts';
import { workerAuditAnswer } from './organisation/approvals/worker-audit-answer.ts';
import { auditOfficerFiling } from './organisation/filings/audit-officer.ts';
import { changeFiling } from './organisation/filings/change.ts';
import { chiefOfficerFiling } from './organisation/filings/chief-officer.ts';
import { handlersList } from './organisation/filings/handlers-list.ts';
import { managerFiling } from './organisation/filings/manager.ts';
import { person } from './organisation/person.ts';
import { place } from './things/place.ts';
import { thing } from './things/thing.ts';

const declarations: readonly CaseDeclaration[] = [
  setUp,
  annexAdoption,
  notApplicable,
  deviation,
  document,
  keyFiling,
  person,
  chiefOfficer,
  auditOfficer,
  manager,
  handler,
  outsideManagerApproval,
  workerAuditAnswer,
  chiefOfficerFiling,
  auditOfficerFiling,
  managerFiling,
  handlersList,
  changeFiling,
  place,
  thing,
  takeOutApproval,
  copyApproval,
  sending,
  takeOut,
];

/** Every declared case of the product, by name. */
export const catalogue: Catalogue = new Map(
  declarations.map((declaration): [string, CaseDeclaration] => [declaration.name, declaration]),
);

/** What each entry ever written does to its case. */
export const stepEffects = effectsOf(declarations);
