import type { Sha256, VerifySignature } from '@kanribo/merkle';
import { BundleFiles } from './bundle-files.ts';
import type { BundleSource } from './bundle-source.ts';
import { checkAnchors, checkSince } from './check-earlier.ts';
import { type DigestStream, checkEvidence, reportUnclaimed } from './check-evidence.ts';
import { manifestName } from './file-names.ts';
import { FindingList } from './finding-list.ts';
import { compareGivenKey } from './given-key.ts';
import { limits } from './limits.ts';
import type { LogHead } from './log-head.ts';
import type { LogName } from './log-name.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { NamedEvidence } from './named-evidence.ts';
import { readHeads } from './read-heads.ts';
import { type Since, readSince } from './since.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { type SeenLog, seenByHead, verifyLog } from './verify-log.ts';

/** How far the verification of a log has come. */
export interface Progress {
  readonly log: LogName;
  readonly entries: number;
  /** The size of the log's head. */
  readonly size: number;
}

/** What a bundle is verified with. */
export interface VerifyOptions {
  readonly sha256: Sha256;
  readonly sha256Stream: DigestStream;
  readonly verifySignature: VerifySignature;
  /** The verifier key that the client holds; without it no bundle is called sound. */
  readonly key?: string;
  /** An earlier checkpoint that the client holds: the signed note, or the code from paper. */
  readonly since?: string;
  /** True for running data, whose head nobody has signed yet. */
  readonly acceptsUnsigned?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Verifies a bundle from its bytes alone. Every file is taken for hostile: whatever is in it, the
 * answer is a verdict. Only what the source throws is passed on.
 */
export async function verify(source: BundleSource, options: VerifyOptions): Promise<Verdict> {
  const findings = new FindingList();
  const files = await BundleFiles.list(source, findings);
  const manifest = await readManifest(files, findings);
  if (manifest === undefined) return verdictOf({}, findings);
  const acceptsUnsigned = options.acceptsUnsigned ?? false;
  const tools = { ...options, acceptsUnsigned, files, findings };
  const heads = await readHeads(tools, manifest.logs);
  const isKeyConfirmed = isGivenKeyConfirmed(heads, tools);
  const earlier = earlierOf(heads, tools);
  const evidence = new NamedEvidence();
  const logs = await verifyLogs(heads, { ...tools, evidence, earlier });
  const since = earlier && checkSince(earlier, logs.get(earlier.log), findings);
  const evidenceCount = await checkEvidence({ ...tools, evidence });
  reportUnclaimed(files, logs.values(), findings);
  const seen = { manifest, logs: logs.values(), evidenceCount, since, isKeyConfirmed };
  return verdictOf(seen, findings);
}

type Tools = VerifyOptions & { readonly files: BundleFiles; readonly findings: FindingList };

async function readManifest(
  files: BundleFiles,
  findings: FindingList,
): Promise<Manifest | undefined> {
  const file = manifestName;
  if (!files.has(file)) {
    findings.add({ code: 'manifest-missing', file });
    return undefined;
  }
  const text = await files.text(file, limits.manifestBytes);
  if (text === undefined) return undefined;
  const manifest = parseManifest(text);
  if (manifest.ok) return manifest.value;
  findings.add({ code: 'manifest-malformed', file, problem: manifest.error });
  return undefined;
}

function isGivenKeyConfirmed(heads: readonly LogHead[], { key, ...tools }: Tools): boolean {
  const [main] = heads;
  return key !== undefined && main !== undefined && compareGivenKey(key, main, tools);
}

function earlierOf(heads: readonly LogHead[], { since, ...tools }: Tools): Since | undefined {
  if (since === undefined) return undefined;
  const read = readSince(since, { ...tools, heads });
  if (read.ok) return read.value;
  tools.findings.add(read.error);
  return undefined;
}

/** Verifies the main log first: its anchors say what the others are held to. */
async function verifyLogs(
  heads: readonly LogHead[],
  tools: Tools & { readonly evidence: NamedEvidence; readonly earlier: Since | undefined },
): Promise<ReadonlyMap<LogName, SeenLog>> {
  const { earlier, findings, onProgress } = tools;
  const logs = new Map<LogName, SeenLog>();
  const since = earlier === undefined ? [] : [{ log: earlier.log, size: earlier.head.size }];
  for (const head of heads) {
    const { log, size } = head;
    const anchors = logs.get(heads[0]?.log ?? log)?.anchors ?? [];
    const sizes = [...since, ...anchors].filter((known) => known.log === log);
    const seen =
      head.shared === 'checkpoint'
        ? seenByHead(head)
        : await verifyLog({
            ...tools,
            head,
            sizes: sizes.map((known) => known.size),
            onProgress: (entries) => onProgress?.({ log, entries, size }),
          });
    logs.set(log, seen);
  }
  checkAnchors(logs.get(heads[0]?.log ?? 'register')?.anchors ?? [], logs, findings);
  return logs;
}
