import { type KeyObject, createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { ContractId, JsonObject } from '@kanribo/kernel';
import { type Result, equalBytes, err, ok, toBase64 } from '@kanribo/kernel';
import { formatVerifierKey, signCheckpoint, verifierKeyOf } from '@kanribo/merkle';
import type {
  CheckpointRequest,
  GuardState,
  Keys,
  SecretsSource,
  SigningRefusal,
} from '../ports.ts';
import { sha256 } from './sha256.ts';

type SignedOrNot = Awaited<ReturnType<Keys['signCheckpoint']>>;

/** Keys and guard in memory, for tests of what stands on the port. */
export class MemoryKeys implements Keys, SecretsSource {
  readonly #keys = new Map<ContractId, KeyObject>();
  readonly #guards = new Map<string, GuardState | 'unknown'>();
  readonly #ended = new Set<string>();

  async createContractKeys(contractId: ContractId): Promise<void> {
    if (this.#keys.has(contractId)) return;
    this.#keys.set(contractId, generateKeyPairSync('ed25519').privateKey);
  }

  async verifierKey(contractId: ContractId, origin: string): Promise<string | undefined> {
    const key = this.#keys.get(contractId);
    return key === undefined ? undefined : formatVerifierKey(keyOf(key, origin));
  }

  async signCheckpoint(request: CheckpointRequest): Promise<SignedOrNot> {
    const { contractId, origin, size, root } = request;
    const key = this.#keys.get(contractId);
    if (key === undefined) return { signed: false, refusal: { code: 'no-key', origin } };
    const refusal = await this.#refusal(request);
    if (refusal !== undefined) return { signed: false, refusal };
    this.#guards.set(origin, { size, root });
    const signer = {
      key: keyOf(key, origin),
      sign: (bytes: Uint8Array) => Uint8Array.from(sign(null, bytes, key)),
    };
    return { signed: true, note: signCheckpoint({ origin, size, root }, signer) };
  }

  async guard(origin: string): Promise<GuardState | 'unknown' | undefined> {
    return this.#guards.get(origin);
  }

  async resumeGuard({
    oldOrigin,
  }: {
    readonly contractId: ContractId;
    readonly oldOrigin: string;
    readonly newOrigin: string;
  }): Promise<Result<{ readonly head: GuardState | undefined }, { readonly code: 'no-key' }>> {
    const guard = this.#guards.get(oldOrigin);
    this.#ended.add(oldOrigin);
    return this.#keys.size === 0
      ? err({ code: 'no-key' })
      : ok({ head: guard === 'unknown' ? undefined : guard });
  }

  async evidenceKey(contractId: ContractId): Promise<Uint8Array> {
    return Uint8Array.from(createHash('sha256').update(contractId).digest());
  }

  async accountsKey(): Promise<Uint8Array> {
    return Uint8Array.from(createHash('sha256').update('accounts').digest());
  }

  async exportSecrets(): Promise<JsonObject> {
    const contracts = [...this.#keys].map(([contract, key]) => {
      const { d } = key.export({ format: 'jwk' });
      return { contract, seed: d ?? '' };
    });
    const guards = [...this.#guards].flatMap(([origin, guard]) =>
      guard === 'unknown' ? [] : [{ origin, size: guard.size, root: toBase64(guard.root) }],
    );
    return { format: 1, contracts, guards };
  }

  /** Makes it as if nobody knew what was signed under an origin. */
  forget(origin: string): void {
    this.#guards.set(origin, 'unknown');
  }

  async #refusal(request: CheckpointRequest): Promise<SigningRefusal | undefined> {
    const { origin, size } = request;
    const guard = this.#guards.get(origin);
    if (this.#ended.has(origin)) return { code: 'guard-differs', origin, signedSize: 0 };
    if (guard === undefined) return undefined;
    if (guard === 'unknown') return { code: 'guard-unknown', origin };
    const signedSize = guard.size;
    if (size < signedSize) return { code: 'guard-ahead', origin, signedSize, size };
    const root = await request.rootAt(signedSize);
    return equalBytes(root, guard.root) ? undefined : { code: 'guard-differs', origin, signedSize };
  }
}

function keyOf(key: KeyObject, name: string) {
  const { x } = key.export({ format: 'jwk' });
  const publicKey = Uint8Array.from(Buffer.from(x ?? '', 'base64url'));
  return verifierKeyOf(sha256, { name, kind: 'ed25519', publicKey });
}
