export { type CitedDuty, type Entry, entryBytesAtMost } from './entry.ts';
export { type EntryProblem, encodeEntry, parseEntry } from './entry-text.ts';
export { type SaltedParticulars, commitParticulars, saltLength } from './particulars.ts';
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
  documentName,
  entriesName,
  evidenceName,
  manifestName,
  particularsName,
  verifierKeysName,
} from './file-names.ts';
