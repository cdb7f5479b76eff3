import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { EraMoment } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Section } from '../../ui/page.tsx';
import { Answered, Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Event = AnswerOf<'signInHistory'>['events'][number];

const events: ReadonlyMap<string, string> = new Map(Object.entries(messages.events));

/** What happened to the account, for its owner to look through. */
export function SignInHistory({ account }: { readonly account: string }) {
  const asked = useAnswer('signInHistory', {});
  return (
    <Section title={messages.history}>
      <Answered asked={asked}>
        {({ events: happened }) =>
          happened.length === 0 ? (
            <Empty title={messages.historyEmpty} />
          ) : (
            <Table
              caption={messages.history}
              columns={columnsFor(account)}
              rows={happened.map((event, index) => ({ ...event, index }))}
              rowKey={({ index }) => String(index)}
            />
          )
        }
      </Answered>
    </Section>
  );
}

function columnsFor(account: string): readonly Column<Event & { readonly index: number }>[] {
  return [
    { key: 'at', title: messages.at, isHead: true, cell: ({ at }) => <EraMoment moment={at} /> },
    {
      key: 'event',
      title: messages.event,
      cell: ({ event, device: title }) => (
        <span className="flex flex-col gap-1">
          {events.get(event) ?? event}
          {title !== null && <Mark text={messages.registered({ title })} />}
        </span>
      ),
    },
    {
      key: 'by',
      title: messages.by,
      cell: ({ actor, by }) => {
        if (actor === account) return messages.self;
        if (actor === 'machine') return messages.machine;
        return actor === 'software' ? messages.software : by;
      },
    },
  ];
}
