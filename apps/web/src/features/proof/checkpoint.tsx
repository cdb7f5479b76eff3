import { parseTypedCode } from '@kanribo/merkle';
import { type ReactNode, useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { serverNow } from '../../api/server-clock.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button } from '../../ui/button.tsx';
import { EraMoment } from '../../ui/era-day.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { messages } from './messages.ts';
import { useText } from './use-text.ts';

interface Made {
  readonly at: string;
  readonly told: AnswerOf<'checkpoint'>;
}

/** The signed state of the log as a sheet of paper: code to scan, code to type, and the note. */
export function Checkpoint() {
  const { id: contract } = useContract();
  const [made, setMade] = useState<Made>();
  const making = useDeed(() => call('checkpoint', { params: { contract } }));
  const make = async () => {
    const told = await making.run();
    if (told !== undefined) setMade({ at: serverNow(), told });
  };
  return (
    <Page
      title={messages.checkpointTitle}
      lead={messages.checkpointLead}
      actions={
        made !== undefined && (
          <Button look="solid" onClick={() => window.print()}>
            {messages.print}
          </Button>
        )
      }
    >
      <Button
        look={made === undefined ? 'solid' : 'outline'}
        className="self-start"
        disabled={making.isHeld}
        onClick={() => void make()}
      >
        {making.isUnderWay ? messages.making : messages.make}
      </Button>
      <ProblemNotice problem={making.problem} title={messages.makeRefused} />
      {made !== undefined && <Sheet made={made} />}
    </Page>
  );
}

function Sheet({ made: { at, told } }: { readonly made: Made }) {
  const { title } = useContract();
  const picture = useText(told.qr, 'image/svg+xml');
  const note = useText(told.note, 'text/plain');
  const isReadable = parseTypedCode(told.typedCode).ok;
  return (
    <div className="flex flex-col gap-6 rounded-8 border border-solid-gray-420 p-6" role="status">
      <div className="flex flex-wrap items-start gap-8">
        {picture !== undefined && (
          <img
            src={picture}
            alt={messages.qr}
            className="size-64 border border-solid-gray-300 bg-white p-4 forced-color-adjust-none"
          />
        )}
        <dl className="flex min-w-0 flex-1 flex-col gap-4">
          <Item title={messages.contract}>{title}</Item>
          <Item title={messages.madeAt}>
            <EraMoment moment={at} />
          </Item>
          <Item title={messages.size}>{told.size.toLocaleString('ja-JP')}</Item>
          {isReadable && (
            <Item title={messages.typed}>
              <span className="text-mono-17B-150 break-all select-all">{told.typedCode}</span>
            </Item>
          )}
        </dl>
      </div>
      <div className="flex flex-col gap-2">
        <h2 className="text-std-18B-160">{messages.note}</h2>
        <p>{messages.noteLead}</p>
        <pre
          tabIndex={0}
          className="rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4 text-dns-14N-130 break-all whitespace-pre-wrap"
        >
          {told.note}
        </pre>
        {note !== undefined && (
          <a
            href={note}
            download={`checkpoint-${told.size}.txt`}
            className="w-fit text-key-900 underline underline-offset-4 print:hidden"
          >
            {messages.save}
          </a>
        )}
      </div>
    </div>
  );
}

function Item({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-dns-14B-130">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
