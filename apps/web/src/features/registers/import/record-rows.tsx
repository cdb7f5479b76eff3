import { useEffect, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ConfirmIdentity } from '../../../ui/case-form/confirm-identity.tsx';
import { Section } from '../../../ui/page.tsx';
import { ProblemNotice } from '../../../ui/problem-words.tsx';
import { Loading } from '../../../ui/states.tsx';
import { messages } from './messages.ts';
import { isUndecided } from './undecided.ts';
import type { Check, ImportReceipt } from './use-check.ts';
import type { Import } from './use-import.ts';

/** Most rows the server takes at once. */
const mostRows = 2000;

/** Recording all rows at once; only rows that were all found fit as they are now. */
export function RecordRows({
  going: { included, choices },
  check: { isFresh, verdicts, recording },
  onRecorded,
}: {
  readonly going: Import;
  readonly check: Check;
  readonly onRecorded: (receipt: ImportReceipt) => void;
}) {
  const [isIdentifying, setIdentifying] = useState(false);
  const { problem, isUnderWay, isHeld } = recording;
  useEffect(() => {
    if (problem?.code === 'reauthentication-needed') setIdentifying(true);
  }, [problem]);
  const isFit =
    isFresh &&
    included.length > 0 &&
    included.length <= mostRows &&
    included.every(({ row }) => verdicts.get(row.line)?.isAccepted === true) &&
    !included.some(({ row }) => isUndecided(verdicts.get(row.line), choices.knowing, row.line));
  const record = async () => {
    const receipt = await recording.run();
    if (receipt === undefined) return;
    setIdentifying(false);
    onRecorded(receipt);
  };
  return (
    <Section title={messages.record.title}>
      <p className="max-w-4xl">{messages.record.lead}</p>
      {included.length > mostRows && <p role="alert">{messages.preview.tooMany(mostRows)}</p>}
      {!isFit && <p>{messages.record.wait}</p>}
      <ProblemNotice problem={problem} title={messages.record.failed} />
      {isUnderWay && <Loading words={messages.record.recording(included.length)} />}
      <div>
        <Button look="solid" disabled={!isFit || isHeld} onClick={() => void record()}>
          {messages.record.button(included.length)}
        </Button>
      </div>
      <ConfirmIdentity
        isOpen={isIdentifying}
        onClose={() => setIdentifying(false)}
        onConfirmed={() => void record()}
      />
    </Section>
  );
}
