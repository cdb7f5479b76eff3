import { useState } from 'react';
import { call } from '../../api/call.ts';
import { assertPasskey } from '../../api/passkey.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useTakeSession } from '../../api/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { messages } from './messages.ts';

/** The second factor by a passkey of this machine. */
export function PasskeyForm() {
  const take = useTakeSession();
  const [isAbandoned, setAbandoned] = useState(false);
  const asking = useDeed(() => call('passkeyOptions', {}));
  const confirming = useDeed(async (credential: Credential) => {
    const answered = await call('confirmPasskey', { body: { credential } });
    if (answered.ok) take(answered.value);
    return answered;
  });
  const prove = async () => {
    setAbandoned(false);
    const options = await asking.run();
    if (options === undefined) return;
    const credential = await assertPasskey(options);
    if (credential === undefined) setAbandoned(true);
    else await confirming.run(credential);
  };
  const isUnderWay = asking.isUnderWay || confirming.isUnderWay;
  return (
    <div className="flex flex-col gap-6">
      <p>{messages.passkeyLead}</p>
      {isAbandoned && <Notice kind="warning" title={messages.passkeyFailed} />}
      <ProblemNotice problem={asking.problem ?? confirming.problem} title={messages.refused} />
      <Button look="solid" disabled={isUnderWay} onClick={() => void prove()}>
        {isUnderWay ? messages.busy : messages.passkey}
      </Button>
    </div>
  );
}

type Credential = Parameters<typeof call<'confirmPasskey'>>[1]['body']['credential'];
