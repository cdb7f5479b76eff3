import { createHash } from 'node:crypto';
import { type Contract, sizeKnownBy, versionAt } from '@kanribo/domain';
import { lives } from '@kanribo/domain/testing';
import { type Day, type Moment, dayOf, isJsonObject, midnightAfter } from '@kanribo/kernel';
import { fakeNow } from './fake-clock.ts';

type Life = ReturnType<(typeof lives)['spine']>;

/** A contract of the stand-in: a life of the domain that goes on by the stand-in's clock. */
export class FakeContract {
  readonly id: string;
  readonly life: Life;
  readonly #receipts = new Map<string, unknown>();

  constructor(id: string, life: Life) {
    this.id = id;
    this.life = life;
  }

  /** The clock by which entries are recorded. */
  get now(): Moment {
    return fakeNow();
  }

  get today(): Day {
    return dayOf(this.now);
  }

  /** The contract as it was known at the end of a day; as it is now without one. */
  known(day: Day | undefined): Contract {
    if (day === undefined) return this.life.contract;
    const { contract } = this.life;
    return versionAt(contract, sizeKnownBy(contract, midnightAfter(day)));
  }

  /** The particulars beside an entry. */
  beside(sequence: number): Readonly<Record<string, string>> {
    const particulars = this.life.stored[sequence]?.particulars;
    if (!isJsonObject(particulars)) return {};
    const texts = Object.entries(particulars).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    return Object.fromEntries(texts);
  }

  /** Whether a command id was recorded. */
  knows(commandId: string): boolean {
    return this.#receipts.has(commandId);
  }

  /** The first receipt of a command id, or what `make` gives now. */
  once(commandId: string, make: () => unknown): { receipt: unknown; repeated: boolean } {
    const known = this.#receipts.get(commandId);
    if (known !== undefined) return { receipt: known, repeated: true };
    const receipt = make();
    this.#receipts.set(commandId, receipt);
    return { receipt, repeated: false };
  }
}

/** The contracts of the stand-in, one for each life of the domain. */
export class FakeContracts {
  readonly #found = new Map<string, FakeContract>();

  /** A contract by the name of its life; undefined where there is none. */
  of(id: string): FakeContract | undefined {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const live = Object.entries(lives).find(([name]) => name === id)?.[1];
    if (live === undefined) return undefined;
    const found = new FakeContract(id, live());
    this.#found.set(id, found);
    return found;
  }

  /** Every contract there is. */
  all(): readonly FakeContract[] {
    return Object.keys(lives).flatMap((id) => this.of(id) ?? []);
  }
}

/** SHA-256 in hex. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
