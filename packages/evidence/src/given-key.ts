import { type Sha256, parseVerifierKey } from '@kanribo/merkle';
import type { FindingList } from './finding-list.ts';
import type { LogHead } from './log-head.ts';
import { type Origin, parseOrigin } from './origin.ts';
import { hasSamePublicKey, isLogKey } from './verifier-keys.ts';

/**
 * Compares the key that the client holds with the key of the bundle's main log; the contract's two
 * logs have one key pair under two names, and a log that was taken up again keeps its key pair
 * under a new name. Answers whether the key in hand has signed the head of the main log.
 */
export function compareGivenKey(
  text: string,
  main: LogHead,
  tools: { readonly sha256: Sha256; readonly findings: FindingList },
): boolean {
  const { sha256, findings } = tools;
  const given = parseVerifierKey(sha256, text.trim());
  if (!given.ok) {
    findings.add({ code: 'given-key-malformed', problem: given.error });
    return false;
  }
  const { name: origin } = given.value;
  const parts = parseOrigin(origin);
  if (parts === undefined || !isLogKey(given.value) || !isOfSameParty(parts, main.origin)) {
    findings.add({ code: 'given-key-of-other-log', origin });
    return false;
  }
  const { log } = main;
  if (main.key === undefined) return false;
  if (!hasSamePublicKey(given.value, main.key)) {
    findings.add({ code: 'given-key-differs', log, origin });
    return false;
  }
  if (parts.log === log) compareResumptions(parts, main, { origin, findings });
  return main.isSigned;
}

function isOfSameParty(given: Origin, main: Origin): boolean {
  if (given.instance !== main.instance || given.contract !== main.contract) return false;
  return (given.log === 'instance') === (main.log === 'instance');
}

function compareResumptions(
  given: Origin,
  main: LogHead,
  report: { readonly origin: string; readonly findings: FindingList },
): void {
  const { origin, findings } = report;
  const lead = given.resumptions - main.origin.resumptions;
  if (lead < 0) findings.add({ code: 'given-key-earlier', log: main.log, origin });
  if (lead > 0) findings.add({ code: 'given-key-later', log: main.log, origin });
}
