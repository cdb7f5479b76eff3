import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { clauseText } from '../../clause-text.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Form = AnswerOf<'wordForms'>['forms'][number];

/** 届出の様式: on which form each filing is made, since when and on whose word. */
export function WordForms() {
  const { id: contract } = useContract();
  const asked = useAnswer('wordForms', { params: { contract } });
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={
        <Link to="/contracts/$contract/filings" params={{ contract }} className={buttonClass()}>
          {messages.back}
        </Link>
      }
    >
      <Answered asked={asked}>
        {({ forms }) => (
          <Table
            caption={messages.title}
            columns={columnsFor(contract)}
            rows={forms}
            rowKey={({ filing }) => filing}
          />
        )}
      </Answered>
    </Page>
  );
}

function columnsFor(contract: string): readonly Column<Form>[] {
  return [
    {
      key: 'filing',
      title: messages.filing,
      isHead: true,
      cell: ({ filing, title }) => (
        <Link
          to="/contracts/$contract/filings/forms/$filing"
          params={{ contract, filing }}
          className="text-key-900 underline underline-offset-4"
        >
          {title}
        </Link>
      ),
    },
    { key: 'status', title: messages.form, cell: ({ status }) => messages.statuses[status] },
    {
      key: 'since',
      title: messages.since,
      isNarrow: true,
      cell: ({ since }) => (since === null ? messages.none : <EraMoment moment={since} />),
    },
    {
      key: 'reference',
      title: messages.reference,
      cell: ({ clientReference }) => (clientReference === '' ? messages.none : clientReference),
    },
    {
      key: 'clause',
      title: messages.clause,
      isNarrow: true,
      cell: ({ clause }) => <span className="whitespace-nowrap">{clauseText(clause)}</span>,
    },
  ];
}
