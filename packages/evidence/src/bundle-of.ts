import { toBase64, utf8 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import type { BundleContent } from './bundle-content.ts';
import type { BundleSource } from './bundle-source.ts';
import { EvidenceFault } from './evidence-fault.ts';
import { digestOfFile, manifestName, verifierKeysName } from './file-names.ts';
import { LogFiles } from './log-files.ts';
import { formatManifest } from './manifest.ts';
import { NamedEvidence } from './named-evidence.ts';
import { formatVerifierKeys } from './verifier-keys.ts';

/**
 * The bundle of a content, made as it is read: written to a directory it is an export or a backup,
 * handed to `verify` it is the running data. It holds the evidence that its entries name and the
 * content keeps; the names are not complete before all entries have been read once.
 */
export function bundleOf(sha256: Sha256, content: BundleContent): BundleSource {
  const logs = content.logs.map((log) => new LogFiles(sha256, log));
  return {
    async *names() {
      yield manifestName;
      if (content.logs.some(({ signed }) => signed !== undefined)) yield verifierKeysName;
      for (const log of logs) yield* log.names();
      const evidence = new NamedEvidence();
      for (const log of logs) await log.nameEvidence(evidence);
      for (const { digest, file } of evidence.files()) {
        if ((await content.evidence(digest)) !== undefined) yield file;
      }
    },
    async *read(name) {
      const chunks = await chunksOf(name, content, logs);
      if (chunks === undefined) throw new EvidenceFault('file-unknown', name);
      yield* chunks;
    },
  };
}

async function chunksOf(
  name: string,
  content: BundleContent,
  logs: readonly LogFiles[],
): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array> | undefined> {
  if (name === manifestName) return [utf8(manifestTextOf(content))];
  if (name === verifierKeysName) return [utf8(verifierKeysTextOf(content))];
  const digest = digestOfFile(name);
  if (digest !== undefined) return content.evidence(digest);
  return logs.map((log) => log.read(name)).find((chunks) => chunks !== undefined);
}

function manifestTextOf({ instance, contract, madeAt, logs }: BundleContent): string {
  const stated = logs.map(({ log, origin, size, root, reader }) => {
    const shared = reader === undefined ? 'checkpoint' : 'whole';
    return { log, origin, size, root: toBase64(root), shared } as const;
  });
  return formatManifest({ format: 1, instance, contract, madeAt, logs: stated });
}

const verifierKeysTextOf = ({ logs }: BundleContent): string =>
  formatVerifierKeys(
    logs.flatMap(({ signed }) => (signed === undefined ? [] : [signed.verifierKey])),
  );
