export {
  type ChangedMeanwhile,
  type CitedRefusal,
  type ContractDomain,
  type OfficeCommand,
  cited,
  rules,
} from './contract-domain.ts';
export type { AuditRefusal, Look, LookKind, Outsider, Seen } from './look.ts';
export {
  type PaperBasis,
  type PrintOrder,
  type Printed,
  documentOf,
  printPaper,
} from './print-paper.ts';
export { type AnyRefusal, type Citing, refusalText, tellRefusal } from './refusal-text.ts';
export { sentenceOfRefusal } from './signing-refusals.ts';
