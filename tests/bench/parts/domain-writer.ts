import { Ledger, type LogKey, type LogStore } from '@kanribo/application';
import { type Command, type WarningCode, decide } from '@kanribo/domain';
import { type JsonObject, type Moment, momentOf, ok, parseContractId } from '@kanribo/kernel';
import { type ContractDomain, rules } from '@kanribo/office';
import { freshCommandId, platform } from '../../../apps/cli/src/platform.ts';
import {
  approvalOf,
  handler,
  lineOf,
  manager,
  medium,
  paper,
  setUpContract,
  thingOf,
} from '../../../packages/domain/src/testing/sample.ts';

const start = Date.parse('2026-04-20T10:00:00+09:00');

/** A ledger that folds a contract as the product does. */
export type DomainLedger = Ledger<ContractDomain['contract'], WarningCode>;

/** Opens the register with the hash function of the product; the clock says what `now` says. */
export function openLedger(
  store: LogStore,
  key: LogKey,
  now: () => Moment = () => platform.clock.now(),
): DomainLedger {
  return new Ledger({ ...platform, store, key, rules, folds: 'everything', clock: { now } });
}

/**
 * Writes the register of a contract through `decide`: things come in, and the first two are taken
 * out and come back again and again. Three entries of four are about a take-out.
 */
export class DomainWriter {
  readonly #ledger: DomainLedger;
  #now = momentOf(start);
  #lines = 0;
  #things = 2;

  private constructor(store: LogStore, key: LogKey) {
    this.#ledger = openLedger(store, key, () => this.#now);
  }

  /** Makes the register of a contract that is set up as far as it may take things out. */
  static async create(store: LogStore, key: LogKey): Promise<DomainWriter> {
    await store.create(key, `bench.example/${key.contractId}/register/0`);
    const writer = new DomainWriter(store, key);
    await writer.#setUp();
    await writer.#take('take-out-approval', 'granted', null, approvalOf([paper, medium]));
    return writer;
  }

  /** Records so many rounds of four entries each; resolves when they are durable. */
  async write(rounds: number): Promise<void> {
    this.#now = momentOf(Date.parse(this.#now) + 1_000);
    await Promise.all(Array.from({ length: rounds }, () => this.#round()));
  }

  /** Records one thing that came in. */
  async writeOne(): Promise<void> {
    this.#things += 1;
    await this.#take('thing', 'received', null, thingOf('paper', `P-${this.#things}`));
  }

  /** How many entries the register has. */
  async size(): Promise<number> {
    return (await this.#ledger.current()).tree.frontier.size;
  }

  async #round(): Promise<void> {
    this.#lines += 1;
    const line = `take-out-${this.#lines}`;
    const thing = this.#lines % 2 === 0 ? paper : medium;
    const things = [thing];
    const back = { returner: handler, returnConfirmedBy: manager };
    const protection = thing === medium ? 'encrypted-locked' : 'sealed';
    await Promise.all([
      this.writeOne(),
      this.#take('take-out', 'permitted', null, lineOf(things)),
      this.#take('take-out', 'taken', line, { protection }),
      this.#take('take-out', 'returned', line, back),
    ]);
  }

  async #setUp(): Promise<void> {
    for (const { recorded, particulars } of setUpContract().stored) {
      const { declaration, facts, actor, recordedAt } = recorded;
      this.#now = recordedAt;
      const events = [{ declaration, duties: [], facts, particulars }];
      const decision = { subject: '', events, warnings: [] };
      await this.#ledger.submit({ id: freshCommandId(), actor, decide: () => ok(decision) });
    }
    this.#now = momentOf(start);
  }

  async #take(
    declaration: string,
    step: string,
    subject: string | null,
    values: JsonObject,
  ): Promise<void> {
    const about = { declaration, step, case: subject, occurredAt: this.#now };
    const command: Command = { ...about, values, falseAlarms: [] };
    const answer = await this.#ledger.submit({
      id: freshCommandId(),
      actor: manager,
      decide: ({ contract }, context) => decide(contract, command, context),
    });
    if (!answer.ok) throw new RangeError(`${declaration}/${step}: ${answer.error.code}`);
  }
}

/** The register of the contract with this id. */
export function registerOf(contract: string): LogKey {
  const id = parseContractId(contract);
  if (!id.ok) throw new RangeError(contract);
  return { contractId: id.value, log: 'register' };
}
