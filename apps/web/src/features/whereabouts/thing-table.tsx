import { type ThingChoice, thingStateTitles } from '@kanribo/api';
import type { AnswerOf } from '../../api/call.ts';
import { nameOf } from '../../names.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Marks } from '../../ui/mark.tsx';
import { sortingBy } from '../../ui/sorting-by.ts';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Thing = AnswerOf<'whereabouts'>['things'][number];
type Sort = NonNullable<ThingChoice['sort']>;

interface TableProps {
  readonly contract: string;
  readonly names: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly things: readonly Thing[];
  readonly choice: ThingChoice;
  readonly onSort: (sorted: Pick<ThingChoice, 'sort' | 'order'>) => void;
}

/** Things with the place each is at and who keeps it. */
export function ThingTable(props: TableProps) {
  return (
    <Table
      caption={messages.list}
      columns={columnsFor(props)}
      rows={props.things}
      rowKey={({ thing }) => thing}
    />
  );
}

function columnsFor(props: TableProps): readonly Column<Thing>[] {
  const { contract, names, kinds, choice, onSort } = props;
  const column = (key: Sort, title: string, cell: Column<Thing>['cell']): Column<Thing> => ({
    key,
    title,
    sorting: sortingBy(key, choice, onSort),
    cell,
  });
  const thing = column('thing', messages.thing, ({ thing: id }) => (
    <CaseLink {...{ contract, names, id }} />
  ));
  return [
    { ...thing, isHead: true },
    column('kind', messages.kind, ({ kind }) => kinds[kind ?? '']),
    column('status', messages.status, (one) => <Status {...one} />),
    column('place', messages.place, ({ place, status }) =>
      place === null ? (status === 'here' ? messages.noPlace : '') : nameOf(names, place),
    ),
    column(
      'custodian',
      messages.custodian,
      ({ custodian }) => custodian !== null && nameOf(names, custodian),
    ),
    column('under', messages.under, (one) => <Under {...{ contract, names }} {...one} />),
  ];
}

function Status({ thing, status, under, isOverdue }: Thing) {
  return (
    <>
      <span className="whitespace-nowrap">{thingStateTitles[status]}</span>
      {thing === under && <span className="whitespace-nowrap">{messages.lost}</span>}
      <Marks texts={isOverdue ? [messages.overdue] : []} />
    </>
  );
}

function Under({
  contract,
  names,
  under,
  dueOn,
}: Pick<Thing, 'under' | 'dueOn'> & Pick<TableProps, 'contract' | 'names'>) {
  if (under === null) return null;
  return (
    <>
      <CaseLink {...{ contract, names }} id={under} />
      {dueOn !== null && (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {messages.due}
          <EraDay day={dueOn} isShort />
        </p>
      )}
    </>
  );
}
