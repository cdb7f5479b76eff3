import type { DeclarationAnswer } from '@kanribo/api';
import { useContract } from '../../../layout/contract-shell.tsx';
import { LeaveWarning } from '../../../ui/leave-warning.tsx';
import { ChooseColumns } from './choose-columns.tsx';
import { ChooseSheet } from './choose-sheet.tsx';
import { ChooseWays } from './choose-ways.tsx';
import { Preview } from './preview.tsx';
import type { TableFile } from './read-table.ts';
import { RecordRows } from './record-rows.tsx';
import { Replacements } from './replacements.tsx';
import { type ImportReceipt, useCheck } from './use-check.ts';
import { useImport } from './use-import.ts';
import type { Known } from './use-lookup.ts';

/** A file that was read: columns, ways of reading, a look at each row, and recording them. */
export function ImportRows({
  contract,
  declaration,
  known,
  file,
  onDone,
}: {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly known: Known;
  readonly file: TableFile;
  readonly onDone: (receipt: ImportReceipt, rows: number) => void;
}) {
  const { roles } = useContract();
  const going = useImport({ declaration, roles, file, known });
  const check = useCheck({ contract, declaration: declaration.name, going });
  return (
    <>
      <LeaveWarning isUnsaved={() => going.choices.mended.size > 0} />
      <ChooseSheet {...{ declaration, going }} />
      <ChooseColumns {...{ declaration, going }} />
      <ChooseWays going={going} />
      <Replacements {...{ going, known }} />
      <Preview {...{ contract, going, check }} />
      <RecordRows
        {...{ going, check }}
        onRecorded={(receipt) => onDone(receipt, going.included.length)}
      />
    </>
  );
}
