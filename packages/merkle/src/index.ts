export { MerkleFault, type MerkleFaultCode } from './merkle-fault.ts';
export { type Sha256, emptyRoot, hashLength, leafHash, leafHasher, nodeHash } from './hash.ts';
export { type Frontier, appendLeaf, emptyFrontier, rootOf } from './frontier.ts';
export {
  type FullTile,
  type TilePlace,
  type TilePosition,
  hashCountAt,
  tileLength,
  tileWidth,
  tilesOf,
} from './tile.ts';
export { type Appended, type Tree, appendLeaves, emptyTree } from './tree.ts';
export { type HashReader, type ReadFullTile, treeReader } from './hash-reader.ts';
export { type StoredTree, restoreTree } from './restore-tree.ts';
export {
  type KeyKind,
  type VerifierKey,
  type VerifierKeyProblem,
  formatVerifierKey,
  isKeyName,
  parseVerifierKey,
  verifierKeyOf,
} from './verifier-key.ts';
export { type SignMessage, type Signer, type VerifySignature } from './signature.ts';
export {
  type NoteShapeProblem,
  type NoteSignature,
  type UncheckedNote,
  splitNote,
} from './note.ts';
export { type CheckedSignature, type NoteProblem, type OpenedNote, openNote } from './open-note.ts';
export { cosignNote, signNote } from './sign-note.ts';
export {
  type Checkpoint,
  type CheckpointKeys,
  type CheckpointProblem,
  type CheckpointShapeProblem,
  type Cosignature,
  type OpenedCheckpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  readUncheckedCheckpoint,
  signCheckpoint,
} from './checkpoint.ts';
export { rootAt } from './range-root.ts';
export { type InclusionClaim, inclusionProof, verifyInclusion } from './inclusion.ts';
export {
  type ConsistencyClaim,
  type TreeHead,
  consistencyProof,
  verifyConsistency,
} from './consistency.ts';
export { formatConsistencyProof, parseConsistencyProof } from './proof-text.ts';
export { type LeafRange } from './leaf-range.ts';
export {
  type LogProof,
  type LogProofProblem,
  type ProvenEntry,
  formatLogProof,
  openLogProof,
  parseLogProof,
} from './log-proof.ts';
export { type BundlePlace, type TilePathProblem, parseTilePath, tilePath } from './tile-path.ts';
export {
  type EntryBundleProblem,
  formatEntryBundle,
  longestEntry,
  parseEntryBundle,
} from './entry-bundle.ts';
export {
  type TypedCode,
  type TypedCodeProblem,
  formatTypedCode,
  isTypedCodeOf,
  parseTypedCode,
} from './typed-code.ts';
export { type ScannedCodeProblem, formatScannedCode, parseScannedCode } from './scanned-code.ts';
