import { randomUUID } from 'node:crypto';
import {
  type DecidedEvent,
  type FoldRules,
  Ledger,
  type LogKey,
  type LogStore,
} from '@kanribo/application';
import { encodeEntry } from '@kanribo/evidence';
import {
  type CommandId,
  type ContractId,
  momentOf,
  ok,
  parseCommandId,
  parseContractId,
  utf8,
} from '@kanribo/kernel';
import { type Tree, appendLeaves, emptyTree, leafHash } from '@kanribo/merkle';
import { platform } from '../../../apps/cli/src/platform.ts';

const event: DecidedEvent = {
  declaration: 'take-out/entered@1',
  duties: ['take-out-register'],
  facts: {
    case: 'take-out-1204',
    count: 250,
    thing: 'thing-77',
    place: 'place-3',
    by: 'person-12',
  },
  particulars: { remark: '封かんして手渡し、受領の署名を確認' },
};

const rules: FoldRules<null, never> = {
  empty: () => null,
  evolve: () => null,
  cite: () => '20(5)',
  recall: () => ({ subject: 'take-out-1204', warnings: [] }),
};

/** The register of a contract with this id. */
function registerOf(contract: string): LogKey {
  return { contractId: contractIdOf(contract), log: 'register' };
}

function contractIdOf(text: string): ContractId {
  const id = parseContractId(text);
  if (!id.ok) throw new RangeError(text);
  return id.value;
}

/** The caller's work, and so as little as possible: Node draws many of these at a time. */
function freshId(): CommandId {
  const id = parseCommandId(randomUUID().replaceAll('-', ''));
  if (!id.ok) throw new RangeError('an id of 16 bytes');
  return id.value;
}

/** Writes one register through the ledger, as the product does. */
export class Writer {
  readonly #ledger: Ledger<null, never>;

  private constructor(ledger: Ledger<null, never>) {
    this.#ledger = ledger;
  }

  /** Opens a register, making it where there is none. */
  static async open(store: LogStore, contract: string): Promise<Writer> {
    const key = registerOf(contract);
    await store.create(key, `bench.example/${contract}/register/0`);
    const ledger = new Ledger({ ...platform, store, key, rules, folds: 'nothing' });
    await ledger.current();
    return new Writer(ledger);
  }

  /** Records one entry; resolves when it is durable. */
  async write(): Promise<void> {
    const decide = () => ok({ subject: 'take-out-1204', events: [event], warnings: [] });
    await this.#ledger.submit({ id: freshId(), actor: 'person-12', decide });
  }
}

/** An entry as the writer leaves it, of this sequence: canonical text ends with the sequence. */
export function entryText(sequence: number): string {
  return `${entryStart}${sequence}}`;
}

const entryStart = encodeEntry({
  format: 1,
  sequence: 0,
  recordedAt: momentOf(Date.UTC(2026, 3, 6)),
  actor: 'person-12',
  command: freshId(),
  ordinal: 0,
  declaration: event.declaration,
  duties: [['take-out-register', '20(5)']],
  facts: event.facts,
  particulars: 'ab'.repeat(32),
}).slice(0, -'0}'.length);

/** The particulars that stand beside each entry. */
export const particularsText = JSON.stringify(event.particulars);

/** Appends groups of entries made beforehand to one register: the store alone, without a ledger. */
export class BareWriter {
  readonly #store: LogStore;
  readonly #key: LogKey;
  #tree: Tree = emptyTree;

  private constructor(store: LogStore, key: LogKey) {
    this.#store = store;
    this.#key = key;
  }

  /** Makes an empty register. */
  static async create(store: LogStore, contract: string): Promise<BareWriter> {
    const key = registerOf(contract);
    await store.create(key, `bench.example/${contract}/register/0`);
    return new BareWriter(store, key);
  }

  /** Appends so many entries in one statement; resolves when they are durable. */
  async write(count: number): Promise<void> {
    const from = this.#tree.frontier.size;
    const texts = Array.from({ length: count }, (_, index) => entryText(from + index));
    const leaves = texts.map((text) => leafHash(platform.sha256, utf8(text)));
    const { tree, root, tiles } = appendLeaves(platform.sha256, this.#tree, leaves);
    const particulars = { salt: new Uint8Array(16), text: particularsText };
    const entries = texts.map((entry) => ({ entry, particulars }));
    await this.#store.append(this.#key, { expectedSize: from, root, tiles, entries });
    this.#tree = tree;
  }

  /** Appends until the register has so many entries. */
  async grow(size: number): Promise<void> {
    while (this.#tree.frontier.size < size) {
      await this.write(Math.min(8192, size - this.#tree.frontier.size));
    }
  }
}
