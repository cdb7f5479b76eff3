import type { AnswerOf } from '../../api/call.ts';
import { nameOf } from '../../names.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Thing = AnswerOf<'whereabouts'>['things'][number];
type Names = Readonly<Record<string, string>>;

/** Things with the place each is at and who keeps it. */
export function ThingTable({
  contract,
  names,
  things,
}: {
  readonly contract: string;
  readonly names: Names;
  readonly things: readonly Thing[];
}) {
  return (
    <Table
      caption={messages.list}
      columns={columnsFor(contract, names)}
      rows={things}
      rowKey={({ thing }) => thing}
    />
  );
}

function columnsFor(contract: string, names: Names): readonly Column<Thing>[] {
  return [
    {
      key: 'thing',
      title: messages.thing,
      isHead: true,
      cell: ({ thing }) => <CaseLink {...{ contract, names }} id={thing} />,
    },
    {
      key: 'status',
      title: messages.status,
      isNarrow: true,
      cell: ({ status }) => <span className="whitespace-nowrap">{messages.filters[status]}</span>,
    },
    {
      key: 'place',
      title: messages.place,
      cell: ({ place, status }) =>
        place === null ? (status === 'here' ? messages.noPlace : '') : nameOf(names, place),
    },
    {
      key: 'custodian',
      title: messages.custodian,
      cell: ({ custodian }) => custodian !== null && nameOf(names, custodian),
    },
    {
      key: 'under',
      title: messages.under,
      cell: ({ under }) => under !== null && <CaseLink {...{ contract, names }} id={under} />,
    },
  ];
}
