import {
  type JsonObject,
  type JsonValue,
  type Moment,
  dayOf,
  plainTrackingNumber,
} from '@kanribo/kernel';
import { type Case, isVoided } from './engine/case.ts';
import { type Contract, casesOf } from './engine/contract.ts';
import type { CaseDeclaration } from './engine/declaration.ts';
import type { FileRow } from './many-commands.ts';

/** A row that says what a line, or an earlier row of its file, says already. */
export interface Repeat {
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** The line of the register; null where it is an earlier row. */
  readonly line: string | null;
  /** The place of the earlier row; null where it is a line. */
  readonly earlier: number | null;
}

/** What a line said when it was opened and what it says now, its texts included. */
export interface SaidByLine {
  readonly opened: JsonObject;
  readonly now: JsonObject;
}

/** A line or an earlier row that a row is compared with. */
interface Known {
  readonly line: string | null;
  readonly earlier: number | null;
  readonly occurredAt: Moment;
  readonly said: readonly JsonObject[];
}

/** What a row is known by: these fields, and the day it opened on unless they name it alone. */
interface Identity {
  readonly names: readonly string[];
  readonly isOfDay: boolean;
}

/** The lines whose facts are those of a row, whatever their texts: those have to be read. */
export function linesLike(
  contract: Contract,
  declaration: CaseDeclaration,
  rows: readonly FileRow[],
): readonly Case[] {
  const standing = [...casesOf(contract, declaration.name)].filter((line) => !isVoided(line));
  const byId = new Map(standing.map((line) => [line.id, line]));
  const known = standing.map((line) => knownLine(line, factsOf(line)));
  const isFact = (name: string) => declaration.fields[name]?.type !== 'text';
  const comparing = new Comparing(declaration, known, isFact);
  const found = rows.flatMap((row) => comparing.alike(row)).map(({ line }) => line ?? '');
  return [...new Set(found)].flatMap((id) => byId.get(id) ?? []);
}

const factsOf = ({ steps, values }: Case): SaidByLine => ({ opened: steps[0].values, now: values });

const knownLine = ({ id, steps }: Case, { opened, now }: SaidByLine): Known => ({
  line: id,
  earlier: null,
  occurredAt: steps[0].occurredAt,
  said: [opened, now],
});

/**
 * The rows that say again what a line or an earlier row of theirs says: the fields a declaration
 * names its cases by where the row gives them all, otherwise everything the row gives to its opening
 * step, on the same day, and at the same minute where the row states its time. `lines` are those of
 * {@link linesLike}, with their texts.
 */
export function repeatsIn(
  declaration: CaseDeclaration,
  rows: readonly FileRow[],
  lines: readonly (readonly [Case, SaidByLine])[],
): readonly Repeat[] {
  const known = lines.map(([line, said]) => knownLine(line, said));
  const comparing = new Comparing(declaration, known, () => true);
  return rows.flatMap((row, index): readonly Repeat[] => {
    const [found] = comparing.alike(row);
    const [{ occurredAt, values }] = row.life;
    comparing.add({ line: null, earlier: index, occurredAt, said: [values] }, row);
    return found === undefined ? [] : [{ index, line: found.line, earlier: found.earlier }];
  });
}

/** Finds what is known by what rows give, however many of both there are. */
class Comparing {
  readonly #declaration: CaseDeclaration;
  readonly #known: readonly Known[];
  readonly #counts: (name: string) => boolean;
  readonly #indexes = new Map<string, Map<string, Known[]>>();

  constructor(
    declaration: CaseDeclaration,
    known: readonly Known[],
    counts: (name: string) => boolean,
  ) {
    this.#declaration = declaration;
    this.#known = known;
    this.#counts = counts;
  }

  /** What is known and says what a row gives, lines first. */
  alike(row: FileRow): readonly Known[] {
    const [{ occurredAt, values }] = row.life;
    const identity = this.#identityOf(values);
    const found = this.#indexOf(identity).get(this.#keyOf(identity, values, occurredAt)) ?? [];
    if (!identity.isOfDay || !row.isTimeStated) return found;
    return found.filter((one) => minuteOf(one.occurredAt) === minuteOf(occurredAt));
  }

  /** A row that those after it are compared with as well. */
  add(known: Known, row: FileRow): void {
    const identity = this.#identityOf(row.life[0].values);
    this.#put(this.#indexOf(identity), identity, known);
  }

  #identityOf(values: JsonObject): Identity {
    const { identifiedBy } = this.#declaration;
    const isNamed = identifiedBy.length > 0 && identifiedBy.every((name) => name in values);
    const names = isNamed ? identifiedBy : Object.keys(values).toSorted();
    return { names: names.filter(this.#counts), isOfDay: !isNamed };
  }

  #indexOf(identity: Identity): Map<string, Known[]> {
    const name = identity.names.join(' ');
    const known = this.#indexes.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, Known[]>();
    for (const one of this.#known) this.#put(index, identity, one);
    this.#indexes.set(name, index);
    return index;
  }

  #put(index: Map<string, Known[]>, identity: Identity, known: Known): void {
    const keys = known.said.map((values) => this.#keyOf(identity, values, known.occurredAt));
    for (const key of new Set(keys)) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [known]);
      else found.push(known);
    }
  }

  #keyOf({ names, isOfDay }: Identity, values: JsonObject, occurredAt: Moment): string {
    const said = names.map((name) => this.#plain(name, values[name]));
    return JSON.stringify([isOfDay ? dayOf(occurredAt) : null, said]);
  }

  #plain(name: string, value: JsonValue | undefined): JsonValue {
    if (Array.isArray(value)) return value.map(String).toSorted();
    if (typeof value !== 'string') return value ?? null;
    if (this.#declaration.fields[name]?.type === 'trackingNumber')
      return plainTrackingNumber(value);
    return value.normalize('NFKC').replaceAll(/\s/gu, '');
  }
}

/** Without seconds, which nobody states. */
const minuteOf = (moment: Moment): string => moment.slice(0, 'YYYY-MM-DDThh:mm'.length);
