import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { messages } from './messages.ts';

/** The codes for the day the authenticator app is lost: shown once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const [isKept, setKept] = useState(false);
  const navigate = useNavigate();
  return (
    <div className="flex flex-col gap-6">
      <p>{messages.codesLead}</p>
      <ol
        aria-label={messages.codes}
        className="grid list-decimal gap-y-2 font-mono rounded-8 border border-solid-gray-420 p-6 ps-12 text-mono-17B-150"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Button className="self-start" onClick={() => window.print()}>
        {messages.print}
      </Button>
      <div className="print:hidden">
        <Checkbox isChecked={isKept} onChange={setKept}>
          {messages.kept}
        </Checkbox>
      </div>
      <Button look="solid" disabled={!isKept} onClick={() => void navigate({ to: '/sign-in' })}>
        {messages.start}
      </Button>
    </div>
  );
}
