import { type Moment, equalBytes } from '@kanribo/kernel';
import { findDifferences } from './differences.ts';
import type { KnownLog } from './earlier-head.ts';
import type { FindingList } from './finding-list.ts';
import type { Finding } from './findings.ts';
import type { Anchor } from './log-chronicle.ts';
import type { LogHead } from './log-head.ts';
import { LogPass, type LogPassOptions } from './log-pass.ts';
import type { Ranges } from './ranges.ts';

/** A log that was looked at, as far as the bundle shows it. */
export interface SeenLog extends KnownLog {
  /** Whether its entries are the signed ones, or the bundle does not hold them. */
  readonly isIntact: boolean;
  readonly anchors: readonly Anchor[];
  readonly firstAt: Moment | null;
  readonly lastAt: Moment | null;
}

/** A log of which the bundle shows its head alone. */
export function seenByHead(head: LogHead): SeenLog {
  const rootAt = (size: number): Uint8Array | undefined =>
    size === head.size ? head.root : undefined;
  const unseen = { resumptions: [], anchors: [], firstAt: null, lastAt: null };
  return { head, isIntact: head.shared === 'checkpoint', ...unseen, rootAt };
}

/**
 * Verifies a log that the bundle holds whole. Where its entries do not have the signed root, it
 * says how they differ from the signed ones, and leaves out what only follows from that.
 */
export async function verifyLog(
  options: LogPassOptions & { readonly findings: FindingList },
): Promise<SeenLog> {
  const { sha256, files, head, findings } = options;
  const pass = await LogPass.run(options);
  if (pass === undefined) return seenByHead(head);
  const { chronicle, tiles, tree, firstAt, lastAt } = pass;
  const { resumptions, anchors } = chronicle;
  const isSigned = tree.size === head.size && equalBytes(tree.root(), head.root);
  if (isSigned) {
    findings.take(pass.findings, () => true);
    const rootAt = (size: number): Uint8Array | undefined => tree.rootAt(size);
    return { head, isIntact: true, resumptions, anchors, firstAt, lastAt, rootAt };
  }
  const before = findings.damages.length;
  const affected = await findDifferences({ sha256, files, tiles, head, findings });
  const isExplained = findings.damages.length > before;
  if (!isExplained) findings.add({ code: 'head-differs', log: head.log, size: head.size });
  findings.take(pass.findings, (finding) => !isExplained || isOfItsOwn(finding, affected));
  return { ...seenByHead(head), resumptions, anchors, firstAt, lastAt };
}

/**
 * Whether a finding says more than that entries are not in their place. Which particulars were
 * erased cannot be told then: an entry that says so may be among those not in their place.
 */
function isOfItsOwn(finding: Finding, affected: Ranges): boolean {
  switch (finding.code) {
    case 'entry-misnumbered':
    case 'clock-back':
    case 'command-broken':
    case 'resumption-differs':
    case 'resumptions-miscounted':
    case 'tile-differs':
    case 'particulars-missing':
      return false;
    default:
      return !('sequence' in finding) || !affected.has(finding.sequence);
  }
}
