import { Button, buttonClass } from '../../ui/button.tsx';
import type { AskedLines } from './line-choice-in.ts';
import { messages } from './messages.ts';

interface TakeAwayProps {
  readonly contract: string;
  readonly kind: string;
  readonly choice: AskedLines;
  /** Whether this person may have files of it; what is shown can be printed in any case. */
  readonly hasFiles: boolean;
}

/** A register for the shelf: all lines that were chosen as a paper or a file, or those shown. */
export function TakeAway({ contract, kind, choice, hasFiles }: TakeAwayProps) {
  const whole = `/api/v1/contracts/${encodeURIComponent(contract)}`;
  const sheets = `${whole}/sheets/${kind}`;
  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {hasFiles && (
        <>
          <a
            className={buttonClass()}
            href={`${whole}/papers/${kind}/preview${asked(onPaper(choice))}`}
            download
          >
            {messages.pdf}
          </a>
          <a className={buttonClass()} href={`${sheets}/csv${asked(choice)}`} download>
            {messages.csv}
          </a>
          <a className={buttonClass()} href={`${sheets}/xlsx${asked(choice)}`} download>
            {messages.xlsx}
          </a>
        </>
      )}
      <Button onClick={() => window.print()}>{messages.print}</Button>
    </div>
  );
}

/** On paper lines stand as they were entered unless another order was asked for. */
function onPaper(choice: AskedLines): AskedLines {
  const isPlain = Object.keys(choice).length === 0 || choice.sort !== undefined;
  return isPlain ? choice : { ...choice, sort: 'number', order: 'asc' };
}

function asked(choice: AskedLines): string {
  const search = new URLSearchParams(Object.entries(choice)).toString();
  return search === '' ? '' : `?${search}`;
}
