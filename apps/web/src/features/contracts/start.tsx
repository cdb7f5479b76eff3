import { Navigate } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { OpenFrame } from '../../layout/frame.tsx';
import { SignedIn } from '../../layout/signed-in.tsx';
import { Answered } from '../../ui/states.tsx';
import { messages } from './messages.ts';

/** Where everybody begins: in the one contract they have, or where they choose among several. */
export function Start() {
  return <SignedIn>{() => <OnlyContract />}</SignedIn>;
}

function OnlyContract() {
  const asked = useAnswer('contracts', {});
  return (
    <OpenFrame>
      <Answered asked={asked} title={messages.title}>
        {({ contracts: [first, ...others] }) =>
          first === undefined || others.length > 0 ? (
            <Navigate to="/contracts" replace />
          ) : (
            <Navigate to="/contracts/$contract" params={{ contract: first.id }} replace />
          )
        }
      </Answered>
    </OpenFrame>
  );
}
