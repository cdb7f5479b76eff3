/**
 * The most a verifier takes in before it refuses a file; bundles are made by whoever wants to be
 * believed. Entries, tiles and evidence are streamed and bounded by their lines or their width.
 */
export const limits = {
  manifestBytes: 65_536,
  verifierKeysBytes: 4_096,
  checkpointBytes: 65_536,
  particularsLineBytes: 1_048_576,
  fileCount: 1_048_576,
  fileNameLength: 512,
  /** Findings of one code that are listed; the rest is counted. */
  findingsOfOneCode: 1_000,
} as const;
