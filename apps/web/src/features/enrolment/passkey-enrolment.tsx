import { useState } from 'react';
import { call } from '../../api/call.ts';
import { createPasskey } from '../../api/passkey.ts';
import { useDeed } from '../../api/use-deed.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { messages } from './messages.ts';

type Credential = NonNullable<Awaited<ReturnType<typeof createPasskey>>>;

/** A passkey of this machine in place of the authenticator app. */
export function PasskeyEnrolment({
  token,
  onConfirmed,
}: {
  readonly token: string;
  readonly onConfirmed: (codes: readonly string[]) => void;
}) {
  const [isAbandoned, setAbandoned] = useState(false);
  const asking = useDeed(() => call('enrolPasskey', { body: { token } }));
  const confirming = useDeed(async (credential: Credential) => {
    const body = { token, label: messages.passkeyLabel, credential };
    const confirmed = await call('confirmEnrolmentPasskey', { body });
    if (confirmed.ok) onConfirmed(confirmed.value.recoveryCodes);
    return confirmed;
  });
  const enrol = async () => {
    setAbandoned(false);
    const options = await asking.run();
    if (options === undefined) return;
    const credential = await createPasskey(options);
    if (credential === undefined) setAbandoned(true);
    else await confirming.run(credential);
  };
  const isUnderWay = asking.isUnderWay || confirming.isUnderWay;
  return (
    <section className="flex flex-col gap-4 border-t border-solid-gray-300 pt-6">
      <h2 className="text-std-18B-160">{messages.passkeyTitle}</h2>
      <p>{messages.passkeyLead}</p>
      {isAbandoned && <Notice kind="warning" title={messages.passkeyFailed} />}
      <ProblemNotice problem={asking.problem ?? confirming.problem} title={messages.refused} />
      <Button className="self-start" disabled={isUnderWay} onClick={() => void enrol()}>
        {isUnderWay ? messages.busy : messages.passkey}
      </Button>
    </section>
  );
}
