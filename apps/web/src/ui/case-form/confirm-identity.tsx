import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { ProblemNotice } from '../problem-words.tsx';
import { TextField } from '../text-field.tsx';
import { messages } from './messages.ts';

/** Asks for password and code again before a grave act. */
export function ConfirmIdentity({
  isOpen,
  onClose,
  onConfirmed,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirmed: () => void;
}) {
  return (
    <Dialog title={messages.identify} isOpen={isOpen} onClose={onClose}>
      <IdentityForm onConfirmed={onConfirmed} />
    </Dialog>
  );
}

function IdentityForm({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const proving = useDeed(async () => {
    const body = { password, code: code.normalize('NFKC').replaceAll(/\s/gu, '') };
    const proved = await call('reauthenticate', { body });
    if (proved.ok) onConfirmed();
    return proved;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void proving.run();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-5">
      <p>{messages.identifyLead}</p>
      <TextField
        label={messages.password}
        isRequired
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        label={messages.code}
        isRequired
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <ProblemNotice problem={proving.problem} title={messages.refused} />
      <Button look="solid" type="submit" disabled={proving.isHeld}>
        {messages.confirm}
      </Button>
    </form>
  );
}
