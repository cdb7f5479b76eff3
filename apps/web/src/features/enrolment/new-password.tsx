import type { Result } from '@kanribo/kernel';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useDeed } from '../../api/use-deed.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import type { Enrolment } from './enrolment.ts';

/** A password of one's own, given twice. */
export function NewPassword({
  isFit,
  onTried,
  accept,
  onAccepted,
  children,
}: {
  readonly isFit: boolean;
  readonly onTried?: () => void;
  readonly accept: (password: string) => Promise<Result<Enrolment, Problem>>;
  readonly onAccepted: (enrolment: Enrolment) => void;
  readonly children: ReactNode;
}) {
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [isTried, setTried] = useState(false);
  const isLong = password.length >= 12 && password.length <= 256;
  const accepting = useDeed(async () => {
    const accepted = await accept(password);
    if (accepted.ok) onAccepted(accepted.value);
    return accepted;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    onTried?.();
    if (isFit && isLong && password === repeat) void accepting.run();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      {children}
      <TextField
        label={messages.password}
        isRequired
        hint={messages.passwordHint}
        problem={isTried && !isLong ? messages.passwordProblem : undefined}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <TextField
        label={messages.repeat}
        isRequired
        problem={isTried && password !== repeat ? messages.repeatProblem : undefined}
        type="password"
        autoComplete="new-password"
        value={repeat}
        onChange={setRepeat}
      />
      <ProblemNotice problem={accepting.problem} title={messages.refused} />
      <Button look="solid" type="submit" disabled={accepting.isHeld}>
        {accepting.isUnderWay ? messages.busy : messages.next}
      </Button>
    </form>
  );
}
