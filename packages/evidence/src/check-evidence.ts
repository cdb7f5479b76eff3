import { toHex } from '@kanribo/kernel';
import type { BundleFiles } from './bundle-files.ts';
import { digestOfFile } from './file-names.ts';
import type { FindingList } from './finding-list.ts';
import type { NamedEvidence } from './named-evidence.ts';
import type { SeenLog } from './verify-log.ts';

/** The SHA-256 of a stream of bytes: evidence may be larger than memory. */
export type DigestStream = (chunks: AsyncIterable<Uint8Array>) => Promise<Uint8Array>;

/**
 * Holds every file of evidence that the entries name to its digest. Answers how many were there and
 * whole.
 */
export async function checkEvidence(options: {
  readonly sha256Stream: DigestStream;
  readonly files: BundleFiles;
  readonly evidence: NamedEvidence;
  readonly findings: FindingList;
}): Promise<number> {
  const { files, findings } = options;
  let count = 0;
  for (const { digest, file, log, sequence } of options.evidence.files()) {
    if (!files.has(file)) {
      findings.add({ code: 'evidence-missing', file, log, sequence });
      continue;
    }
    files.claim(file);
    if (toHex(await options.sha256Stream(files.chunks(file))) === digest) count += 1;
    else findings.add({ code: 'evidence-differs', file });
  }
  return count;
}

/**
 * Reports the files of a bundle that nothing has a use for; evidence only where all entries were
 * read that could name it.
 */
export function reportUnclaimed(
  files: BundleFiles,
  logs: Iterable<SeenLog>,
  findings: FindingList,
): void {
  const areNamesKnown = [...logs].every(({ isIntact }) => isIntact);
  for (const file of files.unclaimed()) {
    if (digestOfFile(file) === undefined) findings.add({ code: 'file-unnamed', file });
    else if (areNamesKnown) findings.add({ code: 'evidence-unnamed', file });
  }
}
