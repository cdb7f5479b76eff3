import type { DeclarationAnswer } from '@kanribo/api';
import { useMemo, useState } from 'react';
import { type Mapping, guessColumns } from './guess-columns.ts';
import { headsOf } from './merged-cells.ts';
import { messages } from './messages.ts';
import { type ReadRow, type Reading, readRow } from './read-rows.ts';
import type { Ways } from './read-cell.ts';
import type { TableFile } from './read-table.ts';
import { rowsBelow } from './rows-below.ts';
import type { TableRow } from './table-file.ts';
import { type Target, laterSteps, openingSteps, targetsOf } from './targets.ts';
import type { Known } from './use-lookup.ts';

/** What a person has chosen of how a file is read. */
interface Choices {
  readonly sheet: number;
  /** Place of the head among the rows of the sheet. */
  readonly head: number;
  readonly opening: string;
  readonly mapping: Mapping;
  readonly ways: Ways;
  readonly replacements: Readonly<Record<string, string>>;
  /** What was typed in place of a cell, by line and column. */
  readonly mended: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly leftOut: ReadonlySet<number>;
  readonly cleared: ReadonlySet<string>;
  /** Lines that are brought in though the register or the file says the same already. */
  readonly knowing: ReadonlySet<number>;
  /** Whether lines are read that the spreadsheet hides. */
  readonly readsHidden: boolean;
}

/** A file under way from choosing it to recording its rows. */
export interface Import {
  readonly file: TableFile;
  readonly choices: Choices;
  readonly change: (changed: Partial<Choices>) => void;
  readonly heads: readonly string[];
  readonly targets: readonly Target[];
  /** The rows as they are read now, and those of them that are brought in. */
  readonly rows: readonly ReadRow[];
  readonly included: readonly ReadRow[];
  /** How many lines the spreadsheet hides, and how many have nothing in any column that is read. */
  readonly hidden: number;
  readonly empty: number;
}

const usualWays: Ways = { readsSerials: true, shortYears: 'unread', timeInstead: '12:00' };

/** How files with the same heads were read during this visit. */
const remembered = new Map<
  string,
  Pick<Choices, 'opening' | 'mapping' | 'ways' | 'replacements'>
>();

const rememberedAs = (declaration: string, heads: readonly string[]): string =>
  JSON.stringify([declaration, heads]);

/** The lines of the chosen sheet, and what heads its columns. */
function tableOf(file: TableFile, { sheet, head }: Pick<Choices, 'sheet' | 'head'>) {
  const { rows = [], wide = [] } = file.sheets[sheet] ?? {};
  return { rows, heads: headsOf(rows, wide, head) };
}

/** Where the heads are likely: the first of the first rows with the most texts. */
function likelyHead(rows: readonly TableRow[]): number {
  const filled = rows.slice(0, 15).map(({ cells }) => cells.filter((cell) => cell !== '').length);
  return Math.max(0, filled.indexOf(Math.max(...filled)));
}

interface ImportOptions {
  readonly declaration: DeclarationAnswer;
  readonly roles: readonly string[];
  readonly file: TableFile;
  readonly known: Known;
}

/** Keeps what was chosen for a file, and reads its rows by it. */
export function useImport({ declaration, roles, file, known }: ImportOptions): Import {
  const [choices, setChoices] = useState(() => beginning({ declaration, roles, file }, 0));
  const { heads, rows } = tableOf(file, choices);
  const targets = useMemo(
    () => targetsFor({ declaration, roles }, choices.opening),
    [declaration, roles, choices.opening],
  );
  const change = (changed: Partial<Choices>) => {
    const next = begun({ declaration, roles, file }, { ...choices, ...changed }, changed);
    const { opening, mapping, ways, replacements } = next;
    remembered.set(rememberedAs(declaration.name, tableOf(file, next).heads), {
      opening,
      mapping,
      ways,
      replacements,
    });
    setChoices(next);
  };
  const { head, mapping, ways, replacements, mended, cleared, leftOut, readsHidden } = choices;
  const below = useMemo(
    () => rowsBelow(rows, { head, mapping, readsHidden }),
    [rows, head, mapping, readsHidden],
  );
  const read = useMemo(() => {
    const reading: Reading = {
      targets,
      mapping,
      ways,
      replacements,
      cleared,
      lookup: known.lookup,
    };
    return below.rows.map((row) => readRow(withMended(row, mended.get(row.line)), reading));
  }, [below, targets, mapping, ways, replacements, mended, cleared, known]);
  const included = useMemo(() => read.filter(({ row }) => !leftOut.has(row.line)), [read, leftOut]);
  const { hidden, empty } = below;
  return { file, choices, change, heads, targets, rows: read, included, hidden, empty };
}

/** Another sheet, head or opening begins anew, as far as nothing is remembered of it. */
function begun(
  options: Omit<ImportOptions, 'known'>,
  choices: Choices,
  changed: Partial<Choices>,
): Choices {
  if (changed.sheet !== undefined) return beginning(options, changed.sheet);
  if (changed.head !== undefined) return beginning(options, choices.sheet, changed.head);
  if (changed.opening === undefined) return choices;
  const { heads } = tableOf(options.file, choices);
  return { ...choices, mapping: guessColumns(heads, targetsFor(options, changed.opening)) };
}

function beginning(
  options: Omit<ImportOptions, 'known'>,
  sheet: number,
  chosenHead?: number,
): Choices {
  const { declaration, roles, file } = options;
  const head = chosenHead ?? likelyHead(file.sheets[sheet]?.rows ?? []);
  const { heads } = tableOf(file, { sheet, head });
  const opening = openingSteps(declaration, roles)[0]?.name ?? '';
  const guessed = {
    opening,
    mapping: guessColumns(heads, targetsFor(options, opening)),
    ways: usualWays,
    replacements: {},
  };
  const known = remembered.get(rememberedAs(declaration.name, heads)) ?? guessed;
  const none = {
    leftOut: new Set<number>(),
    cleared: new Set<string>(),
    knowing: new Set<number>(),
  };
  return { sheet, head, ...known, mended: new Map(), ...none, readsHidden: false };
}

function targetsFor(
  { declaration, roles }: Pick<ImportOptions, 'declaration' | 'roles'>,
  name: string,
): readonly Target[] {
  const opening = openingSteps(declaration, roles).find((step) => step.name === name);
  if (opening === undefined) return [];
  const steps = [opening, ...laterSteps(declaration, opening, roles)];
  return targetsOf(declaration, steps, messages.columns);
}

function withMended(row: TableRow, mended: ReadonlyMap<number, string> | undefined): TableRow {
  if (mended === undefined) return row;
  const width = Math.max(row.cells.length, ...[...mended.keys()].map((column) => column + 1));
  const cells = Array.from(
    { length: width },
    (_, column) => mended.get(column) ?? row.cells[column] ?? '',
  );
  return { ...row, cells };
}
