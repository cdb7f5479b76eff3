import { tokenIn } from '@kanribo/api';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { OpenFrame } from '../../layout/frame.tsx';
import { WithoutToken } from './unusable.tsx';

/** Shows what a one-time link begins, or what to do where its token did not come along. */
export function LinkOpened({
  title,
  children,
}: {
  readonly title: string;
  readonly children: (token: string) => ReactNode;
}) {
  const token = useLinkToken();
  return (
    <OpenFrame>
      {token === undefined ? (
        <WithoutToken title={title} />
      ) : (
        <Fragment key={token}>{children(token)}</Fragment>
      )}
    </OpenFrame>
  );
}

/**
 * The token of the address's fragment. It is taken out of the address at once, so that it stays
 * neither in view nor in the history; a link that is opened on top of the page is taken as well.
 */
function useLinkToken(): string | undefined {
  const fragment = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const [token, setToken] = useState(() => tokenIn(fragment));
  useEffect(() => {
    if (fragment === '') return;
    setToken(tokenIn(fragment));
    void navigate({ to: '.', hash: '', replace: true });
  }, [fragment, navigate]);
  return token;
}
