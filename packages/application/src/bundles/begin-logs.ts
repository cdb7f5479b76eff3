import {
  type Manifest,
  type ManifestLog,
  formatOrigin,
  logDeclarations,
  parseOrigin,
} from '@kanribo/evidence';
import { ok, toBase64 } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { unfoldedRules } from '../access/access-log.ts';
import { nextOrigin } from '../checkpoints/resume.ts';
import { instanceDeclarations, instanceId } from '../instance/instance-log.ts';
import { Ledger } from '../ledger/ledger.ts';
import { freshCommandId, ownDecision } from '../ledger/own-entries.ts';
import type { Decision } from '../ledger/rules.ts';
import type { Clock, EvidenceStore, Keys, LogKey, LogStore, Random } from '../ports.ts';
import { headOf } from './content.ts';

/** What filling an empty database needs. */
export interface FillTools {
  readonly store: LogStore & EvidenceStore;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
  readonly sha256: Sha256;
}

/** Where the signing keys are lost a log does not go on under an origin that they had signed. */
export async function goOnWithNewKeys(
  tools: FillTools,
  { contract, logs }: Manifest,
  person: string,
): Promise<void> {
  for (const stated of logs) {
    if (stated.shared !== 'whole') continue;
    const key = { contractId: contract, log: stated.log };
    await goOnUnderNextOrigin(tools, key, { signed: stated, person, reason: 'rebuilt-new-keys' });
  }
}

/**
 * The instance's log goes on from nothing: one `log/resumed` for each origin it had, as its next
 * origin says, then the contract that is there.
 */
export async function beginInstanceLog(
  tools: FillTools,
  { contract, instance, logs }: Manifest,
  person: string,
): Promise<void> {
  const stated = logs.find(({ log }) => log === 'instance');
  const key = { contractId: instanceId, log: 'instance' } as const;
  const parts = { instance, contract: undefined, log: 'instance', resumptions: 0 } as const;
  await tools.store.create(key, formatOrigin(parts));
  const origins = (parseOrigin(stated?.origin ?? '')?.resumptions ?? -1) + 1;
  for (let index = 0; index < origins; index += 1) {
    const signed = { size: stated?.size ?? 0, root: stated?.root ?? '' };
    await goOnUnderNextOrigin(tools, key, { signed, person, reason: 'rebuilt' });
  }
  const opened = ownDecision(contract, instanceDeclarations.opened, { contract });
  await recordIn(tools, key, { actor: person, decision: opened });
}

interface GoingOn {
  /** The largest head that is known to be signed under the old origin. */
  readonly signed: Pick<ManifestLog, 'size' | 'root'>;
  readonly person: string;
  readonly reason: string;
}

async function goOnUnderNextOrigin(
  tools: FillTools,
  key: LogKey,
  { signed, person, reason }: GoingOn,
): Promise<void> {
  const head = await headOf(tools.store, key);
  const origin = nextOrigin(head.origin);
  const change = { contractId: key.contractId, oldOrigin: head.origin, newOrigin: origin };
  await tools.keys.resumeGuard(change);
  const facts = {
    origin: head.origin,
    restoredSize: head.size,
    restoredRoot: toBase64(head.root),
    signedSize: signed.size,
    signedRoot: signed.root,
    reason,
    person,
  };
  const decision = ownDecision('log', logDeclarations.resumed, facts);
  await recordIn(tools, key, { actor: person, decision, origin });
}

async function recordIn(
  tools: FillTools,
  key: LogKey,
  what: { readonly actor: string; readonly decision: Decision<never>; readonly origin?: string },
): Promise<void> {
  const { decision, ...given } = what;
  const ledger = new Ledger({ ...tools, key, rules: unfoldedRules, folds: 'nothing' });
  const id = freshCommandId(tools.random);
  await ledger.submit<never>({ ...given, id, decide: () => ok(decision) });
}
