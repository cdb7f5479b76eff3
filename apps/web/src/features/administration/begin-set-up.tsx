import { useNavigate } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { useRenewal } from '../../api/use-answer.ts';
import { useSession } from '../../api/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { messages } from './messages.ts';

/** Makes oneself who sets the contract up, and goes there. */
export function BeginSetUp({ contract }: { readonly contract: string }) {
  const asked = useSession();
  const navigate = useNavigate();
  const renew = useRenewal();
  const binding = useProvenDeed(
    (id: string) => call('bindAccount', { params: { id }, body: { contract, person: 'set-up' } }),
    () => {
      void renew();
      void navigate({ to: '/contracts/$contract/set-up', params: { contract } });
    },
  );
  if (asked.state !== 'here' || asked.value.state !== 'signed-in') return null;
  const { account } = asked.value;
  return (
    <>
      <p>{messages.beginSetUpLead}</p>
      <ProblemNotice problem={binding.problem} title={messages.refused} />
      <Button
        look="solid"
        className="self-start"
        disabled={binding.isHeld}
        onClick={() => void binding.run(account)}
      >
        {messages.beginSetUp}
      </Button>
      {binding.dialog}
    </>
  );
}
