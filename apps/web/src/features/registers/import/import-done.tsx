import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { messages } from './messages.ts';
import type { TableFile } from './read-table.ts';
import type { ImportReceipt } from './use-check.ts';

/** Rows that were recorded, and the file they came from. */
export interface Done {
  readonly receipt: ImportReceipt;
  readonly rows: number;
  readonly file: TableFile;
}

/** What was recorded, from which file, and what to know of it. */
export function ImportDone({
  done: { receipt, rows, file },
  onAgain,
}: {
  readonly done: Done;
  readonly onAgain: () => void;
}) {
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice kind="success" title={messages.record.done(rows, file.name)}>
        <p>
          {receipt.repeated ? messages.record.repeated : messages.record.entries(receipt.entries)}
        </p>
        <p className="break-all">{messages.record.digest(file.digest)}</p>
        <p>{messages.record.keep}</p>
        {receipt.warnings.length > 0 && (
          <>
            <p>{messages.record.warnings}</p>
            <ul className="list-disc ps-6">
              {receipt.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
      <Button onClick={onAgain}>{messages.record.another}</Button>
    </div>
  );
}
