import { type KeyObject, createSecretKey } from 'node:crypto';
import {
  type CheckpointRequest,
  type GuardState,
  type Keys,
  type SigningRefusal,
  instanceId,
} from '@kanribo/application';
import { type ContractId, type Result, equalBytes, err, ok, toBase64 } from '@kanribo/kernel';
import { CertificateFiles } from './certificates/certificate-files.ts';
import { Certificates } from './certificates/certificates.ts';
import { ContractKeys } from './contract-keys.ts';
import { privateKeyOf } from './ed25519.ts';
import { GuardFile } from './guard-file.ts';
import type { SignedHead } from './guard-record.ts';
import type { Standing } from './guard-state.ts';
import { judge } from './judgement.ts';
import { KeysFault } from './keys-fault.ts';
import type { Layout } from './layout.ts';
import { withDerivedKey } from './sealed.ts';
import { checkpointNote, requireHead, verifierKeyText } from './notes.ts';
import { contractOf, nextOrigin } from './origins.ts';
import { type KeySecrets, parseSecrets } from './secrets.ts';
import type { OnStep } from './steps.ts';

/** Which log goes on under which origin. */
export interface Resumption {
  readonly contractId: ContractId;
  /** `…/<n>` */
  readonly oldOrigin: string;
  /** `…/<n+1>` */
  readonly newOrigin: string;
}

/** Why a resumption is not declared. */
export type ResumptionRefusal =
  /** The contract has no keys, or the old origin is not one of its own. */
  | { readonly code: 'no-key' }
  /** The new origin is not the old one with the next number. */
  | { readonly code: 'origin-not-next' };

/** The largest head signed for the old origin: exactly, or as far as a backup knew. */
export interface DeclaredHead {
  readonly head: GuardState | undefined;
  /** Whether nothing larger can have been signed. */
  readonly isExact: boolean;
}

type SignedOrNot = Awaited<ReturnType<Keys['signCheckpoint']>>;

/**
 * Keys in a directory of their own. Nothing of it shows a secret when it is printed, inspected or
 * made into JSON. Every method throws `KeysFault` when the directory is not as it was written.
 */
export class KeyDirectory implements Keys {
  readonly #certificates: Certificates;
  readonly #contracts: ContractKeys;
  readonly #guard: GuardFile;
  readonly #onStep: OnStep;

  private constructor(layout: Layout, root: KeyObject, guard: GuardFile, onStep: OnStep) {
    const files = new CertificateFiles(layout.certificates, root, onStep);
    this.#certificates = new Certificates(files);
    this.#contracts = new ContractKeys(layout.contracts, root, onStep);
    this.#guard = guard;
    this.#onStep = onStep;
  }

  /** Opens what stands at `layout` with its root key; see `openKeys`. */
  static async open(layout: Layout, root: KeyObject, onStep: OnStep): Promise<KeyDirectory> {
    const guard = await GuardFile.open(layout.guard, onStep);
    return new KeyDirectory(layout, root, guard, onStep);
  }

  /** The office's own certificates for the network. */
  get certificates(): Certificates {
    return this.#certificates;
  }

  async createContractKeys(contractId: ContractId): Promise<void> {
    await this.#contracts.create(contractId);
  }

  async verifierKey(contractId: ContractId, origin: string): Promise<string | undefined> {
    const key = await this.#signingKey(contractId, origin);
    return key === undefined ? undefined : verifierKeyText(origin, key);
  }

