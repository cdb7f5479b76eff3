import { type Contract, casesOf, textOf } from '@kanribo/domain';
import type { ContractId } from '@kanribo/kernel';

const most = 1000;

/**
 * The files that were found to be forms: designated in the register, or kept through the form's
 * own route since the server was started; of these the last thousand.
 */
export class KeptForms {
  readonly #kept = new Set<string>();

  /** A sound form was kept for a contract, under its SHA-256. */
  add(contract: ContractId, digest: string): void {
    this.#kept.add(`${contract} ${digest}`);
    const [oldest] = this.#kept;
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** Whether a file of a contract is known to be a form. */
  has(id: ContractId, contract: Contract, digest: string): boolean {
    return (
      this.#kept.has(`${id} ${digest}`) ||
      [...casesOf(contract, 'designated-form')].some(
        ({ values }) => textOf(values, 'form') === `sha256:${digest}`,
      )
    );
  }
}
