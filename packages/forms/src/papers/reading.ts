import { type Case, type Contract, caseOf, caseOn, stepOf } from '@kanribo/domain';
import type { Day, JsonObject } from '@kanribo/kernel';
import { FormsFault } from '../forms-fault.ts';
import type { PaperInput } from './paper-input.ts';

/** How a paper reads the register: which cases there are, and what stands beside their entries. */
export interface Reading {
  /** The case as the paper knows it; undefined where it did not exist for it. */
  readonly find: (id: string) => Case | undefined;
  /** The particular a step gave, empty where it gave none, erased ones as `erasedText`. */
  readonly particularAt: (sequence: number, name: string) => string;
}

/** What is printed where a name, address or remark was erased. */
const erasedText = '（消去済み）';

/** Reads the register as it was after the entry of this sequence, and nothing later. */
export function readingKnownAt(input: PaperInput, sequence: number): Reading {
  const find = (id: string) => {
    const found = caseOf(input.contract, id);
    return found && knownAt(found, sequence);
  };
  return { find, particularAt: particularsOf(input) };
}

/** Reads the register by what had happened at the end of a day. */
export function readingOn(input: PaperInput, day: Day): Reading {
  const find = (id: string) => {
    const found = caseOf(input.contract, id);
    return found && (caseOn(found, day) ?? found);
  };
  return { find, particularAt: particularsOf(input) };
}

/** The case by the entries up to a sequence; undefined where it began later. */
export function knownAt(found: Case, sequence: number): Case | undefined {
  const [first, ...later] = found.steps.filter((taken) => taken.sequence <= sequence);
  if (first === undefined) return undefined;
  const last = later.at(-1) ?? first;
  const values = later.reduce<JsonObject>(
    (before, taken) => ({ ...before, ...taken.values }),
    first.values,
  );
  return { ...found, status: last.status, values, steps: [first, ...later] };
}

/** The particular of a case as its latest step gave it; empty where no step did. */
export function particularOf({ particularAt }: Reading, found: Case, name: string): string {
  const taken = found.steps.findLast(({ given }) => given.includes(name));
  return taken === undefined ? '' : particularAt(taken.sequence, name);
}

/**
 * The filing the paper is made of, as it was when it was last prepared.
 * @throws {FormsFault} `paper-impossible` where it is no such filing or was never prepared.
 */
export function preparedFiling(
  input: PaperInput,
  declaration: string,
): { readonly filing: Case; readonly reading: Reading } {
  const found = caseOf(input.contract, input.subject ?? '');
  const prepared = found && stepOf(found, 'prepared');
  if (found?.declaration !== declaration || prepared === undefined) {
    throw new FormsFault('paper-impossible', `${input.subject} is no prepared ${declaration}`);
  }
  const filing = knownAt(found, prepared.sequence) ?? found;
  return { filing, reading: readingKnownAt(input, prepared.sequence) };
}

/** The basic facts of the contract, which every paper names its parties from. */
export function basicsIn({ contract }: { readonly contract: Contract }, reading: Reading): Case {
  const found = reading.find('contract-1') ?? caseOf(contract, 'contract-1');
  if (found === undefined) throw new FormsFault('paper-impossible', 'the contract is not set up');
  return found;
}

function particularsOf({ particularsAt }: PaperInput): Reading['particularAt'] {
  return (sequence, name) => {
    const beside = particularsAt(sequence);
    if (beside.status === 'erased') return erasedText;
    const value = beside.status === 'known' ? beside.values[name] : undefined;
    return typeof value === 'string' ? value : '';
  };
}
