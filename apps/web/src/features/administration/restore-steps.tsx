import { Link } from '@tanstack/react-router';
import { Frame } from '../../layout/frame.tsx';
import { SignedIn } from '../../layout/signed-in.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { backupMessages as messages } from './backup-messages.ts';

/** How a backup is restored, step by step, to be printed and kept with the passphrase. */
export function RestoreSteps() {
  return (
    <SignedIn>
      {(session) => (
        <Frame session={session}>
          <Page title={messages.steps} lead={messages.stepsLead} actions={<Actions />}>
            <ol className="flex max-w-4xl list-decimal flex-col gap-4 ps-6">
              {messages.stepTitles.map((title, at) => (
                <li key={title}>
                  <p>{title}</p>
                  <Command text={messages.commands[at] ?? ''} />
                </li>
              ))}
            </ol>
            <Section title={messages.command}>
              <p>{messages.commandLead}</p>
              <Command text={messages.commandText} />
            </Section>
          </Page>
        </Frame>
      )}
    </SignedIn>
  );
}

function Actions() {
  return (
    <>
      <Link to="/administration" className={buttonClass()}>
        {messages.back}
      </Link>
      <Button look="solid" onClick={() => window.print()}>
        {messages.print}
      </Button>
    </>
  );
}

function Command({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <pre className="mt-2 w-fit max-w-full rounded-8 border border-solid-gray-300 bg-solid-gray-50 px-4 py-2 text-mono-17B-150 break-all whitespace-pre-wrap select-all">
      {text}
    </pre>
  );
}
