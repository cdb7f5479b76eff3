import { StandingMark } from '../../ui/standing-mark.tsx';
import { standingOrder } from '../../ui/standing-words.ts';
import { type ShownStanding, countsOf } from './articles.ts';
import { messages } from './messages.ts';

/** How many duties stand in each way: legend and total in one. */
export function Summary({ standings }: { readonly standings: readonly ShownStanding[] }) {
  const counts = countsOf(standings);
  return (
    <section aria-label={messages.summary}>
      <ul className="flex flex-wrap gap-x-3 gap-y-2">
        {standingOrder.map((status) => (
          <li key={status} className="flex items-center gap-1">
            <StandingMark status={status} />
            <span className="text-dns-14B-130 tabular-nums">
              {messages.count(counts.get(status) ?? 0)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
