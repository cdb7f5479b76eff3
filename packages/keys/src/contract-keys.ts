import type { KeyObject } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContractId } from '@kanribo/kernel';
import {
  type ContractSecrets,
  contractFileName,
  contractOfFileName,
  formatContractFile,
  freshSecrets,
  parseContractFile,
  withSecrets,
} from './contract-file.ts';
import { publishFile, readPrivate, storing } from './durable-files.ts';
import { KeysFault } from './keys-fault.ts';
import type { OnStep } from './steps.ts';

/** The contracts' own keys: one file each, written once and never again. */
export class ContractKeys {
  readonly #directory: string;
  readonly #root: KeyObject;
  readonly #onStep: OnStep;

  constructor(directory: string, root: KeyObject, onStep: OnStep) {
    this.#directory = directory;
    this.#root = root;
    this.#onStep = onStep;
  }

  /**
   * Makes keys where there are none; of two who try at once one makes them for both. What is there
   * already is durable, and is opened to see that it can be.
   */
  async create(contractId: ContractId): Promise<void> {
    const file = withSecrets(freshSecrets(), (secrets) =>
      formatContractFile(this.#root, contractId, secrets),
    );
    const staged = async (): Promise<void> => this.#onStep('contract-staged');
    await publishFile(this.#path(contractId), file, staged);
    await this.use(contractId, () => undefined);
  }

  /**
   * Runs `use` with the contract's secrets and wipes them; undefined where it has no keys.
   * @throws {KeysFault} `contract-damaged`, `permissions-too-open`, `storage-failed`.
   */
  async use<T>(
    contractId: ContractId,
    use: (secrets: ContractSecrets) => T,
  ): Promise<T | undefined> {
    const file = await readPrivate(this.#path(contractId));
    if (file === undefined) return undefined;
    const secrets = parseContractFile(this.#root, contractId, file);
    if (secrets === undefined) {
      throw new KeysFault('contract-damaged', `the keys of contract ${contractId} do not open`);
    }
    return withSecrets(secrets, use);
  }

  /** Every contract that has keys, in order. */
  async list(): Promise<readonly ContractId[]> {
    const names = await storing(this.#directory, () => readdir(this.#directory));
    return names
      .map(contractOfFileName)
      .filter((id) => id !== undefined)
      .sort();
  }

  #path(contractId: ContractId): string {
    return join(this.#directory, contractFileName(contractId));
  }
}
