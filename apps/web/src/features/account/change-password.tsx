import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import { useProvenDeed } from './use-proven-deed.tsx';

const fewestCharacters = 12;
const blank = { current: '', next: '', again: '' };

/** Another password; every other session ends with it. */
export function ChangePassword() {
  const renew = useRenewal();
  const [typed, setTyped] = useState(blank);
  const [isTried, setTried] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const { current, next, again } = typed;
  const problems = {
    current: current === '' ? messages.currentProblem : undefined,
    next: next.length < fewestCharacters ? messages.nextProblem : undefined,
    again: again === next ? undefined : messages.againProblem,
  };
  const changing = useProvenDeed(
    () => call('changePassword', { body: { current, next } }),
    () => {
      setTyped(blank);
      setTried(false);
      setChanged(true);
      void renew('sessions', 'signInHistory');
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setChanged(false);
    const isFit = Object.values(problems).every((problem) => problem === undefined);
    if (isFit) void changing.run();
  };
  const field = (name: keyof typeof blank) => ({
    isRequired: true,
    type: 'password',
    problem: isTried ? problems[name] : undefined,
    value: typed[name],
    onChange: (value: string) => setTyped((now) => ({ ...now, [name]: value })),
  });
  return (
    <Section title={messages.password} isForScreen>
      <p>{messages.passwordLead}</p>
      <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-5">
        <TextField label={messages.current} autoComplete="current-password" {...field('current')} />
        <TextField
          label={messages.next}
          hint={messages.nextHint}
          autoComplete="new-password"
          {...field('next')}
        />
        <TextField label={messages.again} autoComplete="new-password" {...field('again')} />
        {isChanged && <Notice kind="success" title={messages.done} />}
        <ProblemNotice problem={changing.problem} title={messages.refused} />
        <Button type="submit" className="self-start" disabled={changing.isHeld}>
          {messages.change}
        </Button>
      </form>
      {changing.dialog}
    </Section>
  );
}
