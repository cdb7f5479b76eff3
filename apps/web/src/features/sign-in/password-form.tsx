import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useTakeSession } from '../../api/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Clocks } from './clocks.tsx';
import { Help } from './help.tsx';
import { messages } from './messages.ts';

const signInIdShape = /^[a-z0-9._-]{3,40}$/u;

/** ID and password: the first of two steps. */
export function PasswordForm() {
  const [signInId, setSignInId] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const take = useTakeSession();
  const plainId = signInId.normalize('NFKC').trim().toLowerCase();
  const idProblem = signInIdShape.test(plainId) ? undefined : messages.signInIdProblem;
  const passwordProblem = password === '' ? messages.passwordProblem : undefined;
  const signing = useDeed(async () => {
    const answered = await call('signIn', { body: { signInId: plainId, password } });
    if (answered.ok) take(answered.value);
    return answered;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (idProblem === undefined && passwordProblem === undefined) void signing.run();
  };
  return (
    <Page title={messages.title} lead={messages.lead}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        <TextField
          label={messages.signInId}
          isRequired
          hint={messages.signInIdHint}
          problem={isTried ? idProblem : undefined}
          autoComplete="username"
          spellCheck={false}
          value={signInId}
          onChange={setSignInId}
        />
        <TextField
          label={messages.password}
          isRequired
          problem={isTried ? passwordProblem : undefined}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <ProblemNotice problem={signing.problem} title={messages.refused} />
        <Button look="solid" type="submit" disabled={signing.isHeld}>
          {signing.isUnderWay ? messages.busy : messages.next}
        </Button>
        <Clocks />
      </form>
      <Help />
    </Page>
  );
}
