import {
  type Finding,
  type Verdict,
  type VerifiedLog,
  sentenceOf,
  verdictSentences,
} from '@kanribo/evidence';
import { EraMoment } from '../../ui/era-day.tsx';
import { Notice, type NoticeKind } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';

const kinds = {
  sound: 'success',
  consistent: 'information',
  broken: 'error',
} as const satisfies Record<Verdict['status'], NoticeKind>;

/** What a verifier answers, for the person who asked. */
export function VerdictView({ verdict }: { readonly verdict: Verdict }) {
  const { status, logs, evidenceCount, since, damages, notices, unlisted } = verdict;
  const title = isInputUnread(damages) ? messages.unreadInput : messages.verdicts[status];
  return (
    <div className="flex flex-col gap-6">
      <Notice kind={kinds[status]} title={title}>
        <p>{verdictSentences[status]}</p>
        {since !== null && <p>{messages.sinceOutcomes[since]}</p>}
        {evidenceCount > 0 && <p>{messages.evidence(evidenceCount)}</p>}
      </Notice>
      <Findings title={messages.damages} findings={damages} />
      <Findings title={messages.notices} findings={notices} />
      {unlisted > 0 && <p>{messages.unlisted(unlisted)}</p>}
      {logs.length > 0 && (
        <Section title={messages.logs}>
          <Table caption={messages.logs} columns={columns} rows={logs} rowKey={({ log }) => log} />
        </Section>
      )}
    </div>
  );
}

/** Whether nothing but what was typed is at fault: that says nothing against the bundle. */
function isInputUnread(damages: Verdict['damages']): boolean {
  const typed: readonly string[] = ['given-key-malformed', 'since-malformed'];
  return damages.length > 0 && damages.every(({ code }) => typed.includes(code));
}

function Findings({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="list-disc ps-6">
        {findings.map((finding, index) => (
          <li key={`${finding.code}-${index}`}>{sentenceOf(finding)}</li>
        ))}
      </ul>
    </Section>
  );
}

const columns: readonly Column<VerifiedLog>[] = [
  { key: 'log', title: messages.log, isHead: true, cell: ({ origin }) => origin },
  {
    key: 'size',
    title: messages.count,
    isNarrow: true,
    cell: ({ size }) => size.toLocaleString('ja-JP'),
  },
  {
    key: 'extent',
    title: messages.extent,
    isNarrow: true,
    cell: ({ shared }) => (shared === 'whole' ? messages.whole : messages.headOnly),
  },
  {
    key: 'signed',
    title: messages.signed,
    isNarrow: true,
    cell: ({ isSigned }) => (isSigned ? messages.isSigned : messages.isUnsigned),
  },
  {
    key: 'period',
    title: messages.period,
    cell: ({ firstAt, lastAt }) =>
      firstAt !== null &&
      lastAt !== null && (
        <span className="flex flex-col">
          <span>
            <EraMoment moment={firstAt} />
            {'～'}
          </span>
          <EraMoment moment={lastAt} />
        </span>
      ),
  },
];
