import type { DeclarationAnswer } from '@kanribo/api';
import { Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { voided } from '../../../ui/case-form/declared.ts';
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

/** What was recorded, from which file, what to know of it, and where it is found and undone. */
export function ImportDone({
  contract,
  declaration,
  done: { receipt, rows, file },
  onAgain,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly done: Done;
  readonly onAgain: () => void;
}) {
  const { record } = messages;
  const isVoidable = declaration.steps.some(({ name }) => name === voided);
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice kind="success" title={record.done(rows, file.name)}>
        <p>{receipt.repeated ? record.repeated : record.entries(receipt.entries)}</p>
        <p className="break-all">{record.digest(file.digest)}</p>
        <p>{record.kept}</p>
        <p>{record.keep}</p>
        {receipt.warnings.length > 0 && (
          <>
            <p>{record.warnings}</p>
            <ul className="list-disc ps-6">
              {receipt.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </>
        )}
        <p>{isVoidable ? record.undo : record.noUndo}</p>
      </Notice>
      <div className="flex flex-wrap gap-3">
        <Link
          to="/contracts/$contract/registers/$declaration"
          params={{ contract, declaration: declaration.name }}
          className={buttonClass('solid')}
        >
          {record.toLines}
        </Link>
        <Link
          to="/contracts/$contract/cases/$case"
          params={{ contract, case: receipt.subject }}
          className={buttonClass()}
        >
          {record.toImport}
        </Link>
        <Button onClick={onAgain}>{record.another}</Button>
      </div>
    </div>
  );
}
