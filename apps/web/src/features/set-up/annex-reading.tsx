import { clauseInJapanese, parseClause, profiles } from '@kanribo/annex';
import type { AnswerOf } from '../../api/call.ts';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { AnnexTree } from './annex-tree.tsx';
import { messages } from './messages.ts';
import { type Differing, type DutyFound, sortFindings } from './sort-findings.ts';

const { annex: words } = messages;

/** What was understood of an annex: what agrees, what differs, what is lacking, and its tree. */
export function AnnexReading({
  reading,
  profile,
}: {
  readonly reading: AnswerOf<'readAnnex'>;
  readonly profile: string;
}) {
  const clauses = profiles.get(profile)?.clauses;
  const { stated, differing, absent } = sortFindings(reading.duties, clauses);
  const expected = expectedColumn(clauses);
  return (
    <Section title={words.result}>
      <p role="status">
        {words.counts(reading.articles.length, stated.length, differing.length, absent.length)}
      </p>
      <h3 className="text-std-18B-160">{words.differing}</h3>
      {differing.length === 0 ? (
        <Empty title={words.noDiffering} />
      ) : (
        <>
          <p>{words.differingLead}</p>
          <Table
            caption={words.differing}
            columns={differingColumns(expected)}
            rows={differing}
            rowKey={({ found }) => found.duty}
          />
        </>
      )}
      <h3 className="text-std-18B-160">{words.absent}</h3>
      {absent.length === 0 ? (
        <Empty title={words.noAbsent} />
      ) : (
        <>
          <p>{words.absentLead}</p>
          <Table
            caption={words.absent}
            columns={[dutyColumn, expected]}
            rows={absent}
            rowKey={({ duty }) => duty}
          />
        </>
      )}
      <details className="rounded-8 border border-solid-gray-300 p-4">
        <summary className="cursor-pointer text-std-16B-170">
          {`${words.stated}（${stated.length}）`}
        </summary>
        <div className="pt-3">
          <Table
            caption={words.stated}
            columns={[dutyColumn, foundColumn]}
            rows={stated}
            rowKey={({ duty }) => duty}
          />
        </div>
      </details>
      <AnnexTree reading={reading} />
    </Section>
  );
}

const inWords = (clause: string | undefined): string => {
  const parsed = parseClause(clause ?? '');
  return parsed.ok ? clauseInJapanese(parsed.value) : words.none;
};

const dutyColumn: Column<DutyFound> = {
  key: 'duty',
  title: words.duty,
  isHead: true,
  cell: ({ title }) => title,
};

const foundColumn: Column<DutyFound> = {
  key: 'found',
  title: words.found,
  cell: ({ clause }) => inWords(clause),
};

function expectedColumn(clauses: Readonly<Record<string, string>> | undefined): Column<DutyFound> {
  return {
    key: 'expected',
    title: words.expected,
    cell: ({ duty }) => inWords(clauses?.[duty]),
  };
}

function differingColumns(expected: Column<DutyFound>): readonly Column<Differing>[] {
  const of = ({ cell, ...column }: Column<DutyFound>): Column<Differing> => ({
    ...column,
    cell: ({ found }) => cell(found),
  });
  return [
    of(dutyColumn),
    {
      key: 'why',
      title: words.why,
      cell: ({ reasons }) => (
        <ul className="flex flex-col gap-0.5">
          {reasons.map((reason) => (
            <li key={reason}>{words.reasons[reason]}</li>
          ))}
        </ul>
      ),
    },
    of(foundColumn),
    of(expected),
  ];
}
