import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { useDeed } from '../api/use-deed.ts';
import { useTakeSession } from '../api/use-session.ts';
import { Button } from '../ui/button.tsx';
import { layoutMessages } from './messages.ts';

/** Ends the session here and on the server. */
export function SignOut() {
  const navigate = useNavigate();
  const take = useTakeSession();
  const leaving = useDeed(async () => {
    const left = await call('signOut', {});
    if (left.ok) {
      take({ state: 'signed-out' });
      await navigate({ to: '/sign-in' });
    }
    return left;
  });
  return (
    <>
      <Button look="text" disabled={leaving.isHeld} onClick={() => void leaving.run()}>
        {leaving.isUnderWay ? layoutMessages.signingOut : layoutMessages.signOut}
      </Button>
      {leaving.problem !== undefined && (
        <span role="alert" className="text-dns-14N-130 text-error-2">
          {layoutMessages.signOutFailed}
        </span>
      )}
    </>
  );
}
