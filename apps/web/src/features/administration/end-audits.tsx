import { call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import type { ListedAccount } from './listed-account.ts';
import { messages } from './messages.ts';
import { usePartNames } from './part-names.tsx';

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
        <EndOne
          key={contract}
          contract={contract}
          isHeld={ending.isHeld}
          onEnd={() => void ending.run(contract)}
        />
      ))}
      {ending.dialog}
    </>
  );
}

function EndOne({
  contract,
  isHeld,
  onEnd,
}: {
  readonly contract: string;
  readonly isHeld: boolean;
  readonly onEnd: () => void;
}) {
  const names = usePartNames(contract);
  return (
    <Button className="self-start" disabled={isHeld} onClick={onEnd}>
      {messages.endAudit(names.contract)}
    </Button>
  );
}
