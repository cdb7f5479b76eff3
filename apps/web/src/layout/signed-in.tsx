import { useNavigate, useRouter } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { type Session, useSession } from '../api/use-session.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';
import { hasUnsaved } from '../ui/unsaved.ts';
import { OpenFrame } from './frame.tsx';
import { layoutMessages } from './messages.ts';
import { SignInAgain } from './sign-in-again.tsx';

type SignedInSession = Extract<Session, { state: 'signed-in' }>;

/**
 * Shows what needs both factors; whoever has not given them is asked to, and comes back here. Where
 * a session ended over something typed, that stays until the same person has signed in again.
 */
export function SignedIn({
  children,
}: {
  readonly children: (session: SignedInSession) => ReactNode;
}) {
  const asked = useSession();
  const current = asked.state === 'here' && isSignedIn(asked.value) ? asked.value : undefined;
  const [last, setLast] = useState(current);
  if (current !== undefined && current !== last) setLast(current);
  const shown = current ?? (hasUnsaved() ? last : undefined);
  if (shown !== undefined) {
    return (
      <Fragment key={shown.account}>
        {children(shown)}
        <SignInAgain isOpen={current === undefined && asked.state === 'here'} />
      </Fragment>
    );
  }
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
  return <ToSignIn />;
}

const isSignedIn = (session: Session): session is SignedInSession => session.state === 'signed-in';

/** Goes there once: the address changes at once, and must not be taken for where one wanted to go. */
function ToSignIn() {
  const navigate = useNavigate();
  const { latestLocation } = useRouter();
  useEffect(() => {
    const { href, pathname } = latestLocation;
    if (pathname === '/sign-in') return;
    void navigate({ to: '/sign-in', search: href === '/' ? {} : { back: href }, replace: true });
  }, [navigate, latestLocation]);
  return (
    <Waiting>
      <Loading />
    </Waiting>
  );
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <OpenFrame>
      <Page title={layoutMessages.productLong}>{children}</Page>
    </OpenFrame>
  );
}
