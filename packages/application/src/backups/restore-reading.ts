import {
  EvidenceFault,
  type LogName,
  entriesName,
  particularsName,
  readEntries,
} from '@kanribo/evidence';
import {
  type ContractId,
  type JsonObject,
  fromUtf8,
  isJsonObject,
  parseCanonical,
} from '@kanribo/kernel';
import type { Sha256 } from '@kanribo/merkle';
import { LogRefill } from '../bundles/refill-log.ts';
import type { FillingStore, LogKey } from '../ports.ts';
import { largestFileBytes } from './archive.ts';
import { parseSecretsFile } from './backed-up-secrets.ts';
import { type ArchiveFile, accountsName, listName, secretsName } from './backup-files.ts';
import { type BackupList, parseList } from './backup-list.ts';

interface Tools {
  readonly store: FillingStore;
  readonly sha256: Sha256;
}

interface OpenEvidence {
  readonly contractId: ContractId;
  readonly digest: string;
  readonly parts: Uint8Array[];
  length: number;
}

const nothing = new Uint8Array(0);

/**
 * Takes the files of a backup in their order and fills the logs and the evidence with them. What
 * is out of place, or is not what it has to be, is not taken. The secrets come before the evidence;
 * in backups of before they came before the logs, too.
 */
export class RestoreReading {
  readonly #tools: Tools;
  readonly #adopt: (secrets: JsonObject) => Promise<void>;
  readonly #refills = new Map<string, LogRefill>();
  #list: BackupList | undefined;
  #hasSecrets = false;
  /** Right after the keys' secrets; backups of before there were accounts have no file of theirs. */
  #mayHaveAccounts = false;
  #particulars: ArchiveFile | undefined;
  #evidence: OpenEvidence | undefined;

  constructor(tools: Tools, adopt: (secrets: JsonObject) => Promise<void>) {
    this.#tools = tools;
    this.#adopt = adopt;
  }

  /** Takes the next file; false where it has no place here. */
  async take(file: ArchiveFile): Promise<boolean> {
    if (this.#list === undefined) return this.#takeList(file);
    if (file.name === secretsName) return this.#takeSecrets(file);
    const isNext = this.#mayHaveAccounts;
    this.#mayHaveAccounts = false;
    if (isNext && file.name === accountsName) return this.#takeAccounts(file);
    const [contract, kind, name, part, ...more] = file.name.split('/');
    const log = this.#list.logs.find(({ contractId }) => contractId === contract);
    if (log === undefined || kind === undefined || more.length > 0) return false;
    if (kind === 'evidence' && !this.#hasSecrets) return false;
    if (kind === 'evidence') return this.#takeEvidence(log.contractId, { name, part }, file);
    if (name === 'particulars.jsonl') {
      this.#particulars = file;
      return true;
    }
    const key = this.#list.logs.find((one) => one.contractId === contract && one.log === kind);
    return key !== undefined && this.#takeEntries(key, file);
  }

  /** The list, when all it names is there. */
  async finish(): Promise<BackupList | undefined> {
    if (!(await this.#closeEvidence())) return undefined;
    for (const log of this.#list?.logs ?? []) {
      if (this.#refills.get(nameOf(log))?.finish(log) !== undefined) return undefined;
    }
    return this.#hasSecrets ? this.#list : undefined;
  }

  async #takeList({ name, bytes }: ArchiveFile): Promise<boolean> {
    const list = name === listName ? parseList(fromUtf8(bytes) ?? '') : undefined;
    if (list === undefined) return false;
    for (const log of list.logs) {
      const key = { contractId: log.contractId, log: log.log };
      this.#refills.set(nameOf(log), new LogRefill(this.#tools, key));
      await this.#tools.store.create(key, log.origin);
    }
    this.#list = list;
    return true;
  }

  async #takeSecrets({ bytes }: ArchiveFile): Promise<boolean> {
    const secrets = parseCanonical(fromUtf8(bytes) ?? '');
    if (this.#hasSecrets || !secrets.ok || !isJsonObject(secrets.value)) return false;
    await this.#adopt(secrets.value);
    this.#hasSecrets = true;
    this.#mayHaveAccounts = true;
    return true;
  }

  async #takeAccounts({ bytes }: ArchiveFile): Promise<boolean> {
    const secrets = parseSecretsFile(bytes);
    for (const secret of secrets ?? []) await this.#tools.store.keepSealed(secret);
    return secrets !== undefined;
  }

  async #takeEntries(key: LogKey, file: ArchiveFile): Promise<boolean> {
    const refill = this.#refills.get(nameOf(key));
    const folder = nameOf(key);
    if (refill === undefined || file.name !== `${folder}/entries.jsonl/${refill.size}`)
      return false;
    if (this.#particulars?.name !== `${folder}/particulars.jsonl/${refill.size}`) return false;
    const source = sourceOf(key.log, { entries: file.bytes, particulars: this.#particulars.bytes });
    this.#particulars = undefined;
    try {
      for await (const group of readEntries(source, key.log)) {
        if ((await refill.add(group)) !== undefined) return false;
      }
      return true;
    } catch (fault) {
      if (fault instanceof EvidenceFault) return false;
      throw fault;
    }
  }

  async #takeEvidence(
    contractId: ContractId,
    {
      name: digest,
      part,
    }: { readonly name: string | undefined; readonly part: string | undefined },
    { bytes }: ArchiveFile,
  ): Promise<boolean> {
    if (digest === undefined) return false;
    const open = this.#evidence;
    if (open?.contractId === contractId && open.digest === digest) {
      open.parts.push(bytes);
      open.length += bytes.length;
      if (open.length > largestFileBytes) return false;
      return part === String(open.parts.length - 1);
    }
    if (!(await this.#closeEvidence())) return false;
    this.#evidence = { contractId, digest, parts: [bytes], length: bytes.length };
    return part === '0';
  }

  async #closeEvidence(): Promise<boolean> {
    const open = this.#evidence;
    this.#evidence = undefined;
    if (open === undefined) return true;
    const kept = await this.#tools.store.keep(open.contractId, oneByOne(open.parts));
    return kept === open.digest;
  }
}

const nameOf = ({ contractId, log }: LogKey): string => `${contractId}/${log}`;

/** A part of a log as a bundle of its own. */
function sourceOf(
  log: LogName,
  { entries, particulars }: { readonly entries: Uint8Array; readonly particulars: Uint8Array },
) {
  const files = new Map([
    [entriesName(log), entries],
    [particularsName(log), particulars],
  ]);
  return {
    names: () => oneByOne([...files.keys()]),
    read: (name: string) => oneByOne([files.get(name) ?? nothing]),
  };
}

async function* oneByOne<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
