import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../api/use-session.ts';
import { OpenFrame } from '../../layout/frame.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { messages } from './messages.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

/** Signing in: ID and password, then the second factor, then back to where one wanted to go. */
export function SignIn() {
  const asked = useSession();
  const { back } = useSearch({ from: '/sign-in' });
  const { history } = useRouter();
  const isIn = asked.state === 'here' && asked.value.state === 'signed-in';
  useEffect(() => {
    if (isIn) history.replace(back ?? '/');
  }, [isIn, back, history]);
  return (
    <OpenFrame>
      {(asked.state !== 'here' || isIn) && (
        <Page title={messages.title}>
          {asked.state === 'failed' ? (
            <ErrorState problem={asked.problem} retry={asked.retry} />
          ) : (
            <Loading />
          )}
        </Page>
      )}
      {asked.state === 'here' && asked.value.state === 'signed-out' && <PasswordForm />}
      {asked.state === 'here' && asked.value.state === 'pending' && (
        <SecondFactor factors={asked.value.factors} />
      )}
    </OpenFrame>
  );
}
