export { ApplicationFault, type ApplicationFaultCode, isUnavailable } from './application-fault.ts';
export type * from './ports.ts';
export type { OnStep, Step } from './steps.ts';
export { Ledger } from './ledger/ledger.ts';
export type { LedgerLimits, LedgerTools } from './ledger/log-access.ts';
export { freshCommandId, software } from './ledger/own-entries.ts';
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
export { type Caller, accessDeclarations } from './access/access-log.ts';
export type { ContractRules, DomainTypes, DutyRefusal, Gist } from './instance/domain.ts';
export type { InstanceTools } from './instance/tools.ts';
export {
  type InstanceState,
  type OpenedContract,
  instanceDeclarations,
  instanceId,
} from './instance/instance-log.ts';
export type {
  ContractRefusal,
  CreationRefusal,
  ErasureRefusal,
  EvidenceMissing,
  OpeningRefusal,
  ReadOnly,
} from './instance/refusals.ts';
export type { Particulars } from './instance/particulars.ts';
export type { Erasure } from './instance/erase.ts';
export type { Instance } from './instance/instance.ts';
export { createInstance, openInstance } from './instance/open-instance.ts';
export type { ContractCheckpoint } from './checkpoints/checkpoint.ts';
export type { SignedLog } from './checkpoints/sign-log.ts';
export type { ResumeOrder, Resumed, ResumptionRefusal } from './checkpoints/resume.ts';
export { type RunningTools, verifyRunning } from './bundles/verify-running.ts';
export {
  type RebuildRefusal,
  type RebuildTools,
  type Rebuilt,
  rebuild,
} from './bundles/rebuild.ts';
export {
  type BackupMade,
  type BackupOrder,
  type BackupRefusal,
  makeBackup,
} from './backups/make-backup.ts';
export type { BackupList } from './backups/backup-list.ts';
export {
  type RestoreOrder,
  type RestoreRefusal,
  type Restored,
  restore,
} from './backups/restore.ts';
export { Accounts, type AccountsParts } from './accounts/accounts.ts';
export {
  type AccountId,
  type FactorKind,
  type SecondStep,
  accountDeclarations,
} from './accounts/account-facts.ts';
export type { ListedDevice } from './accounts/certificate-devices.ts';
export type { AccountNames } from './accounts/account-names.ts';
export type {
  Account,
  AccountEvent,
  AccountStanding,
  AccountsState,
  Audit,
  Binding,
} from './accounts/account-state.ts';
export { isOnAudit } from './accounts/account-state.ts';
export type { Invitation, ListedAccount } from './accounts/administration.ts';
export type { AuditOffer } from './accounts/audits.ts';
export type { Enrolled, Enrolment } from './accounts/enrolments.ts';
export type {
  ListedFactor,
  ListedSession,
  OwnAccount,
  Reauthentication,
} from './accounts/own-account.ts';
export type { NewTotp } from './accounts/own-secrets.ts';
export { longestPassword, shortestPassword } from './accounts/passwords.ts';
export type * from './accounts/ports.ts';
export { Counted } from './counted.ts';
export type * from './accounts/refusals.ts';
export type { SignedIn } from './accounts/second-step.ts';
export type { FullSession, PendingSession, Visitor } from './accounts/sessions.ts';
export { type AccountSettings, defaultSettings } from './accounts/settings.ts';
export type { SignInAttempt, SignInBegun } from './accounts/sign-in.ts';
