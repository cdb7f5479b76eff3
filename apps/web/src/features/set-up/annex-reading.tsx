import { clauseInJapanese, parseClause, profiles } from '@kanribo/annex';
import type { AnswerOf } from '../../api/call.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { AnnexTree } from './annex-tree.tsx';
import { messages } from './messages.ts';
import { type DutyFound, sortFindings } from './sort-findings.ts';

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
  const { stated, differing, moved, absent } = sortFindings(reading.duties, clauses);
  const expected = expectedColumn(clauses);
  return (
    <Section title={words.result}>
      <ul className="list-disc ps-6">
        <li>{words.articles(reading.articles.length)}</li>
        <li>{words.count(words.stated, stated.length)}</li>
        <li>{words.count(words.moved, moved.length)}</li>
        <li>{words.count(words.differing, differing.length)}</li>
        <li>{words.count(words.absent, absent.length)}</li>
      </ul>
      {moved.length > 0 && (
        <Notice kind="warning" title={words.numbersDiffer}>
          <p>{words.numbersDifferLead}</p>
        </Notice>
      )}
      <h3 className="text-std-18B-160">{words.differing}</h3>
      <Findings
        caption={words.differing}
        lead={words.differingLead}
        empty={words.noDiffering}
        columns={[dutyColumn, whyColumn, foundColumn, expected]}
        found={differing}
      />
      <h3 className="text-std-18B-160">{words.absent}</h3>
      <Findings
        caption={words.absent}
        lead={words.absentLead}
        empty={words.noAbsent}
        columns={[dutyColumn, expected]}
        found={absent}
      />
      <Folded title={words.moved} columns={[dutyColumn, foundColumn, expected]} found={moved} />
      <Folded title={words.stated} columns={[dutyColumn, foundColumn]} found={stated} />
      <AnnexTree reading={reading} />
    </Section>
  );
}

interface FindingsProps {
  readonly columns: readonly Column<DutyFound>[];
  readonly found: readonly DutyFound[];
}

function Findings({
  caption,
  lead,
  empty,
  columns,
  found,
}: FindingsProps & { readonly caption: string; readonly lead: string; readonly empty: string }) {
  if (found.length === 0) return <Empty title={empty} />;
  return (
    <>
      <p>{lead}</p>
      <Table caption={caption} columns={columns} rows={found} rowKey={({ duty }) => duty} />
    </>
  );
}

function Folded({ title, columns, found }: FindingsProps & { readonly title: string }) {
  if (found.length === 0) return null;
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4">
      <summary className="cursor-pointer text-std-16B-170">{`${title}（${found.length}）`}</summary>
      <div className="pt-3">
        <Table caption={title} columns={columns} rows={found} rowKey={({ duty }) => duty} />
      </div>
    </details>
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

const whyColumn: Column<DutyFound> = {
  key: 'why',
  title: words.why,
  cell: ({ missing = [], isOfOtherParty = false }) => (
    <span className="flex flex-col">
      {isOfOtherParty ? words.reasons.other : words.reasons.different}
      {missing.length > 0 && (
        <span className="text-dns-14N-130 text-solid-gray-700">{words.reasons.missing}</span>
      )}
    </span>
  ),
};
