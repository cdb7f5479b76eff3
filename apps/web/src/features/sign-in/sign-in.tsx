import { Navigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/use-session.ts';
import { OpenFrame } from '../../layout/frame.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

/** Signing in: ID and password, then the second factor, then back to where one wanted to go. */
export function SignIn() {
  const asked = useSession();
  const { back } = useSearch({ from: '/sign-in' });
  if (asked.state === 'here' && asked.value.state === 'signed-in') {
    return <Navigate to={back ?? '/'} replace />;
  }
  return (
    <OpenFrame>
      {asked.state === 'loading' && <Loading />}
      {asked.state === 'failed' && <ErrorState problem={asked.problem} retry={asked.retry} />}
      {asked.state === 'here' && asked.value.state === 'signed-out' && <PasswordForm />}
      {asked.state === 'here' && asked.value.state === 'pending' && (
        <SecondFactor factors={asked.value.factors} />
      )}
    </OpenFrame>
  );
}
