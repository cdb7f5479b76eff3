import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import {
  type DeclaredField,
  statusTitle,
  voidReason,
  voided,
} from '../../ui/case-form/declared.ts';
import { ShownValue } from '../../ui/case-form/shown-value.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Marks, shortMarks } from '../../ui/mark.tsx';
import { sortingBy } from '../../ui/sorting-by.ts';
import { type Column, type Sorting, Table } from '../../ui/table.tsx';
import type { AskedLines } from './line-choice-in.ts';
import { messages } from './messages.ts';

type Line = AnswerOf<'register'>['lines'][number];
type Names = AnswerOf<'register'>['names'];

const mostColumns = 5;

interface TableProps {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly lines: readonly Line[];
  readonly names: Names;
  readonly choice: AskedLines;
  readonly onSort: (sorted: Pick<AskedLines, 'sort' | 'order'>) => void;
}

/** The lines of a register; a line leads to the case with its history. */
export function RegisterTable(props: TableProps) {
  const { declaration, lines } = props;
  const columns = columnsOf(props);
  return (
    <Table caption={declaration.title} columns={columns} rows={lines} rowKey={({ id }) => id} />
  );
}

function columnsOf({
  contract,
  declaration,
  lines,
  names,
  choice,
  onSort,
}: TableProps): readonly Column<Line>[] {
  const sorting = (sort: string) => sortingBy(sort, choice, onSort);
  return [
    {
      key: 'number',
      title: messages.number,
      sorting: sorting('number'),
      isHead: true,
      isNarrow: true,
      cell: ({ id }) => (
        <Link
          to="/contracts/$contract/cases/$case"
          params={{ contract, case: id }}
          className="whitespace-nowrap text-key-900 tabular-nums underline underline-offset-4"
        >
          {id.slice(declaration.name.length + 1)}
          <span className="sr-only">{`（${declaration.title}）`}</span>
        </Link>
      ),
    },
    {
      key: 'status',
      title: messages.status,
      sorting: sorting('status'),
      cell: ({ status }) => statusTitle(declaration, status),
    },
    {
      key: 'occurred',
      title: messages.occurred,
      isNarrow: true,
      sorting: sorting('occurred'),
      cell: ({ occurredAt }) => <EraMoment moment={occurredAt} isShort />,
    },
    ...(lines.some(({ marks }) => marks.length > 0) || choice.sort === 'marks'
      ? [marksColumn(sorting)]
      : []),
    ...fieldColumns({ contract, declaration, lines, names }, sorting),
  ];
}

/** What must not be overlooked; of a line struck out also why, to be read as it was written. */
function marksColumn(sorting: (sort: string) => Sorting): Column<Line> {
  return {
    key: 'marks',
    title: messages.marks,
    sorting: sorting('marks'),
    cell: ({ status, marks, particulars }) => (
      <div className="flex flex-col gap-1">
        <Marks texts={shortMarks(marks)} />
        {status === voided && (
          <p>{messages.voidReason(particulars[voidReason] ?? messages.erased)}</p>
        )}
      </div>
    ),
  };
}

function fieldColumns(
  {
    contract,
    declaration,
    lines,
    names,
  }: Pick<TableProps, 'contract' | 'declaration' | 'lines' | 'names'>,
  sorting: (sort: string) => Sorting,
): readonly Column<Line>[] {
  return shownFields(declaration, lines).map((field): Column<Line> => ({
    key: field.name,
    title: field.label,
    sorting: sorting(field.name),
    isNarrow: field.type === 'day' || field.type === 'count',
    cell: ({ status, values, particulars }) => (
      <span className={status === voided ? 'line-through' : ''}>
        <ShownValue
          {...{ contract, field, names }}
          value={particulars[field.name] ?? values[field.name]}
        />
      </span>
    ),
  }));
}

/** The fields worth a column: those any of the lines has, what opens a case before the rest. */
function shownFields(
  { fields, steps }: DeclarationAnswer,
  lines: readonly Line[],
): readonly DeclaredField[] {
  const opening = new Set(
    steps.filter(({ from }) => from.includes('new')).flatMap(({ required }) => required),
  );
  const given = fields.filter(
    ({ name }) =>
      name !== voidReason &&
      lines.some(({ values, particulars }) => name in particulars || name in values),
  );
  const first = given.filter(({ name }) => opening.has(name));
  const rest = given.filter(({ name }) => !opening.has(name));
  return [...first, ...rest].slice(0, mostColumns);
}
