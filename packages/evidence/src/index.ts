export { type CitedDuty, type Entry, entryBytesAtMost } from './entry.ts';
export { type EntryProblem, encodeEntry, parseEntry, writeEntry } from './entry-text.ts';
export {
  type ParticularsLine,
  type ParticularsProblem,
  type SaltedParticulars,
  commitParticulars,
  particularsCommitter,
  particularsText,
  formatParticularsLine,
  parseParticularsLine,
  saltLength,
} from './particulars.ts';
export { evidenceReferences, referencePrefix } from './references.ts';
export { type LogName, isLogName, logNames } from './log-name.ts';
export { type Origin, formatOrigin, parseOrigin } from './origin.ts';
export {
  type AnchoredCheckpoint,
  type AnchoredFacts,
  type ErasedFacts,
  type ResumedFacts,
  logDeclarations,
  parseAnchored,
  parseErased,
  parseResumed,
} from './log-declarations.ts';
export { EvidenceFault, type EvidenceFaultCode } from './evidence-fault.ts';
export type { BundleSource } from './bundle-source.ts';
export {
  checkpointName,
  digestOfFile,
  documentName,
  entriesName,
  evidenceName,
  manifestName,
  particularsName,
  verifierKeysName,
} from './file-names.ts';
export {
  type Manifest,
  type ManifestLog,
  type ManifestProblem,
  type Share,
  formatManifest,
  parseManifest,
} from './manifest.ts';
export type { BundleContent, LogContent, LogContentReader } from './bundle-content.ts';
export type { Range } from './ranges.ts';
export { bundleOf } from './bundle-of.ts';
export { type BundledEntry, readEntries, readManifest } from './read-bundle.ts';
export { type Progress, type VerifyOptions, verify } from './verify.ts';
export type { DigestStream } from './check-evidence.ts';
export type { Verdict, VerdictStatus, VerifiedLog } from './verdict.ts';
export type { SinceOutcome } from './check-earlier.ts';
export type { Damage, Finding, FindingCode, FindingOf, Notice } from './findings.ts';
export { isNotice } from './findings.ts';
export { logTitles, sentenceOf, verdictSentences } from './sentences.ts';
export { limits } from './limits.ts';
