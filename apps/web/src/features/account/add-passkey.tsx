import { err, ok } from '@kanribo/kernel';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { createPasskey } from '../../api/passkey.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import { useProvenDeed } from './use-proven-deed.tsx';

const longestLabel = 60;

/** Makes a passkey of this machine and gives it a name. */
export function AddPasskey({
  endOthers,
  onAdded,
}: {
  readonly endOthers: boolean;
  readonly onAdded: () => void;
}) {
  const [label, setLabel] = useState('');
  const [isTried, setTried] = useState(false);
  const [isGivenUp, setGivenUp] = useState(false);
  const name = label.trim();
  const isFit = name !== '' && name.length <= longestLabel;
  const adding = useProvenDeed(
    async () => {
      const options = await call('passkeyCreation', {});
      if (!options.ok) return err(options.error);
      const credential = await createPasskey(options.value);
      setGivenUp(credential === undefined);
      if (credential === undefined) return ok(false);
      const body = { label: name, credential: { ...credential }, endOthers };
      const added = await call('addPasskey', { body });
      return added.ok ? ok(true) : err(added.error);
    },
    (isAdded) => {
      if (isAdded) onAdded();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit) void adding.run();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-5">
        <p>{messages.passkeyLead}</p>
        <TextField
          label={messages.passkeyLabel}
          isRequired
          hint={messages.passkeyLabelHint}
          problem={isTried && !isFit ? messages.passkeyLabelProblem : undefined}
          autoComplete="off"
          value={label}
          onChange={setLabel}
        />
        {isGivenUp && <Notice kind="error" title={messages.passkeyGivenUp} />}
        <ProblemNotice problem={adding.problem} title={messages.refused} />
        <Button look="solid" type="submit" disabled={adding.isHeld}>
          {messages.addPasskey}
        </Button>
      </form>
      {adding.dialog}
    </>
  );
}
