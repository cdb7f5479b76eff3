import { clauseText } from '../../clause-text.ts';
import { EraDay } from '../../ui/era-day.tsx';
import { StandingMark } from '../../ui/standing-mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { ShownStanding } from './articles.ts';
import { messages } from './messages.ts';

/** The duties of one article, or of all, each opening what proves it. */
export function DutyList({
  title,
  standings,
  onOpen,
}: {
  readonly title: string;
  readonly standings: readonly ShownStanding[];
  readonly onOpen: (duty: string) => void;
}) {
  const columns: readonly Column<ShownStanding>[] = [
    {
      key: 'clause',
      title: messages.clause,
      isNarrow: true,
      cell: ({ clause }) => (
        <span className="whitespace-nowrap tabular-nums">{clauseText(clause)}</span>
      ),
    },
    {
      key: 'duty',
      title: messages.duty,
      isHead: true,
      cell: ({ duty, title: name }) => (
        <button
          type="button"
          onClick={() => onOpen(duty)}
          className="cursor-pointer text-start text-key-900 underline underline-offset-4 hover:decoration-2"
        >
          {name}
        </button>
      ),
    },
    {
      key: 'standing',
      title: messages.standing,
      isNarrow: true,
      cell: ({ status }) => <StandingMark status={status} />,
    },
    {
      key: 'due',
      title: messages.due,
      isNarrow: true,
      cell: ({ dueOn, isDueByHouse }) =>
        dueOn !== null && (
          <span className="flex flex-col">
            <EraDay day={dueOn} isShort />
            {isDueByHouse && <span className="text-dns-14N-130">{messages.ownDue}</span>}
          </span>
        ),
    },
    {
      key: 'deviations',
      title: messages.deviations,
      isNarrow: true,
      cell: ({ deviations }) => deviations > 0 && messages.count(deviations),
    },
  ];
  return <Table caption={title} columns={columns} rows={standings} rowKey={({ duty }) => duty} />;
}
