import type { AnswerOf } from '../../api/call.ts';
import { nameOf } from '../../names.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Line = AnswerOf<'register'>['lines'][number];
type Names = Readonly<Record<string, string>>;

/** The departments with their tasks and responsibility. */
export function Departments({
  contract,
  lines,
  names,
}: {
  readonly contract: string;
  readonly lines: readonly Line[];
  readonly names: Names;
}) {
  if (lines.length === 0) return <Empty title={messages.departmentsEmpty} />;
  return (
    <Table
      caption={messages.departments}
      columns={columnsFor(contract, names)}
      rows={lines}
      rowKey={({ id }) => id}
    />
  );
}

function columnsFor(contract: string, names: Names): readonly Column<Line>[] {
  return [
    {
      key: 'name',
      title: messages.departments,
      isHead: true,
      cell: ({ id, particulars }) => (
        <CaseLink contract={contract} id={id} names={{ [id]: particulars['name'] ?? id }} />
      ),
    },
    {
      key: 'head',
      title: messages.person,
      cell: ({ values }) =>
        typeof values['head'] === 'string' ? nameOf(names, values['head']) : '',
    },
    {
      key: 'tasks',
      title: messages.tasks,
      cell: ({ particulars }) => particulars['tasks'] ?? messages.notDivided,
    },
    {
      key: 'responsibility',
      title: messages.responsibility,
      cell: ({ particulars }) => particulars['responsibility'] ?? '',
    },
  ];
}
