import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { RecordWord } from './record-word.tsx';
import { type WordFilter, filtered, wordFilters } from './word-filter.ts';
import { WordTable } from './word-table.tsx';

/** 承認: what the client said, for how long it holds, and what was done on it. */
export function ApprovalDesk() {
  const { id: contract } = useContract();
  const asked = useAnswer('clientWords', { params: { contract }, query: {} });
  const [filter, setFilter] = useState<WordFilter>('standing');
  const choose = (value: string) => {
    setFilter(wordFilters.find((known) => known === value) ?? '');
  };
  return (
    <Page
      title={messages.title}
      lead={messages.lead}
      actions={<Button onClick={() => window.print()}>{messages.print}</Button>}
    >
      <div className="print:hidden">
        <div className="w-72">
          <Select
            label={messages.filter}
            emptyLabel={messages.filters.all}
            value={filter}
            choices={wordFilters.map((value) => ({ value, label: messages.filters[value] }))}
            onChange={choose}
          />
        </div>
      </div>
      <Answered asked={asked}>{(answer) => <Words answer={answer} filter={filter} />}</Answered>
      <div className="print:hidden">
        <Section title={messages.record}>
          <RecordWord />
        </Section>
      </div>
    </Page>
  );
}

function Words({
  answer: { words, names },
  filter,
}: {
  readonly answer: AnswerOf<'clientWords'>;
  readonly filter: WordFilter;
}) {
  const { id: contract, today } = useContract();
  const shown = filtered(words, { filter, day: today });
  if (shown.length === 0) {
    return (
      <Empty title={messages.empty}>
        <p>{messages.emptyLead}</p>
      </Empty>
    );
  }
  const approvals = shown.filter(({ isApproval }) => isApproval);
  const others = shown.filter(({ isApproval }) => !isApproval);
  return (
    <div className="flex flex-col gap-8">
      {approvals.length > 0 && (
        <Section title={`${messages.approvals}（${approvals.length}）`}>
          <WordTable caption={messages.approvals} words={approvals} {...{ contract, names }} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={`${messages.words}（${others.length}）`}>
          <WordTable caption={messages.words} words={others} {...{ contract, names }} />
        </Section>
      )}
    </div>
  );
}
