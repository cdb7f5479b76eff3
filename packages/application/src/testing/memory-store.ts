import { createHash } from 'node:crypto';
import type { ContractId } from '@kanribo/kernel';
import { emptyRoot } from '@kanribo/merkle';
import type {
  AppendGroup,
  EntryRange,
  EvidenceStore,
  FillableStore,
  FillingStore,
  FullTile,
  Head,
  LogKey,
  LogStore,
  SnapshotReader,
  StoredParticulars,
} from '../ports.ts';
import type { SealedSecret, SealedSecretStore } from '../accounts/ports.ts';
import { sha256 } from './sha256.ts';

interface StoredLog {
  readonly key: LogKey;
  head: Head;
  readonly entries: Uint8Array[];
  readonly particulars: Map<number, StoredParticulars>;
  readonly tiles: Map<string, FullTile>;
}

type Particulars = StoredParticulars & { readonly sequence: number };

/**
 * Logs and evidence in memory, for tests of what stands on the port. It keeps the port's promises
 * about order, compare-and-set and erasure; being durable it cannot promise.
 */
export class MemoryStore implements LogStore, EvidenceStore, SealedSecretStore, FillableStore {
  readonly #logs: Map<string, StoredLog>;
  readonly #evidence: Map<string, Map<string, Uint8Array>>;
  readonly #batch: number;
  readonly #secrets = new Map<string, SealedSecret>();

  constructor({ batch = 1000 }: { readonly batch?: number } = {}) {
    this.#logs = new Map();
    this.#evidence = new Map();
    this.#batch = batch;
  }

  async logs(): Promise<readonly (LogKey & Head)[]> {
    const names = [...this.#logs.keys()].sort();
    return names.flatMap((name) => {
      const log = this.#logs.get(name);
      return log === undefined ? [] : [{ ...log.key, ...log.head }];
    });
  }

  async head(key: LogKey): Promise<Head | undefined> {
    return this.#logs.get(nameOf(key))?.head;
  }

  async *entries(key: LogKey, range: EntryRange): AsyncIterable<readonly Uint8Array[]> {
    for (let from = range.from; from < range.to; from += this.#batch) {
      await Promise.resolve();
      const to = Math.min(range.to, from + this.#batch);
      const batch = this.#logs.get(nameOf(key))?.entries.slice(from, to) ?? [];
      if (batch.length > 0) yield batch;
    }
  }

  async *particulars(key: LogKey, range: EntryRange): AsyncIterable<readonly Particulars[]> {
    const kept = [...(this.#logs.get(nameOf(key))?.particulars ?? [])]
      .filter(([sequence]) => sequence >= range.from && sequence < range.to)
      .map(([sequence, particulars]) => ({ sequence, ...particulars }));
    if (kept.length > 0) yield kept.sort((left, right) => left.sequence - right.sequence);
  }

  async tile(
    key: LogKey,
    { level, index }: { readonly level: number; readonly index: number },
  ): Promise<Uint8Array | undefined> {
    return this.#logs.get(nameOf(key))?.tiles.get(`${level}/${index}`)?.hashes;
  }

  async *tiles(key: LogKey): AsyncIterable<FullTile> {
    const kept = [...(this.#logs.get(nameOf(key))?.tiles.values() ?? [])];
    yield* kept.sort((left, right) => left.level - right.level || left.index - right.index);
  }

  async create(key: LogKey, origin: string): Promise<void> {
    const found = this.#logs.get(nameOf(key));
    if (found !== undefined) {
      if (found.head.origin === origin) return;
      throw new Error(`the log is there under ${found.head.origin}`);
    }
    const head = { origin, size: 0, root: emptyRoot(sha256) };
    const empty = { entries: [], particulars: new Map(), tiles: new Map() };
    this.#logs.set(nameOf(key), { key, head, ...empty });
  }

  async append(key: LogKey, group: AppendGroup): Promise<'appended' | 'conflict'> {
    const log = this.#logs.get(nameOf(key));
    if (log === undefined) throw new Error('an append to a log that is not there');
    if (log.head.size !== group.expectedSize) return 'conflict';
    for (const { entry, particulars } of group.entries) {
      if (particulars !== null) log.particulars.set(log.entries.length, particulars);
      log.entries.push(new Uint8Array(Buffer.from(entry, 'utf8')));
    }
    for (const tile of group.tiles) log.tiles.set(`${tile.level}/${tile.index}`, tile);
    const origin = group.origin ?? log.head.origin;
    log.head = { origin, size: log.entries.length, root: group.root };
    return 'appended';
  }

  async eraseParticulars(
    key: LogKey,
    { sequence, erasure }: { readonly sequence: number; readonly erasure: number },
  ): Promise<boolean> {
    const log = this.#logs.get(nameOf(key));
    const text = Buffer.from(log?.entries[erasure] ?? []).toString('utf8');
    const allowed = text.includes('"log/erased@1"') && text.includes(`"sequence":${sequence}}`);
    if (log === undefined || !allowed) return false;
    log.particulars.delete(sequence);
    return true;
  }

  async snapshot<T>(use: (reader: SnapshotReader) => Promise<T>): Promise<T> {
    return use(this.#copy());
  }

  async fill<T>(
    use: (target: FillingStore) => Promise<T>,
  ): Promise<{ readonly filled: true; readonly value: T } | { readonly filled: false }> {
    if (this.#logs.size > 0 || this.#evidence.size > 0) return { filled: false };
    const target = new MemoryStore({ batch: this.#batch });
    const value = await use(target);
    for (const [name, log] of target.#logs) this.#logs.set(name, log);
    for (const [contractId, kept] of target.#evidence) this.#evidence.set(contractId, kept);
    for (const secret of target.#secrets.values()) await this.keepSealed(secret);
    return { filled: true, value };
  }

  async sealedSecrets(): Promise<readonly SealedSecret[]> {
    return [...this.#secrets.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
  }

  async keepSealed(secret: SealedSecret): Promise<void> {
    this.#secrets.set(secret.id, secret);
  }

  async evidence(
    contractId: ContractId,
    digest: string,
  ): Promise<AsyncIterable<Uint8Array> | undefined> {
    const bytes = this.#evidence.get(contractId)?.get(digest);
    return bytes === undefined ? undefined : inChunks(bytes);
  }

  async evidenceDigests(contractId: ContractId): Promise<readonly string[]> {
    return [...(this.#evidence.get(contractId)?.keys() ?? [])].sort();
  }

  async keep(contractId: ContractId, bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(Uint8Array.from(chunk));
    const whole = new Uint8Array(Buffer.concat(chunks));
    const digest = createHash('sha256').update(whole).digest('hex');
    const kept = this.#evidence.get(contractId) ?? new Map<string, Uint8Array>();
    this.#evidence.set(contractId, kept.set(digest, whole));
    return digest;
  }

  #copy(): MemoryStore {
    const copy = new MemoryStore({ batch: this.#batch });
    for (const [name, log] of this.#logs) {
      const entries = [...log.entries];
      const particulars = new Map(log.particulars);
      copy.#logs.set(name, { ...log, entries, particulars, tiles: new Map(log.tiles) });
    }
    for (const [id, secret] of this.#secrets) copy.#secrets.set(id, secret);
    for (const [id, kept] of this.#evidence) copy.#evidence.set(id, new Map(kept));
    return copy;
  }
}

const nameOf = (key: LogKey): string => `${key.contractId}/${key.log}`;

const chunkLength = 1024;

async function* inChunks(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += chunkLength) {
    yield bytes.subarray(from, from + chunkLength);
  }
}
