import { equalBytes, fromBase64 } from '@kanribo/kernel';
import { containmentOf } from './earlier-head.ts';
import type { FindingList } from './finding-list.ts';
import type { Anchor } from './log-chronicle.ts';
import type { LogName } from './log-name.ts';
import { parseOrigin } from './origin.ts';
import type { Since } from './since.ts';
import type { SeenLog } from './verify-log.ts';

/** How the bundle stands to the earlier checkpoint that the client holds. */
export type SinceOutcome = 'contained' | 'lost' | 'ahead' | 'forked' | 'unknown';

/** Holds the bundle to the earlier checkpoint that the client holds. */
export function checkSince(
  { log, head }: Since,
  seen: SeenLog | undefined,
  findings: FindingList,
): SinceOutcome {
  const { size } = head;
  const containment = seen === undefined ? unknown : containmentOf(head, seen);
  switch (containment.status) {
    case 'contained':
      break;
    case 'lost':
      findings.add({ code: 'since-lost', log, size, sequence: containment.sequence });
      break;
    case 'ahead':
      findings.add({ code: 'since-ahead', log, size, head: seen?.head.size ?? 0 });
      break;
    case 'forked':
      findings.add({ code: 'since-forked', log, size });
      break;
    case 'unknown':
      findings.add({ code: 'since-not-compared', log, size });
  }
  return containment.status;
}

const unknown = { status: 'unknown' } as const;

/** Holds the other logs to the heads that the main log's anchors state. */
export function checkAnchors(
  anchors: readonly Anchor[],
  seenLogs: ReadonlyMap<LogName, SeenLog>,
  findings: FindingList,
): void {
  const unshared = new Map<LogName, Anchor>();
  for (const anchor of anchors) {
    const seen = seenLogs.get(anchor.log);
    if (seen === undefined) unshared.set(anchor.log, anchor);
    else checkAnchor(anchor, seen, findings);
  }
  for (const { log, size, sequence } of unshared.values()) {
    findings.add({ code: 'log-not-shared', log, size, sequence });
  }
}

function checkAnchor(anchor: Anchor, seen: SeenLog, findings: FindingList): void {
  const { log, size, sequence } = anchor;
  const root = fromBase64(anchor.root) ?? new Uint8Array(0);
  const resumptions = parseOrigin(anchor.origin)?.resumptions;
  const isRoot = (other: Uint8Array): boolean => equalBytes(other, root);
  const containment = containmentOf({ size, resumptions, isRoot }, seen);
  switch (containment.status) {
    case 'contained':
    case 'unknown':
      return;
    case 'lost':
      return findings.add({ code: 'anchor-lost', log, size, sequence });
    case 'ahead':
      return findings.add({ code: 'anchor-ahead', log, size, sequence, head: seen.head.size });
    case 'forked':
      return findings.add({ code: 'anchor-forked', log, size, sequence });
  }
}
