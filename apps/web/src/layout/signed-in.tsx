import { Navigate, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Session, useSession } from '../api/use-session.ts';
import { ErrorState, Loading } from '../ui/states.tsx';

type SignedInSession = Extract<Session, { state: 'signed-in' }>;

/** Shows what needs both factors; whoever has not given them is asked to, and comes back here. */
export function SignedIn({
  children,
}: {
  readonly children: (session: SignedInSession) => ReactNode;
}) {
  const asked = useSession();
  const { href } = useLocation();
  if (asked.state === 'loading')
    return (
      <Waiting>
        <Loading />
      </Waiting>
    );
  if (asked.state === 'failed') {
    return (
      <Waiting>
        <ErrorState problem={asked.problem} retry={asked.retry} />
      </Waiting>
    );
  }
  if (asked.value.state === 'signed-in') return children(asked.value);
  return <Navigate to="/sign-in" search={{ back: href }} replace />;
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return <main className="mx-auto max-w-2xl p-10">{children}</main>;
}
