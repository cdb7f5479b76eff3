import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { type Session, useSession } from '../api/use-session.ts';
import { Page } from '../ui/page.tsx';
import { ErrorState, Loading } from '../ui/states.tsx';

import { OpenFrame } from './frame.tsx';
import { layoutMessages } from './messages.ts';

type SignedInSession = Extract<Session, { state: 'signed-in' }>;

/** Shows what needs both factors; whoever has not given them is asked to, and comes back here. */
export function SignedIn({
  children,
}: {
  readonly children: (session: SignedInSession) => ReactNode;
}) {
  const asked = useSession();
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
  return <ToSignIn />;
}

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
