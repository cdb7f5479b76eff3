import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/page.tsx';
import { ProblemNotice } from '../../../ui/problem-words.tsx';
import { Select } from '../../../ui/select.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { messages } from './messages.ts';
import { PreviewTable } from './preview-table.tsx';
import type { ReadRow } from './read-rows.ts';
import type { Check, Verdict } from './use-check.ts';
import type { Import } from './use-import.ts';

const pageSize = 50;
const shows = ['all', 'faulty', 'noted'] as const;
type Show = (typeof shows)[number];

/** Every row with what is wrong with it or would be marked, to be mended or left out in place. */
export function Preview({ going, check }: { readonly going: Import; readonly check: Check }) {
  const { rows, included, choices, change } = going;
  const { verdicts, checking } = check;
  const [show, setShow] = useState<Show>('all');
  const [from, setFrom] = useState(0);
  const faulty = useMemo(
    () => included.filter((row) => isFaulty(row, verdicts.get(row.row.line))),
    [included, verdicts],
  );
  const shown = rows.filter((row) => isShown(show, row, verdicts.get(row.row.line)));
  const first = Math.min(from, Math.max(0, shown.length - 1));
  const leaveOut = () =>
    change({ leftOut: new Set([...choices.leftOut, ...faulty.map(({ row }) => row.line)]) });
  const { preview } = messages;
  return (
    <Section title={preview.title}>
      <div className="flex flex-wrap items-end gap-4">
        <div className="w-72">
          <Select
            label={preview.show}
            value={show === 'all' ? '' : show}
            emptyLabel={preview.filters.all}
            choices={shows.slice(1).map((value) => ({ value, label: preview.filters[value] }))}
            onChange={(chosen) => {
              setShow(shows.find((value) => value === chosen) ?? 'all');
              setFrom(0);
            }}
          />
        </div>
        {faulty.length > 0 && <Button onClick={leaveOut}>{preview.leaveOutFaulty}</Button>}
        <Button
          look={check.isFresh ? 'outline' : 'solid'}
          disabled={checking.isHeld || included.every(({ steps }) => steps.length === 0)}
          onClick={() => void checking.run()}
        >
          {preview.check}
        </Button>
      </div>
      {checking.isUnderWay && <Loading words={preview.checking(included.length)} />}
      <ProblemNotice problem={checking.problem} title={preview.checkFailed} />
      <p role="status">
        {preview.counts(
          rows.length,
          included.length - faulty.length,
          faulty.length,
          rows.length - included.length,
        )}
        {!check.isFresh && `　${preview.unchecked}`}
      </p>
      {shown.length === 0 ? (
        <Empty title={preview.none} />
      ) : (
        <PreviewTable {...{ going, verdicts }} rows={shown.slice(first, first + pageSize)} />
      )}
      <Pages {...{ first, setFrom }} count={shown.length} />
    </Section>
  );
}

function Pages({
  first,
  count,
  setFrom,
}: {
  readonly first: number;
  readonly count: number;
  readonly setFrom: (first: number) => void;
}) {
  const { preview } = messages;
  if (count <= pageSize) return null;
  const end = Math.min(first + pageSize, count);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button disabled={first === 0} onClick={() => setFrom(Math.max(0, first - pageSize))}>
        {preview.previous}
      </Button>
      <Button disabled={end === count} onClick={() => setFrom(end)}>
        {preview.next}
      </Button>
      <p>{preview.page(first + 1, end)}</p>
    </div>
  );
}

const isFaulty = ({ problems }: ReadRow, verdict: Verdict | undefined): boolean =>
  problems.length > 0 || verdict?.isAccepted === false;

function isShown(show: Show, row: ReadRow, verdict: Verdict | undefined): boolean {
  if (show === 'faulty') return isFaulty(row, verdict);
  if (show === 'noted') {
    return (verdict?.warnings.length ?? 0) > 0 || (verdict?.deviations.length ?? 0) > 0;
  }
  return true;
}
