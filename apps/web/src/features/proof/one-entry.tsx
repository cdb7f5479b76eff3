import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { nameOf } from '../../names.ts';
import { CaseLink } from '../../ui/case-form/shown-value.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Answered } from '../../ui/states.tsx';
import { sha256 } from './browser-crypto.ts';
import { checkEntry } from './check-entry.ts';
import { messages } from './messages.ts';
import { readableEntry } from './readable-entry.ts';

const from = '/contracts/$contract/proof/entries/$sequence';

/** One entry, its proof checked by this page and not by the server. */
export function OneEntry() {
  const { contract, sequence } = useParams({ from });
  const asked = useAnswer('entryProof', { params: { contract, sequence: Number(sequence) } });
  return (
    <Page
      title={messages.entryTitle(sequence)}
      lead={messages.entryLead}
      actions={
        <>
          <Link to="/contracts/$contract/proof" params={{ contract }} className={buttonClass()}>
            {messages.back}
          </Link>
          <Button onClick={() => window.print()}>{messages.print}</Button>
        </>
      }
    >
      <Answered asked={asked}>
        {(told) => (
          <div className="flex flex-col gap-8">
            <Check told={told} />
            <Told contract={contract} sequence={Number(sequence)} />
            <Values told={told} />
            <Section title={messages.exact}>
              <p className="text-dns-14N-130 text-solid-gray-700">{messages.exactLead}</p>
              <pre
                tabIndex={0}
                className="overflow-x-auto rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4 text-dns-14N-130 whitespace-pre-wrap"
              >
                {readableEntry(told.entry)}
              </pre>
            </Section>
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** The entry as the list tells it: when, what, of what and by whom. */
function Told({ contract, sequence }: { readonly contract: string; readonly sequence: number }) {
  const query = { before: sequence + 1, limit: 1 };
  const asked = useAnswer('entries', { params: { contract }, query });
  return (
    <Section title={messages.told}>
      <Answered asked={asked}>
        {({ entries, names }) => (
          <Facts
            rows={entries.flatMap(({ recordedAt, title, case: of, actor }) => [
              [messages.recordedAt, <EraMoment key="at" moment={recordedAt} />] as const,
              [messages.what, title] as const,
              [
                messages.about,
                of === null ? (
                  messages.noCase
                ) : (
                  <CaseLink key="of" {...{ contract, names }} id={of} />
                ),
              ] as const,
              [messages.actor, nameOf(names, actor)] as const,
            ])}
          />
        )}
      </Answered>
    </Section>
  );
}

function Check({ told }: { readonly told: AnswerOf<'entryProof'> }) {
  const found = useMemo(() => checkEntry(sha256, told), [told]);
  if (found === 'included') {
    return (
      <Notice kind="success" title={messages.proven}>
        <p>{messages.provenLead(told.treeSize)}</p>
        <p>{messages.compare}</p>
      </Notice>
    );
  }
  const title = found === 'not-hashed' ? messages.notHashed : messages.notIncluded;
  return (
    <Notice kind="error" title={title}>
      <p>{messages.broken}</p>
    </Notice>
  );
}

function Values({ told }: { readonly told: AnswerOf<'entryProof'> }) {
  const rows = [
    [messages.leafHash, told.leafHash],
    [messages.treeSize, told.treeSize.toLocaleString('ja-JP')],
    [messages.root, told.root],
    [messages.proofLength, messages.proofCount(told.proof.length)],
  ] as const;
  return (
    <Section title={messages.details}>
      <Facts
        rows={rows.map(([title, value]) => [
          title,
          <span key={title} className="text-mono-16N-150 break-all">
            {value}
          </span>,
        ])}
      />
    </Section>
  );
}
