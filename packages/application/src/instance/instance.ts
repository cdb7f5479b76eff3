import { type BundleSource, parseOrigin } from '@kanribo/evidence';
import { type ContractId, type Result, err } from '@kanribo/kernel';
import type { Caller } from '../access/access-log.ts';
import { type BackupMade, type BackupOrder, type BackupRefusal } from '../backups/make-backup.ts';
import { recordedBackup } from '../backups/recorded-backup.ts';
import { exportContract } from '../bundles/export.ts';
import { ApplicationFault } from '../application-fault.ts';
import { type ContractCheckpoint, checkpointContract } from '../checkpoints/checkpoint.ts';
import type { GuardedLog } from '../checkpoints/guarding.ts';
import {
  type ResumeOrder,
  type Resumed,
  type ResumptionRefusal,
  resumeLogs,
} from '../checkpoints/resume.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Receipt } from '../ledger/rules.ts';
import type { SecretsSource, SigningRefusal } from '../ports.ts';
import { ContractLogs } from './contract-logs.ts';
import type { DomainTypes } from './domain.ts';
import { type Erasure, eraseParticulars, finishErasures } from './erase.ts';
import { type InstanceState, type OpenedContract, instanceId } from './instance-log.ts';
import { openContract, recordInstance } from './instance-entries.ts';
import { OneAtATime } from './one-at-a-time.ts';
import type { Particulars } from './particulars.ts';
import type { ContractRefusal, ErasureRefusal, EvidenceMissing, ReadOnly } from './refusals.ts';
import type { InstanceTools } from './tools.ts';
import { askQuestion, executeCommand, readOnlyOf, readParticulars } from './use-cases.ts';

/**
 * All contracts of one database, and its own log. Several processes may hold the same instance
 * open; what another one recorded is seen before anything is decided or answered.
 */
export class Instance<D extends DomainTypes> {
  /** The first part of every origin. */
  readonly name: string;
  readonly ledger: Ledger<InstanceState, never>;
  readonly #tools: InstanceTools<D>;
  readonly #contracts = new Map<ContractId, Promise<ContractLogs<D>>>();
  readonly #signing = new OneAtATime();

  /** Made by `openInstance` and `createInstance`. */
  constructor(tools: InstanceTools<D>, ledger: Ledger<InstanceState, never>, origin: string) {
    this.#tools = tools;
    this.ledger = ledger;
    this.name = parseOrigin(origin)?.instance ?? '';
  }

