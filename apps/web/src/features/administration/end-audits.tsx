import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import type { ListedAccount } from './listed-account.ts';
import { messages } from './messages.ts';

/** Ends what an account looks at as external auditor, before its last day. */
export function EndAudits({
  account: { id, audits },
  onEnded,
}: {
  readonly account: ListedAccount;
  readonly onEnded: () => void;
}) {
  const ending = useProvenDeed(
    (contract: string) => call('endAudit', { params: { id }, body: { contract } }),
    onEnded,
  );
  const running = audits.filter(({ isOn }) => isOn);
  return (
    <>
      <ProblemNotice problem={ending.problem} title={messages.refused} />
      {running.map(({ contract }) => (
        <Button
          key={contract}
          className="self-start"
          disabled={ending.isHeld}
          onClick={() => void ending.run(contract)}
        >
          {messages.endAudit(contract)}
        </Button>
      ))}
      {ending.dialog}
    </>
  );
}
