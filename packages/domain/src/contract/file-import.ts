import { type Case, countOf, isVoided, textOf, voided } from '../engine/case.ts';
import { casesOf } from '../engine/contract.ts';
import type { Attempt, CaseDeclaration, Consequence } from '../engine/declaration.ts';
import { declareCase } from '../engine/declare.ts';
import { choice, count, digest, text } from '../engine/field.ts';
import { type Refusal, misfit, wayOut } from '../engine/refusal.ts';

/** Most rows that are brought in at once. */
export const mostImportedRows = 2000;

/**
 * The lines of a file brought in as one deed (取込み): which file, how many of its rows, into which
 * register. The file itself stays with its owner, as what nobody chose to bring in would be kept
 * unguarded; its SHA-256 is what the page that read it stated. Each entry of a row names this case
 * and the row. Struck out, all its lines are struck out with it, for its reason.
 */
export function fileImport(declarations: readonly CaseDeclaration[]): CaseDeclaration {
  const titles = declarations.map(({ name, title }) => [name, title] as const);
  const voidable = new Set(
    declarations.filter(({ isVoidable }) => isVoidable).map(({ name }) => name),
  );
  return declareCase({
    name: 'import',
    preset: 'register',
    title: 'ファイルからの取込み',
    duty: null,
    house: true,
    fields: {
      name: text('ファイルの名前', 255),
      sheet: text('シートの名前', 100),
      digest: digest('ファイルの照合値（SHA-256）'),
      register: choice('取り込んだ管理簿', Object.fromEntries(titles)),
      rows: count('取り込んだ行数', 1, mostImportedRows),
    },
    steps: {
      recorded: {
        title: '取込み',
        from: ['new'],
        nature: 'act',
        by: ['software'],
        required: ['name', 'digest', 'register', 'rows'],
        optional: ['sheet'],
      },
    },
    final: ['recorded'],
    voiding: {
      title: '取消し（この取込みの行すべて）',
      forbid: (attempt) => linesStay(attempt, voidable),
      also: linesStruck,
    },
  });
}

/** Lines of some registers are never struck out, as others name them for ever. */
function linesStay({ id, values }: Attempt, voidable: ReadonlySet<string>): Refusal | null {
  const register = textOf(values, 'register') ?? '';
  if (voidable.has(register)) return null;
  const way = wayOut('correct-lines-one-by-one');
  return { ...misfit('import-stays', { case: id }), wayOut: [way] };
}

/** The last row first: a row may rest on one before it, never the other way about. */
function linesStruck(attempt: Attempt): readonly Consequence[] {
  const particulars = { voidReason: attempt.changes['voidReason'] ?? '' };
  return linesOfImport(attempt)
    .filter((line) => !isVoided(line))
    .toReversed()
    .map(({ id, declaration }) => ({
      declaration,
      step: voided,
      case: id,
      values: {},
      particulars,
    }));
}

/** The lines that an import has opened in its register, oldest first. */
function linesOfImport({ contract, id, values }: Attempt): readonly Case[] {
  const register = textOf(values, 'register') ?? '';
  const most = countOf(values, 'rows') ?? 0;
  const lines: Case[] = [];
  for (const found of casesOf(contract, register)) {
    if (found.steps[0].source?.import === id) lines.push(found);
    if (lines.length === most) break;
  }
  return lines;
}
