import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraDay } from '../../ui/era-day.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Covers } from './covers.tsx';
import { messages } from './messages.ts';
import type { Word } from './word-filter.ts';

interface About {
  readonly contract: string;
  readonly names: Readonly<Record<string, string>>;
}

/** Words of the client: for how long, in which form, and what stands on them. */
export function WordTable({
  caption,
  words,
  ...about
}: About & { readonly caption: string; readonly words: readonly Word[] }) {
  return (
    <Table
      caption={caption}
      columns={columnsFor(about)}
      rows={words}
      rowKey={(word) => word.case}
    />
  );
}

function columnsFor({ contract, names }: About): readonly Column<Word>[] {
  return [
    {
      key: 'name',
      title: messages.name,
      isHead: true,
      cell: (word) => (
        <CaseLink
          contract={contract}
          id={word.case}
          names={{ [word.case]: `${word.title}（${word.case.split('-').at(-1) ?? ''}）` }}
        />
      ),
    },
    {
      key: 'covers',
      title: messages.covers,
      cell: (word) => <Covers contract={contract} id={word.case} />,
    },
    { key: 'period', title: messages.period, cell: (word) => <Period word={word} /> },
    { key: 'form', title: messages.form, cell: (word) => <Form word={word} /> },
    { key: 'paper', title: messages.paper, cell: (word) => <Backing word={word} /> },
    {
      key: 'usedBy',
      title: messages.usedBy,
      cell: ({ usedBy }) =>
        usedBy.length === 0 ? (
          messages.unused
        ) : (
          <ul className="flex flex-col gap-0.5">
            {usedBy.map((id) => (
              <li key={id}>
                <CaseLink {...{ contract, id, names }} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

function Period({ word: { from, until } }: { readonly word: Word }) {
  if (from === null && until === null) return messages.openEnd;
  return (
    <span className="flex flex-col">
      <span className="whitespace-nowrap">
        {from === null ? messages.openStart : <EraDay day={from} isShort />}
        {'～'}
      </span>
      <span>{until === null ? messages.openEnd : <EraDay day={until} isShort />}</span>
    </span>
  );
}

const forms: ReadonlyMap<string, string> = new Map(Object.entries(messages.forms));
const states: ReadonlyMap<string, string> = new Map(Object.entries(messages.states));

function Form({ word: { form, isUnconfirmed, paperDueOn, status } }: { readonly word: Word }) {
  const state = states.get(status);
  return (
    <span className="flex flex-col gap-1">
      {form !== null && <span>{forms.get(form) ?? form}</span>}
      {isUnconfirmed && <Mark text={messages.unconfirmed} />}
      {isUnconfirmed && paperDueOn !== null && (
        <span className="text-dns-14N-130">
          {`${messages.paperDue}：`}
          <EraDay day={paperDueOn} isShort />
        </span>
      )}
      {state !== undefined && <Mark text={state} />}
    </span>
  );
}

function Backing({ word: { hasReference, paper } }: { readonly word: Word }) {
  if (!hasReference && paper === null) return messages.noPaper;
  return (
    <span className="flex flex-col">
      {hasReference && <span>{messages.reference}</span>}
      {paper !== null && <span>{messages.paperKept}</span>}
    </span>
  );
}
