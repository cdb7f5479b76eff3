export { MerkleFault, type MerkleFaultCode } from './merkle-fault.ts';
export { type Sha256, emptyRoot, hashLength, leafHash, nodeHash } from './hash.ts';
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
