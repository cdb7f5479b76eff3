import {
  type BundleSource,
  type Manifest,
  type ManifestLog,
  type Verdict,
  type VerifyOptions,
  digestOfFile,
  readEntries,
  readManifest,
  verify,
} from '@kanribo/evidence';
import { type ContractId, type Result, err, fromBase64, ok } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import { instanceId } from '../instance/instance-log.ts';
import type { FillableStore } from '../ports.ts';
import { type FillTools, beginInstanceLog, goOnWithNewKeys } from './begin-logs.ts';
import { createKeysFor, keysAtHand } from './keys-at-hand.ts';
import { LogRefill, type RefillProblem } from './refill-log.ts';

/** What rebuilding needs. */
export interface RebuildTools extends Omit<FillTools, 'store'> {
  readonly store: FillableStore;
}

/** Why nothing was rebuilt; the database is as it was. */
export type RebuildRefusal =
  | { readonly code: 'bundle-broken'; readonly verdict: Verdict }
  /** It is not the bundle of a contract with its entries. */
  | { readonly code: 'bundle-incomplete' }
  | { readonly code: 'database-not-empty' }
  /** The keys directory holds another key than signed the bundle, and that key has signed too. */
  | { readonly code: 'keys-differ'; readonly origin: string };

/** A contract that was rebuilt. */
export interface Rebuilt {
  readonly contract: ContractId;
  readonly instance: string;
  /** Size of the register. */
  readonly size: number;
  readonly verdict: Verdict;
}

/**
 * Makes an instance with one contract from its bundle, in an empty database: the bundle is verified
 * first, then register and access are written with the same entries, sizes and roots, all of it or
 * nothing. Where the keys are lost each log then goes on under its next origin. The instance's own
 * log is in no bundle: it begins again under its next origin, with an entry that declares the loss.
 * Nothing is left of a rebuild that was interrupted but fresh keys that have signed nothing, which
 * the next one takes.
 */
export async function rebuild(
  tools: RebuildTools,
  source: BundleSource,
  options: Omit<VerifyOptions, 'sha256'> & { readonly person: string },
): Promise<Result<Rebuilt, RebuildRefusal>> {
  const verdict = await verify(source, { ...options, sha256: tools.sha256 });
  if (verdict.status === 'broken') return err({ code: 'bundle-broken', verdict });
  const manifest = await readManifest(source);
  if (!isOf(manifest, verdict)) throw changed('another manifest');
  const { contract, instance, logs } = manifest;
  const isWhole = logs.some(({ log, shared }) => log === 'access' && shared === 'whole');
  if (contract === instanceId || !isWhole) return err({ code: 'bundle-incomplete' });
  const atHand = await keysAtHand(tools.keys, manifest, verdict);
  if (atHand.status === 'others') return err({ code: 'keys-differ', origin: atHand.origin });
  const filled = await tools.store.fill(async (target) => {
    const inner = { ...tools, store: target };
    await createKeysFor(tools.keys, contract);
    await fillContract(inner, source, manifest);
    if (atHand.status === 'none') await goOnWithNewKeys(inner, manifest, options.person);
    await beginInstanceLog(inner, manifest, options.person);
  });
  if (!filled.filled) return err({ code: 'database-not-empty' });
  const size = logs.find(({ log }) => log === 'register')?.size ?? 0;
  return ok({ contract, instance, size, verdict });
}

/** Whether a manifest states just the heads that were verified; the medium is somebody else's. */
function isOf({ contract, logs }: Manifest, verdict: Verdict): boolean {
  if (contract !== verdict.contract || logs.length !== verdict.logs.length) return false;
  return logs.every(({ log, origin, size, root, shared }, index) => {
    const seen = verdict.logs[index];
    const isSameLog = seen?.log === log && seen.origin === origin && seen.shared === shared;
    return isSameLog && seen.size === size && seen.root === root;
  });
}

const changed = (what: string): ApplicationFault =>
  new ApplicationFault('corrupt', `the bundle changed while it was read: ${what}`);

async function fillContract(
  tools: FillTools,
  source: BundleSource,
  { contract, logs }: Manifest,
): Promise<void> {
  for (const stated of logs) {
    if (stated.shared === 'whole') await fillLog(tools, source, { contract, stated });
  }
  for await (const name of source.names()) {
    const digest = digestOfFile(name);
    if (digest === undefined) continue;
    const kept = await tools.store.keep(contract, source.read(name));
    if (kept !== digest) throw changed(name);
  }
}

async function fillLog(
  tools: FillTools,
  source: BundleSource,
  { contract, stated }: { readonly contract: ContractId; readonly stated: ManifestLog },
): Promise<void> {
  const { log, origin, size, root } = stated;
  const key = { contractId: contract, log };
  await tools.store.create(key, origin);
  const refill = new LogRefill(tools, key);
  let problem: RefillProblem | undefined;
  for await (const group of readEntries(source, log)) {
    problem = await refill.add(group);
    if (problem !== undefined) break;
  }
  problem ??= refill.finish({ size, root: fromBase64(root) ?? new Uint8Array(0) });
  if (problem === undefined) return;
  throw changed(problem);
}
