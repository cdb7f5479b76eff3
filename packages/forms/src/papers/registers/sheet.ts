import { type CaseDeclaration, catalogue, isVoided } from '@kanribo/domain';
import { dayOf, formatEra } from '@kanribo/kernel';
import type { OfficeDocument } from '../../office-document.ts';
import type { FieldRow, TableColumn } from '../../section.ts';
import { citationWithRelated, sheet, sheetRows, titleOf } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { fieldOf, printed } from '../printed-values.ts';
import { type Reading, readingOn } from '../reading.ts';
import type { RegisterColumn, RegisterColumns } from './columns.ts';
import { type RegisterLine, registerLines } from './lines.ts';

export type { RegisterColumns } from './columns.ts';

/** A register and what stands in its columns. */
interface Register {
  readonly declaration: CaseDeclaration;
  readonly columns: RegisterColumns;
}

/** A sheet of a register (管理簿) by the end of a day. */
export function registerSheetPaper(register: Register, input: PaperInput): OfficeDocument {
  const { name: kind } = register.declaration;
  const { columns, isFitted = false, ...run } = register.columns;
  const reading = readingOn(input, input.date);
  const all = registerLines(input.contract, { declaration: kind, run, day: input.date });
  const lines = input.chosen === undefined ? all : chosenOf(all, input.chosen.ids);
  const rows = lines.map((line) => columns.map((column) => cell(input, { reading, line, column })));
  const struck = lines.flatMap(({ found }, place) => (isVoided(found) ? [place] : []));
  const struckLines = [...new Set(lines.flatMap(({ struckMarks }) => struckMarks))];
  const heads = columns.map((column, index) => {
    const head = headOf(kind, column);
    return isFitted ? fitted(head, { rows, index }) : head;
  });
  return sheet(input, {
    title: titleOf(kind),
    sections: [
      {
        kind: 'fields',
        rows: [...sheetRows(input, reading), ...basisRows(kind, input, { all, lines })],
      },
      {
        kind: 'table',
        columns: heads,
        rows,
        ...(struck.length > 0 && { struck }),
        ...(struckLines.length > 0 && { struckLines }),
      },
    ],
  });
}

function chosenOf(lines: readonly RegisterLine[], ids: readonly string[]): readonly RegisterLine[] {
  const byId = new Map(lines.map((line) => [line.found.id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function basisRows(
  kind: string,
  { contract, date, chosen }: PaperInput,
  { all, lines }: Record<'all' | 'lines', readonly RegisterLine[]>,
): readonly FieldRow[] {
  const { duty = null, house = false } = catalogue.get(kind) ?? {};
  const cited = duty === null ? '' : citationWithRelated({ contract, date }, duty);
  const ours = cited === '' ? '社内の取決め' : `社内の取決め（${cited}を支えるもの）`;
  const struck = lines.filter(({ found }) => isVoided(found)).length;
  const besides = struck === 0 ? '' : `（ほかに取消し${struck}件）`;
  const whole = chosen === undefined ? '' : `全${all.length}行のうち`;
  const extent = `${whole}${lines.length - struck}件${besides}`;
  return [
    { label: '根拠', value: house || cited === '' ? ours : cited },
    { label: '内容', value: `${formatEra(date)}の終わりまでの記録　${extent}` },
    ...(chosen === undefined ? [] : [{ label: '絞り込み・並び順', value: chosen.words }]),
  ];
}

function headOf(kind: string, column: RegisterColumn): TableColumn {
  const head = 'field' in column ? fieldOf(kind, column.field).label : column.head;
  const { share, group, isNeverStruck = false } = column;
  return {
    head,
    share,
    align: 'left',
    ...(group !== undefined && { group }),
    ...(isNeverStruck && { isNeverStruck }),
  };
}

const leastShare = 6;
const sharesOfLetter = 2;

/** A column no wider than its longest line needs; the others have the room it leaves. */
function fitted(
  head: TableColumn,
  { rows, index }: { readonly rows: readonly (readonly string[])[]; readonly index: number },
): TableColumn {
  const lines = rows.flatMap((row) => (row[index] ?? '').split('\n'));
  const longest = Math.max(0, ...lines.map((line) => line.length));
  const needed = Math.max(leastShare, sharesOfLetter * (longest + 1));
  return { ...head, share: Math.min(head.share, needed) };
}

interface Cell {
  readonly reading: Reading;
  readonly line: RegisterLine;
  readonly column: RegisterColumn;
}

/** People stand under the name they had on the day of the step that named them. */
function cell(input: PaperInput, { reading, line, column }: Cell): string {
  const { found } = line;
  if (!('field' in column)) {
    const last = line.end ?? line.out;
    if (last === undefined) return column.text(reading, line);
    const { find } = readingOn(input, dayOf(last.occurredAt));
    return column.text({ ...reading, find }, line);
  }
  const named = found.steps.findLast((taken) => column.field in taken.values);
  const then = named === undefined ? reading : readingOn(input, dayOf(named.occurredAt));
  return printed(
    named === undefined ? reading : { ...reading, find: then.find },
    found,
    column.field,
  );
}
