import { catalogue } from '@kanribo/domain';
import { formatEra } from '@kanribo/kernel';
import { FormsFault } from '../forms-fault.ts';
import type { OfficeDocument } from '../office-document.ts';
import type { FieldRow, TableColumn } from '../section.ts';
import { citationWithRelated, sheet, sheetRows, titleOf } from './letterhead.ts';
import type { PaperInput } from './paper-input.ts';
import { fieldOf, printed } from './printed-values.ts';
import { type Reading, readingOn } from './reading.ts';
import {
  type RegisterLine,
  type RegisterRun,
  entriesOf,
  kindsAndLabels,
  marksAndRemarks,
  outcomeOf,
  registerLines,
  timeOf,
} from './register-lines.ts';

/** A column of a register: a declared field, or something worked out from a line. */
type RegisterColumn = Pick<TableColumn, 'share' | 'group'> &
  (
    | { readonly field: string }
    | { readonly head: string; readonly text: (reading: Reading, line: RegisterLine) => string }
  );

interface RegisterPaper extends RegisterRun {
  readonly columns: readonly RegisterColumn[];
}

const number: RegisterColumn = {
  head: '番号',
  share: 6,
  text: (_reading, { found }) => found.id.slice(found.id.lastIndexOf('-') + 1),
};

const kinds: RegisterColumn = { head: '種類（管理番号）', share: 15, text: kindsAndLabels };
const marks: RegisterColumn = { head: '摘要', share: 20, text: marksAndRemarks };
const entries: RegisterColumn = {
  head: '記録\n番号',
  share: 6,
  text: (_reading, line) => entriesOf(line),
};

const timeOut = (head: string, group: string): RegisterColumn => ({
  head,
  group,
  share: 10,
  text: (_reading, { out }) => timeOf(out),
});

const ending = (group: string): readonly RegisterColumn[] => [
  { head: '日時', group, share: 10, text: (_reading, { end }) => timeOf(end) },
  { head: '結末', group, share: 8, text: (_reading, line) => outcomeOf(line) },
];

/** A line ends as returned, or as handed to the client's officer. */
function returnerOrReceiver(reading: Reading, { found }: RegisterLine): string {
  const [returner, receiver] = ['returner', 'receivedBy'].map((name) =>
    printed(reading, found, name),
  );
  return returner || receiver || '';
}

/** What the annex lists for each register (19(4), 20(4)), in its order. */
const registers = {
  sending: {
    out: 'sent',
    ends: ['received', 'undelivered'],
    due: 'expectedOn',
    columns: [
      number,
      kinds,
      { field: 'contents', share: 13 },
      timeOut('日時', '送付'),
      { field: 'sender', group: '送付', share: 8 },
      { field: 'approver', group: '送付', share: 8 },
      { field: 'purpose', group: '送付', share: 10 },
      { field: 'destination', group: '送付', share: 10 },
      { field: 'method', group: '送付', share: 10 },
      { field: 'trackingNumber', group: '送付', share: 13 },
      { field: 'protection', group: '送付', share: 10 },
      { field: 'expectedOn', group: '到着', share: 9 },
      ...ending('到着'),
      { field: 'receivedBy', group: '到着', share: 8 },
      marks,
      entries,
    ],
  },
  'take-out': {
    out: 'taken',
    ends: ['returned', 'handed-to-client', 'cancelled'],
    due: 'plannedReturnOn',
    columns: [
      number,
      kinds,
      { field: 'contents', share: 13 },
      timeOut('日時', '持出し'),
      { field: 'carrier', group: '持出し', share: 8 },
      { field: 'approver', group: '持出し', share: 8 },
      { field: 'purpose', group: '持出し', share: 10 },
      { field: 'destination', group: '持出し', share: 10 },
      { field: 'protection', group: '持出し', share: 9 },
      { field: 'plannedReturnOn', group: '返却', share: 9 },
      ...ending('返却'),
      { head: '返却者\n受領者', group: '返却', share: 9, text: returnerOrReceiver },
      { field: 'returnConfirmedBy', group: '返却', share: 8 },
      marks,
      entries,
    ],
  },
} as const satisfies Record<string, RegisterPaper>;

/** Name of a register that is printed as a sheet. */
export type RegisterKind = keyof typeof registers;

/** A sheet of a register (送付管理簿, 持出管理簿), clauses 19(4) and 20(4), by the end of a day. */
export function registerSheetPaper(kind: RegisterKind, input: PaperInput): OfficeDocument {
  const { columns, ...run }: RegisterPaper = registers[kind];
  const reading = readingOn(input, input.date);
  const lines = registerLines(input.contract, { declaration: kind, run, day: input.date });
  const rows = lines.map((line) => columns.map((column) => cell(reading, line, column)));
  const heads = columns.map((column) => headOf(kind, column));
  return sheet(input, {
    title: titleOf(kind),
    sections: [
      {
        kind: 'fields',
        rows: [...sheetRows(input, reading), ...basisRows(kind, input, lines.length)],
      },
      { kind: 'table', columns: heads, rows },
    ],
  });
}

function basisRows(
  kind: RegisterKind,
  { contract, date }: PaperInput,
  count: number,
): readonly FieldRow[] {
  const duty = catalogue.get(kind)?.duty ?? null;
  if (duty === null) throw new FormsFault('paper-impossible', `${kind} follows from no duty`);
  return [
    { label: '根拠', value: citationWithRelated(contract, duty) },
    { label: '内容', value: `${formatEra(date)}の終わりまでの記録　${count}件` },
  ];
}

function headOf(kind: RegisterKind, column: RegisterColumn): TableColumn {
  const head = 'field' in column ? fieldOf(kind, column.field).label : column.head;
  const { share, group } = column;
  return { head, share, align: 'left', ...(group !== undefined && { group }) };
}

function cell(reading: Reading, line: RegisterLine, column: RegisterColumn): string {
  return 'field' in column
    ? printed(reading, line.found, column.field)
    : column.text(reading, line);
}
