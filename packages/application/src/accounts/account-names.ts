import { commitParticulars } from '@kanribo/evidence';
import { type JsonObject, isJsonObject, parseCanonical } from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { ApplicationFault } from '../application-fault.ts';
import { instanceId } from '../instance/instance-log.ts';
import { readEntry } from '../ledger/fold.ts';
import type { LogKey, LogReader, StoredParticulars } from '../ports.ts';
import type { Account } from './account-state.ts';

/** How an account is called; it stands beside the log and can be erased. */
export interface AccountNames {
  readonly signInId: string;
  readonly displayName: string;
}

const key: LogKey = { contractId: instanceId, log: 'instance' };
const mostKept = 10_000;

/** Reads the names of accounts, and of their devices, out of the particulars of the instance log. */
export class AccountNameBook {
  readonly #logs: Pick<LogReader, 'entries' | 'particulars'>;
  readonly #sha256: Sha256;
  readonly #read = new Map<number, AccountNames>();

  constructor(tools: {
    readonly logs: Pick<LogReader, 'entries' | 'particulars'>;
    readonly sha256: Sha256;
  }) {
    this.#logs = tools.logs;
    this.#sha256 = tools.sha256;
  }

  /**
   * The names of an account; its id where they were erased.
   * @throws {ApplicationFault} `corrupt` where they are not what the entry was made of.
   */
  async of({ id, namedBy }: Account): Promise<AccountNames> {
    const known = this.#read.get(namedBy);
    if (known !== undefined) return known;
    const names = namesIn(await this.#object(namedBy)) ?? { signInId: id, displayName: id };
    if (this.#read.size >= mostKept) this.#read.clear();
    this.#read.set(namedBy, names);
    return names;
  }

  /** What the device is called that an entry registered; empty where it was erased. */
  async deviceTitle(sequence: number): Promise<string> {
    const title = (await this.#object(sequence))?.['title'];
    return typeof title === 'string' ? title : '';
  }

  async #object(sequence: number): Promise<JsonObject | undefined> {
    const stored = await this.#stored(sequence);
    if (stored === undefined) return undefined;
    const range = { from: sequence, to: sequence + 1 };
    for await (const [bytes] of this.#logs.entries(key, range)) {
      if (bytes === undefined) continue;
      const { particulars } = readEntry(bytes, sequence, key);
      if (commitParticulars(this.#sha256, stored) === particulars) return objectIn(stored.text);
    }
    const what = `the particulars of entry ${sequence} of the instance log`;
    throw new ApplicationFault('corrupt', `${what} are not the committed ones`);
  }

  async #stored(sequence: number): Promise<StoredParticulars | undefined> {
    const range = { from: sequence, to: sequence + 1 };
    for await (const [stored] of this.#logs.particulars(key, range)) return stored;
    return undefined;
  }
}

function objectIn(text: string): JsonObject | undefined {
  const parsed = parseCanonical(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}

function namesIn({ signInId, displayName }: JsonObject = {}): AccountNames | undefined {
  if (typeof signInId !== 'string' || typeof displayName !== 'string') return undefined;
  return { signInId, displayName };
}
