import type { Particulars } from '@kanribo/application';
import { type Case, type Contract, caseOf, catalogue, officeTitles, textOf } from '@kanribo/domain';
import type { JsonObject } from '@kanribo/kernel';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';

/** The particulars of one entry by field, and the fields whose are erased. */
interface Told {
  readonly known: Readonly<Record<string, string>>;
  readonly erased: readonly string[];
}

/** What stands beside the entries of a page: names, addresses and remarks. */
export class BesideEntries {
  readonly #contract: Contract;
  readonly #found: ReadonlyMap<number, Particulars>;
  readonly #isNameless: boolean;

  /** `isNameless`: for an external auditor, who sees no texts, and of names those of things alone. */
  constructor(contract: Contract, found: ReadonlyMap<number, Particulars>, isNameless: boolean) {
    this.#contract = contract;
    this.#found = found;
    this.#isNameless = isNameless;
  }

  /** The particulars of one entry by field; of erased ones the names of the fields alone. */
  of({ sequence, given }: { readonly sequence: number; readonly given: readonly string[] }): Told {
    if (this.#isNameless) return { known: withheldTexts(given), erased: [] };
    return this.#all({ sequence, given });
  }

  #all({
    sequence,
    given,
  }: {
    readonly sequence: number;
    readonly given: readonly string[];
  }): Told {
    const found = this.#found.get(sequence) ?? { status: 'none' };
    if (found.status === 'erased') return { known: {}, erased: given };
    return { known: found.status === 'known' ? textsIn(found.values) : {}, erased: [] };
  }

  /** What an id is called: a name, a label, its title and whom it appoints, or title and number. */
  nameOf(id: string): string {
    const found = caseOf(this.#contract, id);
    if (found === undefined) return roleTitle(id) ?? id;
    const appointed = appointedBy(found);
    if (appointed !== undefined) {
      return `${catalogue.get(found.declaration)?.title ?? ''}（${this.nameOf(appointed)}）`;
    }
    const source = nameSource(found);
    if (source === undefined) return titleOf(found);
    if ('label' in source) return source.label;
    if (this.#isNameless && namesSomebody(found)) return titleOf(found);
    const { known, erased } = this.#all(source);
    return known[source.field] ?? (erased.length > 0 ? '（消去済み）' : titleOf(found));
  }

  /** Names of ids, for a page that shows them. */
  namesOf(ids: Iterable<string>): Readonly<Record<string, string>> {
    return Object.fromEntries([...new Set(ids)].map((id) => [id, this.nameOf(id)]));
  }
}

/** Reads the particulars of cases and the names of ids, in one go and with one access entry. */
export async function readBeside(
  { instance, freshId }: Pick<Parts, 'instance' | 'freshId'>,
  member: Member,
  {
    contract,
    cases,
    ids,
  }: {
    readonly contract: Contract;
    readonly cases: readonly Case[];
    readonly ids: Iterable<string>;
  },
): Promise<BesideEntries> {
  const asked = new Set<number>();
  const isNameless = member.audit !== undefined;
  for (const { steps } of isNameless ? [] : cases) {
    for (const { sequence, given } of steps) if (given.length > 0) asked.add(sequence);
  }
  for (const id of ids) {
    const asNamed = caseOf(contract, id);
    const found = caseOf(contract, (asNamed && appointedBy(asNamed)) ?? id);
    const isWithheld = isNameless && found !== undefined && namesSomebody(found);
    const source = found && !isWithheld ? nameSource(found) : undefined;
    if (source !== undefined && 'sequence' in source) asked.add(source.sequence);
  }
  const sequences = [...asked].sort((left, right) => left - right);
  if (sequences.length === 0) return new BesideEntries(contract, new Map(), isNameless);
  const caller = { id: freshId(), actor: member.person, sequences };
  const found = await instance.readParticulars(member.contract, caller);
  const none: Particulars = { status: 'none' };
  const bySequence = sequences.map((one, index): [number, Particulars] => [
    one,
    found[index] ?? none,
  ]);
  return new BesideEntries(contract, new Map(bySequence), isNameless);
}

/** Ids that a case names: in its fields, where its rows came from, and who took its steps. */
export function idsIn({ values, steps, declaration }: Case): readonly string[] {
  const fields = catalogue.get(declaration)?.fields ?? {};
  const named = Object.entries(values).flatMap(([field, value]) => {
    const type = fields[field]?.type;
    if (type === 'case' && typeof value === 'string') return [value];
    if (type !== 'cases' || !Array.isArray(value)) return [];
    return value.filter((one) => typeof one === 'string');
  });
  const sources = steps.flatMap(({ source }) => source?.import ?? []);
  return [...named, ...sources, ...steps.map(({ actor }) => actor)];
}

const nameFields = ['name', 'label', 'title'] as const;

/** A person or a firm: what they are called is withheld from an external auditor. */
const namesSomebody = ({ declaration }: Case): boolean =>
  declaration === 'person' || declaration === 'subcontract';

/** The person an appointment is of. */
function appointedBy({ declaration, values }: Case): string | undefined {
  const isAppointment = catalogue.get(declaration)?.preset === 'appointment';
  return isAppointment ? (textOf(values, 'person') ?? undefined) : undefined;
}

type NameSource =
  | { readonly label: string }
  | { readonly sequence: number; readonly given: readonly string[]; readonly field: string };

function nameSource({ declaration, values, steps }: Case): NameSource | undefined {
  for (const field of declaration === 'subcontract' ? ['firm'] : nameFields) {
    const label = values[field];
    if (typeof label === 'string') return { label };
    const taken = steps.findLast(({ given }) => given.includes(field));
    if (taken !== undefined) return { sequence: taken.sequence, given: taken.given, field };
  }
  return undefined;
}

function titleOf({ id, declaration }: Case): string {
  const number = id.slice(declaration.length + 1);
  return `${catalogue.get(declaration)?.title ?? declaration} ${number}`;
}

const titles: ReadonlyMap<string, string> = new Map(Object.entries(officeTitles));
const roleTitle = (actor: string): string | undefined => titles.get(actor);

const withheldTexts = (given: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(given.map((field) => [field, '（監査人には表示しません）']));

function textsIn(values: JsonObject): Readonly<Record<string, string>> {
  const texts = Object.entries(values).flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value] as const] : [],
  );
  return Object.fromEntries(texts);
}
