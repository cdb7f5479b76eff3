import { type Registers, namesIn } from '../../api/use-registers.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { nameOf } from '../../names.ts';
import { roleTitle } from '../../roles.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';
import { type Term, stretchOf, termsIn } from './terms.ts';

/** Who holds which office from when until when, with a bar over the contract's period. */
export function OfficeTimeline({
  contract,
  registers,
}: {
  readonly contract: string;
  readonly registers: Registers;
}) {
  const { today, startsOn, endsOn } = useContract();
  const terms = termsIn(registers, today);
  const names = namesIn(registers);
  const period = { startsOn: startsOn ?? today, endsOn: endsOn ?? today };
  const bar: Column<Term> = {
    key: 'bar',
    title: messages.bar,
    cell: (term) => <Bar term={term} period={period} today={today} />,
  };
  return (
    <Section title={messages.timeline}>
      {terms.length === 0 ? (
        <Empty title={messages.timelineEmpty} />
      ) : (
        <>
          <p className="text-dns-14N-130 text-solid-gray-700">{messages.timelineLead}</p>
          <Table
            caption={messages.timeline}
            columns={[
              ...columnsFor(contract, names),
              ...(startsOn === null || endsOn === null ? [] : [bar]),
            ]}
            rows={terms}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </Section>
  );
}

function columnsFor(
  contract: string,
  names: Readonly<Record<string, string>>,
): readonly Column<Term>[] {
  return [
    { key: 'office', title: messages.office, cell: ({ office }) => roleTitle(office) },
    {
      key: 'person',
      title: messages.person,
      isHead: true,
      cell: ({ id, person }) => (
        <CaseLink contract={contract} id={id} names={{ [id]: nameOf(names, person) }} />
      ),
    },
    {
      key: 'from',
      title: messages.from,
      isNarrow: true,
      cell: ({ from }) => <EraDay day={from} isShort />,
    },
    {
      key: 'until',
      title: messages.until,
      isNarrow: true,
      cell: ({ until }) => (until === null ? messages.untilOpen : <EraDay day={until} isShort />),
    },
    {
      key: 'state',
      title: messages.state,
      isNarrow: true,
      cell: ({ state }) => <span className="whitespace-nowrap">{messages.states[state]}</span>,
    },
  ];
}

const width = 200;

function Bar({
  term,
  period,
  today,
}: {
  readonly term: Term;
  readonly period: { readonly startsOn: string; readonly endsOn: string };
  readonly today: string;
}) {
  const { start, end } = stretchOf(term, period);
  const now = stretchOf({ from: today, until: null }, period).start;
  const isLive = term.state === 'current' || term.state === 'coming';
  return (
    <svg
      role="img"
      aria-label={messages.barLabel(term.from, term.until ?? messages.untilOpen)}
      viewBox={`0 0 ${width} 20`}
      className="h-5 w-50 align-middle"
    >
      <rect
        x="0"
        y="9"
        width={width}
        height="2"
        className="fill-solid-gray-300 forced-colors:fill-[CanvasText]"
      />
      <rect
        x={start * width}
        y="4"
        width={Math.max(2, (end - start) * width)}
        height="12"
        rx="2"
        className={
          isLive
            ? 'fill-key-900 forced-colors:fill-[CanvasText]'
            : 'fill-solid-gray-420 forced-colors:fill-[GrayText]'
        }
      />
      <line
        x1={now * width}
        x2={now * width}
        y1="0"
        y2="20"
        className="stroke-black stroke-2 forced-colors:stroke-[Highlight]"
      />
    </svg>
  );
}
