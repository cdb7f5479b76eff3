import { formatEraWithYear, parseDay } from '@kanribo/kernel';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useDeclarations } from '../../api/use-declarations.ts';
import { type ContractHead, useContract } from '../../layout/contract-shell.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { Calendar } from './calendar.tsx';
import { messages } from './messages.ts';
import { TaskGroup } from './task-group.tsx';
import { Witness } from './witness.tsx';

const kinds = ['overdue', 'deviation', 'due', 'client', 'soon'] as const;

/** 今日やること: everything that waits, each one click from where it is done; not an auditor's. */
export function Today() {
  const { id: contract, auditUntil, isSetUp } = useContract();
  if (auditUntil !== null) {
    return <Navigate to="/contracts/$contract/client-desk" params={{ contract }} replace />;
  }
  return isSetUp ? <Waiting /> : <BeforeSetUp contract={contract} />;
}

/** Before the facts of the contract are on record nothing can be due: where to begin. */
function BeforeSetUp({ contract }: { readonly contract: string }) {
  return (
    <Page title={messages.title}>
      <Empty title={messages.notSetUp}>
        <p>{messages.notSetUpLead}</p>
        <Link
          to="/contracts/$contract/set-up"
          params={{ contract }}
          className={buttonClass('solid')}
        >
          {messages.setUp}
        </Link>
      </Empty>
    </Page>
  );
}

function Waiting() {
  const head = useContract();
  const { id: contract, today } = head;
  const declarations = useDeclarations(contract);
  const asked = useAnswer('today', { params: { contract } });
  const parsed = parseDay(today);
  const day = parsed.ok ? formatEraWithYear(parsed.value) : today;
  return (
    <Page
      title={messages.title}
      lead={messages.lead(day)}
      actions={<RecordFinding contract={contract} />}
    >
      <Answered asked={asked}>
        {(value) => (
          <div className="grid items-start gap-8 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <div className="flex flex-col gap-6">
              {isUnderSetUp(head, value) && <GoOnSettingUp contract={contract} />}
              <Answered asked={declarations}>
                {(declared) => (
                  <Tasks
                    {...{ contract, declared }}
                    answer={value}
                    isSettingUp={isUnderSetUp(head, value)}
                  />
                )}
              </Answered>
            </div>
            <div className="flex flex-col gap-8">
              <Witness contract={contract} {...value.unwitnessed} />
              <Calendar contract={contract} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** Whether who looks may set the contract up, and the client has not received a paper of it yet. */
function isUnderSetUp({ roles, size }: ContractHead, { unwitnessed }: AnswerOf<'today'>): boolean {
  const may = (['set-up', 'chief-officer', 'manager'] as const).some((role) =>
    roles.includes(role),
  );
  return may && unwitnessed.entries >= size;
}

/** Leads to what has to be on record before the register asks for anything. */
function GoOnSettingUp({ contract }: { readonly contract: string }) {
  return (
    <Notice kind="information" title={messages.underSetUp} isLive={false}>
      <p>{messages.underSetUpLead}</p>
      <Link
        to="/contracts/$contract/set-up"
        params={{ contract }}
        className={`${buttonClass('solid')} self-start`}
      >
        {messages.toSetUp}
      </Link>
    </Notice>
  );
}

function Tasks({
  contract,
  declared,
  answer: { tasks, names },
  isSettingUp,
}: {
  readonly contract: string;
  readonly declared: AnswerOf<'declarations'>;
  readonly answer: AnswerOf<'today'>;
  readonly isSettingUp: boolean;
}) {
  const [isOnlyMine, setOnlyMine] = useState(false);
  const waiting = tasks.filter(({ kind }) => kind !== 'unwitnessed');
  const shown = waiting.filter(({ isMine }) => isMine || !isOnlyMine);
  if (waiting.length === 0) return isSettingUp ? null : <NothingToDo contract={contract} />;
  return (
    <div className="flex flex-col gap-6">
      <div className="print:hidden">
        <Checkbox isChecked={isOnlyMine} onChange={setOnlyMine}>
          {messages.onlyMine}
        </Checkbox>
      </div>
      {shown.length === 0 && <Empty title={messages.emptyMine} />}
      {kinds.map((kind) => {
        const group = shown.filter((task) => task.kind === kind);
        return (
          group.length > 0 && (
            <TaskGroup key={kind} {...{ kind, contract, declared, names }} tasks={group} />
          )
        );
      })}
    </div>
  );
}

/** What a person finds against a clause, nobody else tells the register. */
function RecordFinding({ contract }: { readonly contract: string }) {
  return (
    <Link
      to="/contracts/$contract/registers/$declaration/new/$step"
      params={{ contract, declaration: 'deviation', step: 'found' }}
      className={buttonClass()}
    >
      {messages.recordFinding}
    </Link>
  );
}

function NothingToDo({ contract }: { readonly contract: string }) {
  return (
    <Empty title={messages.empty}>
      <p>{messages.emptyLead}</p>
      <Link to="/contracts/$contract/duty-map" params={{ contract }} className={buttonClass()}>
        {messages.seeMap}
      </Link>
    </Empty>
  );
}
