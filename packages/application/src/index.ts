export { ApplicationFault, type ApplicationFaultCode, isUnavailable } from './application-fault.ts';
export type * from './ports.ts';
export type { OnStep, Step } from './steps.ts';
export { Ledger } from './ledger/ledger.ts';
export type { LedgerLimits, LedgerTools } from './ledger/log-access.ts';
export type { Standing } from './ledger/fold.ts';
export type {
  Context,
  DecidedEvent,
  Decision,
  FoldRules,
  Receipt,
  Recorded,
  Submission,
} from './ledger/rules.ts';
