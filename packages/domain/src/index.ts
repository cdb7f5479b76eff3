export { catalogue } from './catalogue.ts';
export { type ClientWord, clientWords } from './client-words.ts';
export { dutyMap, isWatched, overdueCases, standingOf } from './duties.ts';
export { type Answer, type Asker, type Question, answer } from './questions.ts';
export { clauseOf, contractRules, decide, evolve } from './rules.ts';
export { type ToldRefusal, idsInRefusal, tellRefusal, titleOfId } from './refusal-words.ts';
export { type FilingDraft, filingDraft } from './filing-draft.ts';
export {
  type FileRow,
  type LifeOfRow,
  type ManyCommands,
  decideMany,
  tryMany,
} from './many-commands.ts';
export { type Repeat, type SaidByLine, linesLike, repeatsIn } from './repeats.ts';
export { mostImportedRows } from './contract/file-import.ts';
export { DomainFault, type DomainFaultCode } from './engine/domain-fault.ts';
export {
  type Case,
  type RowSource,
  type StepTaken,
  caseOn,
  isLate,
  isVoided,
  lineOn,
  isYes,
  countOf,
  stepOf,
  textOf,
  textsOf,
} from './engine/case.ts';
export { type Command, type CommandMalformed, parseCommand } from './engine/command.ts';
export { type Contract, caseOf, casesOf, countOfCases, emptyContract } from './engine/contract.ts';
export type { CaseDeclaration, Catalogue, Role, Step } from './engine/declaration.ts';
export type { Context, DecidedEvent, Decision } from './engine/decide.ts';
export type { Recorded } from './engine/evolve.ts';
export type { Field, Fields } from './engine/field.ts';
export { type Office, offices, rolesOf } from './engine/offices.ts';
export type { Refusal, WayOut } from './engine/refusal.ts';
export { type Duty, type Standing, type StandingStatus, proofLimit } from './engine/standing.ts';
export { officeTitles } from './engine/titles.ts';
export { type RefusalCode, refusalSentences } from './refusals/sentences.ts';
export { type WayOutCode, wayOutSentences } from './refusals/ways-out.ts';
export { type WarningCode, warningSentences } from './refusals/warnings.ts';
export { type DeviationWeight, deviationSentences, weightOf } from './refusals/deviations.ts';
export { type RemarkCode, remarkSentences } from './refusals/remarks.ts';
export { annexOn, basics, documentOf, profileOf } from './contract/questions.ts';
export { type Designation, designationOn } from './contract/questions.ts';
export { type RelatedStaff, type Relation, relatedStaff, untrained } from './training/questions.ts';
export {
  type Ending,
  type Governing,
  type Version,
  endingSoon,
  isDeliveredHandlerOn,
  isFiledPersonOn,
  outstandingPapers,
  versionOn,
} from './organisation/questions.ts';
export { type Balance, type Kept, balanceOn, whereaboutsOn } from './things/questions.ts';
export { type PlacedThing, thingsPlacedOn } from './things/placed.ts';
export { thingKinds } from './things/thing.ts';
export { type Correction, correctionsOf } from './engine/correction.ts';
export {
  type Difference,
  type OutThing,
  type Reconciliation,
  reconciliation,
} from './movements/questions.ts';
export {
  type Retention,
  isSaidOn,
  keptUntil,
  openRequestsOn,
  retentionOf,
  retentionOn,
  saidOn,
  witnessDifficultyOn,
} from './words/questions.ts';
export { type LawReference, currentReference, lawReferences } from './words/law-references.ts';
export { type StandingQuestion, standingQuestions } from './words/standing-questions.ts';
export { complianceReportValues } from './compliance.ts';
export {
  type Compared,
  type DutyFound,
  type Milestone,
  type Stage,
  type TreeNode,
  type Unchecked,
  answersOf,
  comparisonOf,
  findingsOf,
  isActiveMemberOn,
  isActiveSubcontractOn,
  lackingIn,
  measures,
  measuresLacking,
  proposalsOf,
  subcontractTree,
  uncheckedAt,
} from './subcontracts/questions.ts';
export { sizeKnownBy, versionAt } from './version-at.ts';
