import { Button } from '../../../ui/button.tsx';
import { messages } from './messages.ts';
import type { Verdict } from './use-check.ts';
import { isUndecided } from './undecided.ts';
import type { Import } from './use-import.ts';

/** The rows the register or the file has already: left out, or taken as others, all at once. */
export function Repeats({
  going: { included, choices, change },
  verdicts,
}: {
  readonly going: Import;
  readonly verdicts: ReadonlyMap<number, Verdict>;
}) {
  const lines = included
    .map(({ row }) => row.line)
    .filter((line) => (verdicts.get(line)?.repeats ?? null) !== null);
  if (lines.length === 0) return null;
  const undecided = lines.filter((line) =>
    isUndecided(verdicts.get(line), choices.knowing, line),
  ).length;
  const { preview } = messages;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p role="status" className="w-full">
        {preview.repeated(lines.length, undecided)}
      </p>
      <Button onClick={() => change({ leftOut: new Set([...choices.leftOut, ...lines]) })}>
        {preview.leaveOutRepeats}
      </Button>
      <Button onClick={() => change({ knowing: new Set([...choices.knowing, ...lines]) })}>
        {preview.takeAllRepeats}
      </Button>
    </div>
  );
}
