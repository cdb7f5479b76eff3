import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { clauseText } from '../../clause-text.ts';
import { EraDay } from '../../ui/era-day.tsx';
import { Section } from '../../ui/page.tsx';
import { StandingMark } from '../../ui/standing-mark.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Standing = AnswerOf<'dutyMap'>['standings'][number];

const pressing: readonly string[] = ['breached', 'overdue', 'due'];

/** The duties to file something that press, the earliest first. */
export function Deadlines({
  contract,
  declarations,
}: {
  readonly contract: string;
  readonly declarations: readonly DeclarationAnswer[];
}) {
  const asked = useAnswer('dutyMap', { params: { contract }, query: {} });
  const duties = new Set(declarations.map(({ duty }) => duty));
  return (
    <Section title={messages.deadlines}>
      <Answered asked={asked}>
        {({ standings }) => {
          const due = standings
            .filter(({ duty, status }) => duties.has(duty) && pressing.includes(status))
            .toSorted((left, right) => ((left.dueOn ?? '') < (right.dueOn ?? '') ? -1 : 1));
          if (due.length === 0) return <Empty title={messages.noDeadlines} />;
          return (
            <Table
              caption={messages.deadlines}
              columns={columnsFor(contract)}
              rows={due}
              rowKey={({ duty }) => duty}
            />
          );
        }}
      </Answered>
    </Section>
  );
}

function columnsFor(contract: string): readonly Column<Standing>[] {
  return [
    {
      key: 'duty',
      title: messages.filing,
      isHead: true,
      cell: ({ duty, title }) => (
        <Link
          to="/contracts/$contract/duty-map"
          params={{ contract }}
          search={{ duty }}
          className="text-key-900 underline underline-offset-4"
        >
          {title}
        </Link>
      ),
    },
    {
      key: 'clause',
      title: messages.clause,
      isNarrow: true,
      cell: ({ clause }) => clauseText(clause),
    },
    {
      key: 'status',
      title: messages.status,
      isNarrow: true,
      cell: ({ status }) => <StandingMark status={status} />,
    },
    {
      key: 'dueOn',
      title: messages.dueOn,
      isNarrow: true,
      cell: ({ dueOn }) => dueOn !== null && <EraDay day={dueOn} isShort />,
    },
  ];
}
