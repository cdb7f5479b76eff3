import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { messages } from './messages.ts';
import { useProvenDeed } from './use-proven-deed.tsx';

/** How many recovery codes are left, and new ones: shown once. */
export function RecoveryCodes({ left }: { readonly left: number }) {
  const renew = useRenewal();
  const [codes, setCodes] = useState<readonly string[]>();
  const making = useProvenDeed(
    () => call('renewRecoveryCodes', {}),
    ({ recoveryCodes }) => {
      setCodes(recoveryCodes);
      void renew('account', 'signInHistory');
    },
  );
  return (
    <Section title={messages.recovery}>
      <p>{messages.recoveryLead}</p>
      <p>{messages.recoveryLeft(left)}</p>
      <ProblemNotice problem={making.problem} title={messages.refused} />
      {codes === undefined ? (
        <Button className="self-start" disabled={making.isHeld} onClick={() => void making.run()}>
          {messages.renewRecovery}
        </Button>
      ) : (
        <Notice kind="warning" title={messages.recoveryNew}>
          <p>{messages.recoveryNewLead}</p>
          <ol className="grid list-decimal grid-cols-2 gap-x-6 gap-y-2 ps-8 font-mono text-mono-17B-150">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <Button className="self-start" onClick={() => window.print()}>
            {messages.print}
          </Button>
        </Notice>
      )}
      {making.dialog}
    </Section>
  );
}
