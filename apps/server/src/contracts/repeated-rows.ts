import {
  type Case,
  type Contract,
  type FileRow,
  type Repeat,
  type SaidByLine,
  casesOf,
  catalogue,
  isVoided,
  linesLike,
  repeatsIn,
  textOf,
} from '@kanribo/domain';
import type { Member } from '../http/handle.ts';
import type { Parts } from '../parts.ts';
import { type BesideEntries, readBeside } from './beside-entries.ts';

interface Asked {
  readonly contract: Contract;
  readonly declaration: string;
  readonly rows: readonly FileRow[];
}

/**
 * The rows that say again what a line of the register or an earlier row says. Texts are read of the
 * lines alone whose facts are a row's, in one go and with one access entry.
 */
export async function repeatedRows(
  parts: Parts,
  member: Member,
  { contract, declaration: name, rows }: Asked,
): Promise<readonly Repeat[]> {
  const declaration = catalogue.get(name);
  if (declaration === undefined) return [];
  const lines = linesLike(contract, declaration, rows);
  const beside = await readBeside(parts, member, { contract, cases: lines, ids: [] });
  const said = lines.map((line) => [line, saidBy(line, beside)] as const);
  return repeatsIn(declaration, rows, said);
}

function saidBy({ steps, values }: Case, beside: BesideEntries): SaidByLine {
  const [first] = steps;
  const texts = steps.map((taken) => beside.of(taken).known);
  return {
    opened: { ...first.values, ...texts[0] },
    now: texts.reduce<SaidByLine['now']>((folded, known) => ({ ...folded, ...known }), values),
  };
}

/** How many imports of a file into a register were struck out. */
export function struckImports(
  contract: Contract,
  { register, digest }: { readonly register: string; readonly digest: string },
): number {
  return [...casesOf(contract, 'import')].filter(
    (found) =>
      isVoided(found) &&
      textOf(found.values, 'register') === register &&
      textOf(found.values, 'digest') === digest,
  ).length;
}
