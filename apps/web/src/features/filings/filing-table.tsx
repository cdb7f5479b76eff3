import { Link } from '@tanstack/react-router';
import type { Registers } from '../../api/use-registers.ts';
import { statusTitle } from '../../ui/case-form/declared.ts';
import { ShownValue } from '../../ui/case-form/shown-value.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Marks } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { FilingLine } from './group-filings.ts';
import { messages } from './messages.ts';

/** Some filings, each leading to its form beside its paper. */
export function FilingTable({
  contract,
  registers,
  caption,
  rows,
}: {
  readonly contract: string;
  readonly registers: Registers;
  readonly caption: string;
  readonly rows: readonly FilingLine[];
}) {
  const columns: readonly Column<FilingLine>[] = [
    {
      key: 'filing',
      title: messages.filing,
      isHead: true,
      cell: ({ declaration, line }) => (
        <Link
          to="/contracts/$contract/filings/$case"
          params={{ contract, case: line.id }}
          className="text-key-900 underline underline-offset-4"
        >
          {messages.one(declaration.title, line.id.slice(declaration.name.length + 1))}
        </Link>
      ),
    },
    {
      key: 'status',
      title: messages.status,
      isNarrow: true,
      cell: ({ declaration, line }) => statusTitle(declaration, line.status),
    },
    {
      key: 'about',
      title: messages.contents,
      cell: ({ declaration, line }) => {
        const field = declaration.fields.find(({ name }) => about.includes(name));
        if (field === undefined) return null;
        const names = registers.get(declaration.name)?.names ?? {};
        return <ShownValue {...{ contract, field, names }} value={line.values[field.name]} />;
      },
    },
    {
      key: 'dueOn',
      title: messages.dueOn,
      isNarrow: true,
      cell: ({ line: { values } }) =>
        typeof values['dueOn'] === 'string' && <EraDay day={values['dueOn']} isShort />,
    },
    { key: 'marks', title: messages.marks, cell: ({ line }) => <Marks texts={line.marks} /> },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={({ line }) => line.id} />;
}

/** Fields that say in a few words whom or what a filing is about. */
const about: readonly string[] = ['appointments', 'of', 'subcontract', 'session'];
