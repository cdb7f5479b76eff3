import { type ThingChoice, wordsOfThingChoice } from '@kanribo/api';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { declarationIn, useDeclarations } from '../../api/use-declarations.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { nameOf } from '../../names.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Paging } from '../../ui/paging.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { Balance } from './balance.tsx';
import { messages } from './messages.ts';
import { usePrintAll } from './use-print-all.ts';
import { ThingFilter } from './thing-filter.tsx';
import { ThingTable } from './thing-table.tsx';

const from = '/contracts/$contract/whereabouts';
const pageSize = 50;
type Kinds = Readonly<Record<string, string>>;

/** 物の所在: everything that was received or made, and where it is; the numbers must add up. */
export function Whereabouts() {
  const { id: contract } = useContract();
  const declared = useDeclarations(contract);
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Answered asked={declared}>
        {(declarations) => {
          const fields = declarationIn(declarations, 'thing')?.fields ?? [];
          return <Listed kinds={fields.find(({ name }) => name === 'kind')?.options ?? {}} />;
        }}
      </Answered>
    </Page>
  );
}

function Listed({ kinds }: { readonly kinds: Kinds }) {
  const { id: contract } = useContract();
  const choice = useSearch({ from });
  const navigate = useNavigate({ from });
  const [cursors, setCursors] = useState<readonly number[]>([]);
  const after = cursors.at(-1);
  const query = { limit: pageSize, ...(after !== undefined && { after }), ...choice };
  const asked = useAnswer('whereabouts', { params: { contract }, query }, { keepsLast: true });
  const ask = (search: ThingChoice) => {
    setCursors([]);
    void navigate({ search, replace: true });
  };
  return (
    <Answered asked={asked}>
      {(answer) => (
        <div className="flex flex-col gap-8">
          <Balance balance={answer.balance} />
          {answer.balance.created === 0 ? (
            <NoThings />
          ) : (
            <Section title={messages.list}>
              <ThingFilter {...{ contract, kinds }} asked={choice} onAsk={ask} />
              <Things {...{ answer, kinds, choice, cursors, setCursors }} onAsk={ask} />
            </Section>
          )}
        </div>
      )}
    </Answered>
  );
}

function Things({
  answer,
  kinds,
  choice,
  onAsk,
  cursors,
  setCursors,
}: {
  readonly answer: AnswerOf<'whereabouts'>;
  readonly kinds: Kinds;
  readonly choice: ThingChoice;
  readonly onAsk: (asked: ThingChoice) => void;
  readonly cursors: readonly number[];
  readonly setCursors: (cursors: readonly number[]) => void;
}) {
  const { id: contract } = useContract();
  const { all, printAll, isHeld, isUnderWay, problem } = usePrintAll(contract, choice);
  const { total, next } = answer;
  const { things, names } = all ?? answer;
  const words = wordsOfThingChoice(choice, kinds, (id) => nameOf(names, id));
  return (
    <div className="flex flex-col gap-4">
      <Button className="self-start" disabled={isHeld} onClick={() => void printAll()}>
        {isUnderWay ? messages.gathering : messages.print}
      </Button>
      <ProblemNotice problem={problem} title={messages.notGathered} />
      {words !== '' && <p className="text-dns-16N-130">{messages.chosen(words)}</p>}
      {things.length === 0 ? (
        <Empty title={messages.emptyFiltered} />
      ) : (
        <>
          <ThingTable
            {...{ contract, names, kinds, things, choice }}
            onSort={(sorted) => onAsk({ ...choice, ...sorted })}
          />
          <Paging
            total={total}
            first={all === undefined ? cursors.length * pageSize + 1 : 1}
            count={things.length}
            onNewer={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
            onOlder={next === null ? undefined : () => setCursors([...cursors, next])}
          />
        </>
      )}
    </div>
  );
}

function NoThings() {
  const { id: contract } = useContract();
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
