import type { AnswerOf } from '../../api/call.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

/** One name a form may bear, with what it is filled with. */
export type FormField = AnswerOf<'wordForm'>['fields'][number];

/** What a form is filled with, each value beside what stands for it on the form. */
export function FieldTables({
  fields,
  caption,
}: {
  readonly fields: readonly FormField[];
  readonly caption: string;
}) {
  const texts = fields.flatMap((field) => (field.kind === 'text' ? [field] : []));
  return (
    <div className="flex flex-col gap-6">
      <Table caption={caption} columns={columns} rows={texts} rowKey={({ name }) => name} />
      {fields.map((field) => field.kind === 'list' && <ListTable key={field.name} list={field} />)}
    </div>
  );
}

type TextField = Extract<FormField, { kind: 'text' }>;
type ListField = Extract<FormField, { kind: 'list' }>;

const columns: readonly Column<TextField>[] = [
  {
    key: 'name',
    title: messages.write,
    isHead: true,
    cell: ({ name }) => <code className="select-all">{`{${name}}`}</code>,
  },
  {
    key: 'value',
    title: messages.value,
    cell: ({ value }) => (
      <span className="whitespace-pre-wrap">{value === '' ? messages.empty : value}</span>
    ),
  },
];

function ListTable({ list }: { readonly list: ListField }) {
  const { name, columns: heads, rows } = list;
  const shown: readonly Column<number>[] = heads.map((head, at) => ({
    key: head,
    title: `{${head}}`,
    isHead: at === 0,
    cell: (row) => rows[row]?.[at] ?? '',
  }));
  return (
    <div className="flex flex-col gap-2">
      <p>{messages.listLead(name)}</p>
      <Table
        caption={`${name}（${messages.rows(rows.length)}）`}
        columns={shown}
        rows={rows.map((_, row) => row)}
        rowKey={String}
      />
    </div>
  );
}

/** Every name as it is written on a form, one a line; a list with its columns in one. */
export function namesAsWritten(fields: readonly FormField[]): string {
  return fields
    .map((field) => {
      if (field.kind === 'text') return `{${field.name}}`;
      const columnsOfIt = field.columns.map((column) => `{${column}}`).join('\t');
      return `{#${field.name}}${columnsOfIt}{/${field.name}}`;
    })
    .join('\n');
}
