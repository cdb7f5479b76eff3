import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { messages } from './messages.ts';

/** Begins the log of another contract. */
export function OpenContract() {
  const renew = useRenewal();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const [opened, setOpened] = useState('');
  const id = typed.normalize('NFKC').trim().toLowerCase();
  const isFit = /^[a-z0-9][a-z0-9-]{0,62}$/u.test(id);
  const opening = useProvenDeed(
    () => call('openContract', { body: { id } }),
    (made) => {
      setOpened(made.id);
      setTyped('');
      setTried(false);
      void renew('health', 'contracts');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFit) void opening.run();
  };
  return (
    <Section id="open-contract" title={messages.openContract} isForScreen>
      <p>{messages.openContractLead}</p>
      {opened !== '' && <Notice kind="success" title={messages.opened(opened)} />}
      <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-5">
        <TextField
          label={messages.contractId}
          isRequired
          hint={messages.contractIdHint}
          problem={isTried && !isFit ? messages.contractIdProblem : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={setTyped}
        />
        <ProblemNotice problem={opening.problem} title={messages.refused} />
        <Button type="submit" className="self-start" disabled={opening.isHeld}>
          {messages.openContract}
        </Button>
      </form>
      {opening.dialog}
    </Section>
  );
}
