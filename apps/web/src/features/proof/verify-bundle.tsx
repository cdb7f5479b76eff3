import { exhaustive } from '@kanribo/kernel';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useContract } from '../../layout/contract-shell.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { FileControl } from '../../ui/file-control.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { ChosenFile } from './chosen-bundle.ts';
import { messages } from './messages.ts';
import { type Verification, useVerification } from './use-verification.ts';
import { VerdictView } from './verdict-view.tsx';

/** Verifies a bundle in the page, with the same code that the client runs. */
export function VerifyBundle() {
  const { id: contract } = useContract();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [key, setKey] = useState('');
  const [since, setSince] = useState('');
  const [isTried, setTried] = useState(false);
  const { verification, start } = useVerification();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (files.length > 0) void start({ files, key, since });
  };
  const isRunning = verification.state === 'running';
  return (
    <Page
      title={messages.verifyTitle}
      lead={messages.verifyLead}
      actions={
        <Link to="/contracts/$contract/proof" params={{ contract }} className={buttonClass()}>
          {messages.back}
        </Link>
      }
    >
      <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-6 print:hidden">
        <FolderInput
          count={files.length}
          problem={isTried && files.length === 0 ? messages.noFolder : undefined}
          onChange={setFiles}
        />
        <TextField
          label={messages.key}
          hint={messages.keyHint}
          autoComplete="off"
          spellCheck={false}
          value={key}
          onChange={setKey}
        />
        <TextArea
          label={messages.since}
          hint={messages.sinceHint}
          value={since}
          onChange={setSince}
        />
        <Button look="solid" type="submit" className="self-start" disabled={isRunning}>
          {isRunning ? messages.verifying : messages.verify}
        </Button>
      </form>
      <Outcome verification={verification} />
    </Page>
  );
}

function FolderInput({
  count,
  problem,
  onChange,
}: {
  readonly count: number;
  readonly problem: string | undefined;
  readonly onChange: (files: readonly ChosenFile[]) => void;
}) {
  return (
    <Labelled label={messages.folder} isRequired hint={messages.folderHint} problem={problem}>
      {(wiring) => (
        <FileControl
          wiring={wiring}
          kind="folder"
          chosen={count > 0 ? messages.chosen(count) : undefined}
          onChosen={onChange}
        />
      )}
    </Labelled>
  );
}

function Outcome({ verification }: { readonly verification: Verification }) {
  switch (verification.state) {
    case 'idle':
      return null;
    case 'running': {
      const { progress } = verification;
      const words =
        progress === undefined
          ? messages.verifying
          : messages.progress(progress.entries, progress.size);
      return <Loading key={words} words={words} />;
    }
    case 'unread':
      return <Notice kind="error" title={messages.failedToRead} />;
    case 'done':
      return <VerdictView {...verification} />;
    default:
      return exhaustive(verification);
  }
}