  /** All contracts, by id. */
  async contracts(): Promise<readonly OpenedContract[]> {
    const { state } = await this.ledger.current();
    return [...state.contracts.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  /**
   * Opens a new contract: its keys, its logs, and the entry of the instance log that says so. What
   * a crash left of it before is completed.
   */
  async openContract(
    id: ContractId,
    caller: Caller,
  ): Promise<Result<Receipt<never>, ContractRefusal>> {
    return openContract(this.#tools, { ledger: this.ledger, name: this.name }, id, caller);
  }

  /** Records a start of the product; `release` is its version, as a code. */
  recordStart(caller: Caller, release: string): Promise<Receipt<never>> {
    return recordInstance(this.ledger, caller, { event: 'started', facts: { release } });
  }

  /**
   * Backs up everything from one snapshot, and records that it was begun,
   * before its first byte, and then that it was made or broken off. The id is the backup's.
   * @throws what the store, the keys or the writer throw; what was written is then no backup.
   */
  async backup(
    caller: Caller,
    order: BackupOrder & { readonly secrets: SecretsSource },
  ): Promise<Result<BackupMade, BackupRefusal>> {
    return recordedBackup(this.#tools, this.ledger, { caller, order });
  }

  /**
   * Decides a command of a contract and records it, or says why not.
   * @throws {ApplicationFault} `unknown-contract`; `unavailable`: the same command id may be sent
   * again; `corrupt`.
   */
  async execute(
    contractId: ContractId,
    caller: Caller & { readonly command: D['command'] },
  ): Promise<Result<Receipt<D['warning']>, D['refusal'] | ReadOnly | EvidenceMissing>> {
    return executeCommand(this.#tools, await this.#logsOf(contractId), caller);
  }

  /** Answers a question about a contract, and leaves an access entry. */
  async ask(
    contractId: ContractId,
    caller: Caller & { readonly question: D['question'] },
  ): Promise<Result<D['answer'], D['refusal']>> {
    return askQuestion(this.#tools, await this.#logsOf(contractId), caller);
  }

  /** Names, addresses and remarks of entries, in the order asked for; leaves an access entry. */
  async readParticulars(
    contractId: ContractId,
    caller: Caller & { readonly sequences: readonly number[] },
  ): Promise<readonly Particulars[]> {
    return readParticulars(this.#tools, await this.#logsOf(contractId), caller);
  }

  /** Erases the particulars of one entry; its place in the log stays as it is. */
  async erase(
    contractId: ContractId,
    erasure: Caller & Erasure,
  ): Promise<Result<Receipt<D['warning']>, ErasureRefusal>> {
    const logs = await this.#logsOf(contractId);
    const readOnly = await readOnlyOf(logs);
    return readOnly === undefined ? eraseParticulars(this.#tools, logs, erasure) : err(readOnly);
  }

  /** Keeps evidence for a contract, durably, and answers its SHA-256 in lower-case hex. */
  async keepEvidence(contractId: ContractId, bytes: AsyncIterable<Uint8Array>): Promise<string> {
    await this.#logsOf(contractId);
    const digest = await this.#tools.store.keep(contractId, bytes);
    await this.#tools.onStep?.('evidence-stored');
    return digest;
  }

  /** Why a contract records nothing now, if it is so. */
  async readOnly(contractId: ContractId): Promise<SigningRefusal | undefined> {
    return (await readOnlyOf(await this.#logsOf(contractId)))?.reason;
  }

  /**
   * Signed heads of a contract's logs for whoever keeps them outside. Where the guard refuses the
   * contract is read-only from then on, and the answer says why.
   */
  async checkpoint(contractId: ContractId): Promise<Result<ContractCheckpoint, SigningRefusal>> {
    const logs = await this.#logsOf(contractId);
    const signed = await this.#signing.run(() =>
      checkpointContract(this.#tools, logs, this.guardedLog()),
    );
    if (signed.ok) await this.#tools.onStep?.('checkpoint-released');
    return signed;
  }

  /**
   * Signs a checkpoint and lends the bundle of exactly that state of a contract to `use`, which
   * writes it out; it can be read only until `use` has answered.
   */
  async exportBundle<T>(
    contractId: ContractId,
    use: (source: BundleSource) => Promise<T>,
  ): Promise<Result<T, SigningRefusal>> {
    const order = {
      instance: this.name,
      contract: contractId,
      checkpoint: () => this.checkpoint(contractId),
    };
    return exportContract(this.#tools, order, use);
  }

  /** The instance's own log, as it is looked at and signed. */
  guardedLog(): GuardedLog {
    const key = { contractId: instanceId, log: 'instance' } as const;
    return { key, current: () => this.ledger.sound() };
  }

  /**
   * Lets the logs of a contract, or the instance's own under the id `instance`, go on under a new
   * origin where the guard demands it.
   */
  async resume(
    contractId: ContractId,
    order: ResumeOrder,
  ): Promise<Result<readonly Resumed[], ResumptionRefusal>> {
    if (contractId === instanceId) {
      const { key } = this.guardedLog();
      return resumeLogs(this.#tools, [{ key, ledger: this.ledger }], order);
    }
    const logs = await this.#logsOf(contractId);
    const [access, register] = logs.guardedLogs();
    const resumed = await resumeLogs(
      this.#tools,
      [
        { key: access.key, ledger: logs.access.ledger },
        { key: register.key, ledger: logs.register },
      ],
      order,
    );
    await logs.compareWithGuard();
    return resumed;
  }

  #logsOf(contractId: ContractId): Promise<ContractLogs<D>> {
    const known = this.#contracts.get(contractId);
    if (known !== undefined) return known;
    const opening = this.#open(contractId);
    this.#contracts.set(contractId, opening);
    opening.catch(() => this.#contracts.delete(contractId));
    return opening;
  }

  async #open(contractId: ContractId): Promise<ContractLogs<D>> {
    const { state } = await this.ledger.current();
    if (!state.contracts.has(contractId)) {
      throw new ApplicationFault('unknown-contract', `there is no contract ${contractId}`);
    }
    const logs = new ContractLogs(contractId, this.#tools);
    await logs.register.current();
    if (logs.register.corrupt !== undefined) return logs;
    await logs.compareWithGuard();
    await finishErasures(this.#tools, logs);
    return logs;
  }
}