  /** @throws {KeysFault} `contract-keys-missing`. */
  async evidenceKey(contractId: ContractId): Promise<Uint8Array> {
    const key = await this.#contracts.use(contractId, (secrets) =>
      Uint8Array.from(secrets.evidenceKey),
    );
    if (key !== undefined) return key;
    throw new KeysFault('contract-keys-missing', `contract ${contractId} has no keys`);
  }

  /**
   * 32 bytes under which secrets of accounts are sealed and their names are hashed. They are worked
   * out from the instance's own key, so that they come back with it out of a backup.
   * @throws {KeysFault} `contract-keys-missing`.
   */
  async accountsKey(): Promise<Uint8Array> {
    const instanceKey = await this.evidenceKey(instanceId);
    try {
      const purpose = 'kanribo/keys/1 accounts';
      return withDerivedKey(createSecretKey(instanceKey), purpose, (key) => Uint8Array.from(key));
    } finally {
      instanceKey.fill(0);
    }
  }

  async guard(origin: string): Promise<GuardState | 'unknown' | undefined> {
    const standing = await this.#guard.look((state) => state.standing(origin));
    if (standing.status === 'unsigned') return undefined;
    return standing.status === 'unknown' ? 'unknown' : headOf(standing.head);
  }

  /**
   * As the port says. The same head again is signed again, to the same bytes, without a new line
   * in the guard. `guard-ahead` may also mean that another process has signed a newer head since
   * this one was read: read the head again before believing it.
   * @throws {KeysFault} `head-malformed` for a size or root that no log has.
   */
  async signCheckpoint(request: CheckpointRequest): Promise<SignedOrNot> {
    const { contractId, origin, size, root } = request;
    const key = await this.#signingKey(contractId, origin);
    if (key === undefined) return { signed: false, refusal: { code: 'no-key', origin } };
    requireHead(request);
    const refusal = await this.#putInGuard(request);
    if (refusal !== undefined) return { signed: false, refusal };
    await this.#onStep('checkpoint-guarded');
    return { signed: true, note: checkpointNote({ origin, size, root }, key) };
  }

  /**
   * Declares that the log of one origin goes on under the next, as a person decided: the old one is
   * never signed again, and the new one may be signed from whatever head it has. Answers what the
   * `log/resumed` entry has to state, so it comes before that entry; declared again it answers the
   * same and changes nothing, above all not the guard of the new origin.
   */
  async resumeGuard(what: Resumption): Promise<Result<DeclaredHead, ResumptionRefusal>> {
    const { contractId, oldOrigin, newOrigin } = what;
    const key = await this.#signingKey(contractId, oldOrigin);
    if (key === undefined) return err({ code: 'no-key' });
    if (newOrigin !== nextOrigin(oldOrigin)) return err({ code: 'origin-not-next' });
    await this.#guard.add((state) =>
      state.isResumed(oldOrigin, newOrigin)
        ? undefined
        : { kind: 'resumed', origin: oldOrigin, successor: newOrigin },
    );
    return ok(declaredOf(await this.#guard.settle((state) => state.standing(oldOrigin))));
  }

  /**
   * All secrets but the root key, in the clear, for the inside of an encrypted backup. Take them
   * after the database's snapshot, so that every contract in it has its keys here.
   */
  async exportSecrets(): Promise<KeySecrets> {
    const contracts: KeySecrets['contracts'][number][] = [];
    for (const contract of await this.#contracts.list()) {
      const exported = await this.#contracts.use(contract, ({ seed, evidenceKey }) => ({
        contract,
        seed: toBase64(seed),
        evidenceKey: toBase64(evidenceKey),
      }));
      if (exported !== undefined) contracts.push(exported);
    }
    const heads = await this.#guard.settle((state) => state.heads());
    const guards = heads
      .map(({ origin, size, root }) => ({ origin, size, root: toBase64(root) }))
      .sort((left, right) => (left.origin < right.origin ? -1 : 1));
    const certificates = await this.#certificates.exported();
    return { format: 2, contracts, guards, certificates };
  }

  /**
   * Whether these are the keys of every contract in what {@link exportSecrets} gave: before a backup
   * is restored beside keys that survived. False too for what is no such export.
   */
  async holds(secrets: unknown): Promise<boolean> {
    const parsed = parseSecrets(secrets);
    if (!parsed.ok) return false;
    for (const { contract, seed, evidenceKey } of parsed.value.contracts) {
      const isSame = await this.#contracts.use(
        contract,
        (ours) => equalBytes(ours.seed, seed) && equalBytes(ours.evidenceKey, evidenceKey),
      );
      if (isSame !== true) return false;
    }
    return true;
  }

  async #signingKey(contractId: ContractId, origin: string): Promise<KeyObject | undefined> {
    if (contractOf(origin) !== contractId) return undefined;
    return this.#contracts.use(contractId, (secrets) => privateKeyOf(secrets.seed));
  }

  /** Puts a head into the guard, durably, or answers why it may not be signed. */
  async #putInGuard(request: CheckpointRequest): Promise<SigningRefusal | undefined> {
    const { origin, size, root } = request;
    for (;;) {
      const seen = await this.#guard.look((state) => state.standing(origin));
      const judgement = await judge(seen, request);
      if (judgement.verdict === 'refuse') return judgement.refusal;
      const isUnchanged =
        judgement.verdict === 'sign-again'
          ? await this.#guard.settle((state) => isSame(state.standing(origin), seen))
          : await this.#guard.add((state) =>
              isSame(state.standing(origin), seen)
                ? { kind: 'signed', origin, size, root }
                : undefined,
            );
      if (isUnchanged) return undefined;
    }
  }
}

function declaredOf(standing: Standing): DeclaredHead {
  if (standing.status === 'unsigned') return { head: undefined, isExact: true };
  const head = standing.head === undefined ? undefined : headOf(standing.head);
  return { head, isExact: standing.status === 'signed' };
}

const headOf = ({ size, root }: SignedHead): GuardState => ({ size, root: Uint8Array.from(root) });

/** Whether nothing that decides about signing has changed for an origin. */
function isSame(now: Standing, seen: Standing): boolean {
  if (now.status !== seen.status || now.isEnded !== seen.isEnded) return false;
  if (now.status === 'unsigned' || seen.status === 'unsigned') return true;
  // Heads of one origin only grow, so the same size is the same head.
  return now.head?.size === seen.head?.size;
}
