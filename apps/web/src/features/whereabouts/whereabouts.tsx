import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { Balance } from './balance.tsx';
import { messages } from './messages.ts';
import { ThingTable } from './thing-table.tsx';

const pageSize = 50;
const statuses = ['here', 'out', 'ended'] as const;

/** 物の所在: everything that was received or made, and where it is; the numbers must add up. */
export function Whereabouts() {
  const { id: contract } = useContract();
  const [cursors, setCursors] = useState<readonly number[]>([]);
  const after = cursors.at(-1);
  const query = { limit: pageSize, ...(after !== undefined && { after }) };
  const asked = useAnswer('whereabouts', { params: { contract }, query }, { keepsLast: true });
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
    >
      <Answered asked={asked}>
        {(answer) => (
          <div className="flex flex-col gap-8">
            <Balance balance={answer.balance} />
            <Things answer={answer} />
            <div className="flex flex-wrap gap-3">
              {cursors.length > 0 && (
                <Button onClick={() => setCursors(cursors.slice(0, -1))}>
                  {messages.previous}
                </Button>
              )}
              {answer.next !== null && (
                <Button onClick={() => setCursors([...cursors, answer.next ?? 0])}>
                  {messages.next}
                </Button>
              )}
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Things({ answer: { things, names } }: { readonly answer: AnswerOf<'whereabouts'> }) {
  const { id: contract } = useContract();
  const [status, setStatus] = useState('');
  const shown = things.filter((thing) => status === '' || thing.status === status);
  if (things.length === 0) {
    return (
      <Empty title={messages.empty}>
        <p>{messages.emptyLead}</p>
        <Link
          to="/contracts/$contract/registers/$declaration"
          params={{ contract, declaration: 'thing' }}
          className={buttonClass()}
        >
          {messages.toThings}
        </Link>
      </Empty>
    );
  }
  return (
    <Section title={messages.list}>
      <div className="w-72 print:hidden">
        <Select
          label={messages.filter}
          emptyLabel={messages.filters.all}
          value={status}
          choices={statuses.map((value) => ({ value, label: messages.filters[value] }))}
          onChange={setStatus}
        />
      </div>
      <p role="status" className="text-dns-14N-130 text-solid-gray-700">
        {messages.shown(shown.length)}
      </p>
      {shown.length === 0 ? (
        <Empty title={messages.emptyFiltered} />
      ) : (
        <ThingTable {...{ contract, names }} things={shown} />
      )}
    </Section>
  );
}
