import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { nameOf } from '../../names.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Listed = AnswerOf<'entries'>['entries'][number];

const pageSize = 50;

/** 記録の証明: the log as a list, the latest first; each entry opens with its proof. */
export function ProofEntries() {
  const { id: contract } = useContract();
  const [cursors, setCursors] = useState<readonly number[]>([]);
  const before = cursors.at(-1);
  const query = { limit: pageSize, ...(before !== undefined && { before }) };
  const asked = useAnswer('entries', { params: { contract }, query }, { keepsLast: true });
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <>
          <Link
            to="/contracts/$contract/proof/checkpoint"
            params={{ contract }}
            className={buttonClass('solid')}
          >
            {messages.toCheckpoint}
          </Link>
          <Link
            to="/contracts/$contract/proof/verify"
            params={{ contract }}
            className={buttonClass()}
          >
            {messages.toVerify}
          </Link>
          <Button onClick={() => window.print()}>{messages.print}</Button>
        </>
      }
    >
      <Answered asked={asked}>
        {({ entries, names, next }) =>
          entries.length === 0 ? (
            <Empty title={messages.empty} />
          ) : (
            <div className="flex flex-col gap-5">
              <Table
                caption={messages.list}
                columns={columnsFor(contract, names)}
                rows={entries}
                rowKey={({ sequence }) => String(sequence)}
              />
              <div className="flex flex-wrap gap-3">
                {cursors.length > 0 && (
                  <Button onClick={() => setCursors(cursors.slice(0, -1))}>{messages.newer}</Button>
                )}
                {next !== null && (
                  <Button onClick={() => setCursors([...cursors, next])}>{messages.older}</Button>
                )}
              </div>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}

function columnsFor(
  contract: string,
  names: Readonly<Record<string, string>>,
): readonly Column<Listed>[] {
  return [
    {
      key: 'sequence',
      title: messages.sequence,
      isHead: true,
      isNarrow: true,
      cell: ({ sequence }) => (
        <Link
          to="/contracts/$contract/proof/entries/$sequence"
          params={{ contract, sequence: String(sequence) }}
          className="text-key-900 tabular-nums underline underline-offset-4"
        >
          {sequence}
        </Link>
      ),
    },
    {
      key: 'recordedAt',
      title: messages.recordedAt,
      cell: ({ recordedAt }) => <EraMoment moment={recordedAt} />,
    },
    { key: 'what', title: messages.what, cell: ({ title }) => title },
    {
      key: 'about',
      title: messages.about,
      cell: (entry) =>
        entry.case !== null && <CaseLink contract={contract} id={entry.case} names={names} />,
    },
    { key: 'actor', title: messages.actor, cell: ({ actor }) => nameOf(names, actor) },
  ];
}
