import { type BundleSource, bundleOf, logDeclarations } from '@kanribo/evidence';
import { type ContractId, type Result, ok } from '@kanribo/kernel';
import { ApplicationFault } from '../application-fault.ts';
import type { ContractCheckpoint } from '../checkpoints/checkpoint.ts';
import type { SignedLog } from '../checkpoints/sign-log.ts';
import type { DomainTypes } from '../instance/domain.ts';
import type { InstanceTools } from '../instance/tools.ts';
import { readEntry } from '../ledger/fold.ts';
import type { LogReader, SigningRefusal } from '../ports.ts';
import { type BundledLog, bundleContent, headOf } from './content.ts';

/** Which contract is exported, and how its heads are signed. */
export interface ExportOrder {
  readonly instance: string;
  readonly contract: ContractId;
  checkpoint(): Promise<Result<ContractCheckpoint, SigningRefusal>>;
}

const triesAtMost = 5;

/**
 * Signs a checkpoint and lends the bundle of exactly that state to `use`, which writes it wherever
 * it is to go: register and access whole, of the instance its signed head.
 * @throws {ApplicationFault} `unavailable` where erasures keep coming in between.
 */
export async function exportContract<D extends DomainTypes, T>(
  tools: InstanceTools<D>,
  order: ExportOrder,
  use: (source: BundleSource) => Promise<T>,
): Promise<Result<T, SigningRefusal>> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const signed = await order.checkpoint();
    if (!signed.ok) return signed;
    const used = await useAt(tools, order, { signed: signed.value, use });
    if (used !== undefined) return ok(used.value);
  }
  throw new ApplicationFault('unavailable', 'particulars are being erased; export again later');
}

async function useAt<D extends DomainTypes, T>(
  { store, clock, sha256 }: InstanceTools<D>,
  { instance, contract }: ExportOrder,
  {
    signed,
    use,
  }: { readonly signed: ContractCheckpoint; readonly use: (source: BundleSource) => Promise<T> },
): Promise<{ readonly value: T } | undefined> {
  return store.snapshot(async (reader) => {
    if (await isErasedSince(reader, contract, signed.register.size)) return undefined;
    const title = { instance, contract, madeAt: clock.now() };
    const content = bundleContent(reader, title, [
      bundled(contract, signed.register),
      bundled(contract, signed.access),
      { ...bundled(contract, signed.instance), share: 'checkpoint' },
    ]);
    return { value: await use(bundleOf(sha256, content)) };
  });
}

function bundled(contractId: ContractId, signed: SignedLog): BundledLog {
  const { log, origin, size, root, note, verifierKey } = signed;
  const head = { origin, size, root };
  return { key: { contractId, log }, head, signed: { note, verifierKey }, share: 'whole' };
}

/**
 * Whether particulars were erased by an entry after the signed head: they would be missing from
 * the bundle and nothing in it would say why.
 */
async function isErasedSince(
  reader: LogReader,
  contractId: ContractId,
  signedSize: number,
): Promise<boolean> {
  const key = { contractId, log: 'register' } as const;
  const { size } = await headOf(reader, key);
  let sequence = signedSize;
  for await (const batch of reader.entries(key, { from: signedSize, to: size })) {
    for (const bytes of batch) {
      if (readEntry(bytes, sequence, key).declaration === logDeclarations.erased) return true;
      sequence += 1;
    }
  }
  return false;
}
