import { call } from '../../api/call.ts';
import { useAnswer, useRenewal } from '../../api/use-answer.ts';
import { useDeed } from '../../api/use-deed.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Answered } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { useObjectUrl } from '../../api/use-object-url.ts';
import { useState } from 'react';

/** What the paper is of, and as of which entry: another one is another paper. */
interface Subject {
  readonly id: string;
  readonly version: number;
}

/** The paper of a filing as it stands now, and the one that is printed and recorded. */
export function Paper({
  contract,
  kind,
  subject,
}: {
  readonly contract: string;
  readonly kind: string;
  readonly subject: Subject;
}) {
  const params = { contract, kind };
  const asked = useAnswer('previewPaper', { params, query: { case: subject.id } });
  const renew = useRenewal();
  const [printed, setPrinted] = useState<Blob>();
  const printing = useDeed(() => call('printPaper', { params, body: { case: subject.id } }));
  const print = async () => {
    const paper = await printing.run();
    if (paper === undefined) return;
    setPrinted(paper);
    void renew();
  };
  return (
    <Section
      title={messages.preview}
      aside={
        <Button look="solid" disabled={printing.isHeld} onClick={() => void print()}>
          {printing.isUnderWay ? messages.printing : messages.print}
        </Button>
      }
    >
      <p className="text-dns-14N-130 text-solid-gray-700">{messages.previewLead}</p>
      <ProblemNotice problem={printing.problem} title={messages.printRefused} />
      {printed !== undefined && <Printed paper={printed} />}
      <Answered asked={asked} loading={messages.previewLoading}>
        {(paper) => <Preview key={subject.version} paper={paper} />}
      </Answered>
    </Section>
  );
}

function Printed({ paper }: { readonly paper: Blob }) {
  const url = useObjectUrl(paper);
  return (
    <Notice kind="success" title={messages.printed}>
      <p>{messages.printedLead}</p>
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className={`${buttonClass('solid')} self-start`}
      >
        {messages.open}
      </a>
    </Notice>
  );
}

function Preview({ paper }: { readonly paper: Blob }) {
  const url = useObjectUrl(paper);
  if (url === undefined) return null;
  return (
    <>
      <iframe
        // The browser's reader: the page as wide as the frame, nothing beside or above it.
        src={`${url}#toolbar=0&navpanes=0&view=FitH`}
        title={messages.preview}
        className="h-[80dvh] w-full rounded-8 border border-solid-gray-420 print:hidden"
      />
      <a
        href={url}
        target="_blank"
        rel="noreferrer"
        className="w-fit text-key-900 underline underline-offset-4"
      >
        {messages.previewOpen}
      </a>
    </>
  );
}
