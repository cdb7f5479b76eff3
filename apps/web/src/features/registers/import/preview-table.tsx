import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { controlClass } from '../../../ui/labelled.tsx';
import { messages } from './messages.ts';
import { titleOf } from './title-of.ts';
import type { ReadRow } from './read-rows.ts';
import type { Target } from './targets.ts';
import { Told } from './told-row.tsx';
import type { Verdict } from './use-check.ts';
import type { Import } from './use-import.ts';

const cellClass = 'px-3 py-2 text-start align-top text-dns-14N-130';

/** Rows of the sheet, each with its verdict beside its line. */
export function PreviewTable({
  contract,
  going,
  rows,
  verdicts,
}: {
  readonly contract: string;
  readonly going: Import;
  readonly rows: readonly ReadRow[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
}) {
  const [mending, setMending] = useState<number>();
  const columns = going.targets.filter(({ id }) => going.choices.mapping[id] !== undefined);
  const { preview } = messages;
  return (
    <div
      role="region"
      aria-label={preview.title}
      tabIndex={0}
      className="max-h-[36rem] overflow-auto rounded-8 border border-solid-gray-300"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{preview.title}</caption>
        <thead className="sticky top-0 z-10 bg-solid-gray-50">
          <tr className="border-b border-solid-gray-420">
            <th scope="col" className={`${cellClass} font-700`}>
              {preview.line}
            </th>
            <th scope="col" className={`${cellClass} min-w-80 font-700`}>
              {preview.state}
            </th>
            {columns.map((target) => (
              <th key={target.id} scope="col" className={`${cellClass} min-w-28 font-700`}>
                {titleOf(going, target)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OneRow
              key={row.row.line}
              {...{ contract, going, row, columns }}
              verdict={verdicts.get(row.row.line)}
              isMending={mending === row.row.line}
              onMend={() => setMending(mending === row.row.line ? undefined : row.row.line)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly contract: string;
  readonly going: Import;
  readonly row: ReadRow;
  readonly columns: readonly Target[];
  readonly verdict: Verdict | undefined;
  readonly isMending: boolean;
  readonly onMend: () => void;
}

function OneRow({ contract, going, row, columns, verdict, isMending, onMend }: RowProps) {
  const { choices, change } = going;
  const { line } = row.row;
  const isOut = choices.leftOut.has(line);
  const include = (isIncluded: boolean) => {
    const leftOut = new Set(choices.leftOut);
    if (isIncluded) leftOut.delete(line);
    else leftOut.add(line);
    change({ leftOut });
  };
  const isFaulty = row.problems.length > 0 || verdict?.isAccepted === false;
  const look = isOut ? 'bg-solid-gray-50 text-solid-gray-700' : isFaulty ? 'bg-red-50' : '';
  return (
    <tr className={`border-b border-solid-gray-200 last:border-b-0 ${look}`}>
      <th scope="row" className={`${cellClass} font-400 whitespace-nowrap`}>
        {line}
        <Checkbox isChecked={!isOut} onChange={include}>
          <span aria-hidden="true">{messages.preview.include}</span>
          <span className="sr-only">{messages.preview.includeLine(line)}</span>
        </Checkbox>
      </th>
      <td className={cellClass}>
        {isOut ? (
          messages.preview.leftOut
        ) : (
          <div className="flex flex-col items-start gap-2">
            <Told {...{ contract, going, row, verdict }} />
            <Button
              look="text"
              aria-label={
                isMending ? messages.preview.mendedLine(line) : messages.preview.mend(line)
              }
              onClick={onMend}
            >
              {isMending ? messages.preview.mended : messages.preview.mending}
            </Button>
          </div>
        )}
      </td>
      {columns.map((target) => (
        <td key={target.id} className={`${cellClass} whitespace-pre-line`}>
          <Cell {...{ going, row, target }} isMending={isMending && !isOut} />
        </td>
      ))}
    </tr>
  );
}

function Cell({
  going,
  row,
  target,
  isMending,
}: Pick<RowProps, 'going' | 'row' | 'isMending'> & { readonly target: Target }) {
  const { choices, change } = going;
  const { line, cells } = row.row;
  const column = choices.mapping[target.id] ?? 0;
  const text = cells[column] ?? '';
  const isWrong = row.problems.some((problem) => problem.target === target);
  if (!isMending) return isWrong ? <mark className="bg-red-100">{text || '―'}</mark> : text;
  const type = (typed: string) => {
    const ofLine = new Map([...(choices.mended.get(line) ?? []), [column, typed] as const]);
    change({ mended: new Map([...choices.mended, [line, ofLine]]) });
  };
  return (
    <input
      aria-label={messages.preview.cell(line, titleOf(going, target))}
      aria-invalid={isWrong}
      className={`${controlClass} min-w-32`}
      value={text}
      onChange={({ target: { value } }) => type(value)}
    />
  );
}
