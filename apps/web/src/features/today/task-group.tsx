import { dutyTitles } from '@kanribo/annex';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { declarationIn } from '../../api/use-declarations.ts';
import { caseTitle, declarationOfCase } from '../../case-title.ts';
import { clauseText } from '../../clause-text.ts';
import { filingOf } from '../../filing-of.ts';
import { nameOf } from '../../names.ts';
import { Button } from '../../ui/button.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Sign, type SignName } from '../../ui/sign.tsx';
import { messages } from './messages.ts';

type Task = AnswerOf<'today'>['tasks'][number];
interface TaskProps {
  readonly contract: string;
  /** Where each task leads follows from what is declared. */
  readonly declared: AnswerOf<'declarations'>;
  readonly task: Task;
  /** What the cases of the tasks are called. */
  readonly names: Readonly<Record<string, string>>;
}

type Kind = keyof typeof messages.groups;

const looks = {
  overdue: { sign: 'warning', look: 'text-orange-1000', edge: 'border-s-orange-1000' },
  deviation: { sign: 'stop', look: 'text-red-1000', edge: 'border-s-red-1000' },
  due: { sign: 'clock', look: 'text-yellow-1200', edge: 'border-s-yellow-1000' },
  client: { sign: 'circle', look: 'text-key-900', edge: 'border-s-key-900' },
  soon: { sign: 'clock', look: 'text-solid-gray-700', edge: 'border-s-solid-gray-600' },
} as const satisfies Record<Kind, { sign: SignName; look: string; edge: string }>;

const firstShown = 8;

/** Tasks of one kind, each a link to where it is done. */
export function TaskGroup({
  kind,
  contract,
  declared,
  names,
  tasks,
}: Omit<TaskProps, 'task'> & { readonly kind: Kind; readonly tasks: readonly Task[] }) {
  const [isWhole, setWhole] = useState(false);
  const { title, lead } = messages.groups[kind];
  const { sign, look, edge } = looks[kind];
  const shown = isWhole ? tasks : tasks.slice(0, firstShown);
  const rest = tasks.length - shown.length;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="flex flex-wrap items-center gap-2 text-std-20B-150 text-solid-gray-900">
        <Sign name={sign} className={`size-6 ${look}`} />
        {title}
        <span className="text-dns-16N-130 text-solid-gray-700">{messages.count(tasks.length)}</span>
      </h2>
      <p className="text-dns-14N-130 text-solid-gray-700">{lead}</p>
      <ul className="flex flex-col">
        {shown.map((task, index) => (
          <li
            key={`${task.case}-${task.duty}-${index}`}
            className={`border-b border-s-4 border-b-solid-gray-200 ${edge}`}
          >
            <TaskLink {...{ contract, declared, names, task }} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="text" className="self-start" onClick={() => setWhole(true)}>
          {messages.more(rest)}
        </Button>
      )}
    </section>
  );
}

const taskClass =
  'group grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-key-50 print:grid-cols-1';

/** Leads to the case that waits, to the register the duty is kept in, or else to the duty. */
function TaskLink({ contract, declared, task, names }: TaskProps) {
  const { case: id, duty, kind } = task;
  const keeping = declared.declarations.filter((found) => found.duty === duty);
  const keeper = keeping.find(({ name }) => id !== null && name === declarationOfCase(id));
  const isDuty = kind === 'due' || kind === 'overdue';
  const lacking = isDuty ? filingOf(declared.declarations, keeper) : undefined;
  const only = lacking ?? (keeping.length === 1 ? keeping[0] : undefined);
  if (id !== null && lacking === undefined && (keeper !== undefined || !isDuty)) {
    const isFiling = declarationIn(declared, declarationOfCase(id))?.preset === 'filing';
    return (
      <Link
        to={isFiling ? '/contracts/$contract/filings/$case' : '/contracts/$contract/cases/$case'}
        params={{ contract, case: id }}
        search={kind === 'deviation' ? { step: 'decided' } : {}}
        className={taskClass}
      >
        <TaskWords task={task} about={caseWords({ declared, names }, task, id)} />
      </Link>
    );
  }
  if (only !== undefined) {
    return (
      <Link
        to="/contracts/$contract/registers/$declaration"
        params={{ contract, declaration: only.name }}
        className={taskClass}
      >
        <TaskWords task={task} about={only.title} />
      </Link>
    );
  }
  return (
    <Link
      to="/contracts/$contract/duty-map"
      params={{ contract }}
      search={duty === null ? {} : { duty }}
      className={taskClass}
    >
      <TaskWords task={task} about={messages.inMap} />
    </Link>
  );
}

/** Which case it is; of a deviation first the case that deviated. */
function caseWords(
  known: {
    readonly declared: AnswerOf<'declarations'>;
    readonly names: Readonly<Record<string, string>>;
  },
  { of }: Task,
  id: string,
): string {
  const title = caseTitle(known.declared, id);
  if (of === null) return title;
  const [numbered, named] = [caseTitle(known.declared, of), nameOf(known.names, of)];
  const about = named === numbered || named === of ? numbered : messages.named(numbered, named);
  return messages.deviationOf(about, title);
}

function TaskWords({
  task: { title, clause, duty, dueOn, isDueByHouse, isMine, kind },
  about,
}: {
  readonly task: Task;
  /** Where the link leads. */
  readonly about: string;
}) {
  return (
    <>
      <span className="text-dns-16B-130 text-key-900 underline-offset-4 group-hover:underline">
        {title}
      </span>
      <Sign name="open" className="row-span-2 size-5 text-key-900 print:hidden" />
      <span className="flex flex-wrap gap-x-4 gap-y-1 text-dns-14N-130 text-solid-gray-700">
        {dueOn !== null && (
          <span className="text-dns-14B-130 text-solid-gray-900">
            {`${messages.due}：`}
            <EraDay day={dueOn} />
            {isDueByHouse && messages.ownDue}
          </span>
        )}
        <span>{about}</span>
        {clause !== null && <span>{messages.clause(clauseText(clause))}</span>}
        {kind === 'deviation' && duty !== null && <span>{dutyTitles[duty]}</span>}
        <span>{isMine ? messages.mine : messages.others}</span>
      </span>
    </>
  );
}
