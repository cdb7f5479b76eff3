import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useTakeSession } from '../../api/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Clocks } from './clocks.tsx';
import { CodeForm } from './code-form.tsx';
import { Help } from './help.tsx';
import { messages } from './messages.ts';
import { PasskeyForm } from './passkey-form.tsx';

const order = ['totp', 'passkey', 'recovery-code'] as const;

/** A way to prove who one is beside the password. */
type Factor = (typeof order)[number];

/** The second of two steps, by whichever way the account has. */
export function SecondFactor({ factors }: { readonly factors: readonly Factor[] }) {
  const ways = order.filter((factor) => factors.includes(factor));
  const [chosen, setChosen] = useState<Factor>(ways[0] ?? 'totp');
  const choose = (value: string) => setChosen(ways.find((way) => way === value) ?? chosen);
  return (
    <Page title={messages.secondTitle} lead={messages.secondLead}>
      <div className="flex flex-col gap-6">
        {ways.length > 1 && (
          <RadioGroup
            label={messages.way}
            value={chosen}
            choices={ways.map((value) => ({ value, label: messages.ways[value] }))}
            onChange={choose}
          />
        )}
        {chosen === 'passkey' ? <PasskeyForm /> : <CodeForm key={chosen} kind={chosen} />}
        <Clocks />
        <StartAgain />
        <Help />
      </div>
    </Page>
  );
}

function StartAgain() {
  const take = useTakeSession();
  const leaving = useDeed(async () => {
    const left = await call('signOut', {});
    if (left.ok) take({ state: 'signed-out' });
    return left;
  });
  return (
    <Button look="text" className="self-start" onClick={() => void leaving.run()}>
      {messages.otherAccount}
    </Button>
  );
}
