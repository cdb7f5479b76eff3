import { Navigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { SignedIn } from '../../layout/signed-in.tsx';
import { ErrorState, Loading } from '../../ui/states.tsx';

/** Where everybody begins: in the one contract they have, or where they choose among several. */
export function Start() {
  return <SignedIn>{() => <OnlyContract />}</SignedIn>;
}

function OnlyContract() {
  const asked = useAnswer('contracts', {});
  if (asked.state === 'loading') return <Loading />;
  if (asked.state === 'failed') return <ErrorState problem={asked.problem} retry={asked.retry} />;
  const [first, ...others] = asked.value.contracts;
  if (first === undefined || others.length > 0) return <Navigate to="/contracts" replace />;
  return <Navigate to="/contracts/$contract" params={{ contract: first.id }} replace />;
}
