import {
  type Finding,
  type Verdict,
  type VerifiedLog,
  logTitles,
  sentenceOf,
  verdictSentences,
} from '@kanribo/evidence';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice, type NoticeKind } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { messages } from './messages.ts';
import type { VerifiedBundle } from './use-verification.ts';

const kinds = {
  sound: 'success',
  consistent: 'information',
  broken: 'error',
} as const satisfies Record<Verdict['status'], NoticeKind>;

interface VerdictProps {
  readonly verdict: Verdict;
  readonly about: VerifiedBundle;
}

/** What a verifier answers, for the person who asked and for whoever is shown it on paper. */
export function VerdictView({ verdict, about }: VerdictProps) {
  const { status, logs, since, damages, notices, unlisted } = verdict;
  const title = isInputUnread(damages) ? messages.unreadInput : messages.verdicts[status];
  return (
    <div className="flex flex-col gap-6">
      <Notice kind={kinds[status]} title={title}>
        <p>{verdictSentences[status]}</p>
        {since !== null && <p>{messages.sinceOutcomes[since]}</p>}
        <Button className="self-start" onClick={() => window.print()}>
          {messages.printVerdict}
        </Button>
      </Notice>
      <Findings title={messages.damages} findings={damages} />
      <Findings title={messages.notices} findings={notices} />
      {unlisted > 0 && <p>{messages.unlisted(unlisted)}</p>}
      {logs.length > 0 && (
        <Section title={messages.logs}>
          <Table
            caption={messages.logs}
            columns={columnsFor(verdict)}
            rows={logs}
            rowKey={({ log }) => log}
          />
        </Section>
      )}
      <Section title={messages.verified}>
        <Facts rows={aboutRows({ verdict, about })} />
      </Section>
    </div>
  );
}

function aboutRows({
  verdict: { evidenceCount },
  about: { at, files, key, since },
}: VerdictProps): readonly (readonly [string, ReactNode])[] {
  const code = (text: string) => <span className="break-all whitespace-pre-wrap">{text}</span>;
  return [
    [messages.verifiedAt, <EraMoment key="at" moment={at} />],
    [messages.files, messages.fileCount(files)],
    ...(evidenceCount > 0
      ? [[messages.evidenceFiles, messages.evidence(evidenceCount)] as const]
      : []),
    [messages.key, key === '' ? messages.notGiven : code(key)],
    [messages.since, since === '' ? messages.notGiven : code(since)],
  ];
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

/** Whether a log was found at fault; not known where not every fault is listed. */
function resultOf({ log }: VerifiedLog, { damages, unlisted }: Verdict): string {
  const isHurt = damages.some(
    (found) =>
      ('log' in found && found.log === log) ||
      ('file' in found && found.file.startsWith(`${log}/`)),
  );
  if (isHurt) return messages.results.hurt;
  return unlisted > 0 ? messages.results.unknown : messages.results.whole;
}

const columnsFor = (verdict: Verdict): readonly Column<VerifiedLog>[] => [
  {
    key: 'log',
    title: messages.log,
    isHead: true,
    cell: ({ log, origin }) => (
      <span className="flex flex-col">
        <span>{logTitles[log]}</span>
        <span className="text-dns-14N-130 text-solid-gray-700">{origin}</span>
      </span>
    ),
  },
  {
    key: 'result',
    title: messages.result,
    isNarrow: true,
    cell: (found) => <span className="whitespace-nowrap">{resultOf(found, verdict)}</span>,
  },
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
