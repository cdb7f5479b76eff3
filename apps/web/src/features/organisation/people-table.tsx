import type { DeclarationAnswer } from '@kanribo/api';
import { textOf } from '@kanribo/domain';
import type { AnswerOf } from '../../api/call.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

type Line = AnswerOf<'register'>['lines'][number];

const relations = [
  'isWorker',
  'isAdministrator',
  'isOnEntryList',
  'isKeyHolder',
  'isDirector',
  'isDispatched',
] as const;

/** The people on record, with what makes each of them related staff. */
export function PeopleTable({
  contract,
  declaration,
  lines,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly lines: readonly Line[];
}) {
  const field = (name: string) => declaration.fields.find((found) => found.name === name);
  const columns: readonly Column<Line>[] = [
    {
      key: 'name',
      title: messages.name,
      isHead: true,
      cell: ({ id, particulars }) => (
        <CaseLink contract={contract} id={id} names={{ [id]: particulars['name'] ?? id }} />
      ),
    },
    {
      key: 'affiliation',
      title: messages.affiliation,
      cell: ({ particulars }) => particulars['affiliation'],
    },
    { key: 'post', title: messages.post, cell: ({ particulars }) => particulars['post'] },
    {
      key: 'party',
      title: messages.party,
      cell: ({ values }) => field('party')?.options?.[textOf(values, 'party') ?? ''],
    },
    {
      key: 'relations',
      title: messages.relations,
      cell: ({ values, status }) => {
        const held = relations.filter((name) => values[name] === true);
        const titles = held.map((name) => field(name)?.label ?? name);
        return [...(status === 'left' ? [messages.left] : []), ...titles].join('、');
      },
    },
  ];
  return <Table caption={messages.people} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}
