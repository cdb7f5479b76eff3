import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { clauseText } from '../../clause-text.ts';
import { EraDay } from '../../ui/era-day.tsx';
import { Section } from '../../ui/page.tsx';
import { StandingMark } from '../../ui/standing-mark.tsx';
import { type StandingStatus, standingWords } from '../../ui/standing-words.ts';
import { Answered, Empty } from '../../ui/states.tsx';
import { messages } from './messages.ts';

type Change = AnswerOf<'calendar'>['changes'][number];

const isStatus = (status: string): status is StandingStatus => Object.hasOwn(standingWords, status);

/** What the next 90 days bring if nothing is done, day by day. */
export function Calendar({ contract }: { readonly contract: string }) {
  const asked = useAnswer('calendar', { params: { contract }, query: { days: 90 } });
  return (
    <Section title={messages.calendar}>
      <p className="text-dns-14N-130 text-solid-gray-700">{messages.calendarLead}</p>
      <Answered asked={asked}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty title={messages.calendarEmpty} />
          ) : (
            <ol className="flex flex-col">
              {byDay(changes).map(([day, ofDay]) => (
                <li key={day} className="flex flex-col gap-2 border-b border-solid-gray-200 py-3">
                  <p className="text-dns-16B-130">
                    <EraDay day={day} />
                  </p>
                  <ul className="flex flex-col gap-2">
                    {ofDay.map((change) => (
                      <ChangeLine key={change.duty} {...{ contract, change }} />
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          )
        }
      </Answered>
    </Section>
  );
}

function ChangeLine({ contract, change }: { readonly contract: string; readonly change: Change }) {
  const { duty, title, clause, to } = change;
  return (
    <li className="grid grid-cols-[9rem_minmax(0,1fr)] items-center gap-x-3 text-dns-16N-130">
      <span>{isStatus(to) && <StandingMark status={to} />}</span>
      <span>
        <Link
          to="/contracts/$contract/duty-map"
          params={{ contract }}
          search={{ duty }}
          className="text-key-900 underline underline-offset-4"
        >
          {title}
        </Link>
        <span className="ms-3 whitespace-nowrap text-dns-14N-130 text-solid-gray-700">
          {clauseText(clause)}
        </span>
      </span>
    </li>
  );
}

function byDay(changes: readonly Change[]): readonly (readonly [string, readonly Change[]])[] {
  return [...Map.groupBy(changes, ({ on }) => on)];
}
