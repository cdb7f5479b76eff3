import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/page.tsx';
import { ProblemNotice } from '../../../ui/problem-words.tsx';
import { Select } from '../../../ui/select.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { messages } from './messages.ts';
import { PreviewTable } from './preview-table.tsx';
import { Repeats } from './repeats.tsx';
import type { ReadRow } from './read-rows.ts';
import type { Check, Verdict } from './use-check.ts';
import type { Import } from './use-import.ts';

const pageSize = 50;
const shows = ['all', 'faulty', 'repeated', 'noted'] as const;
type Show = (typeof shows)[number];

/** Every row with what is wrong with it or would be marked, to be mended or left out in place. */
export function Preview({
  contract,
  going,
  check,
}: {
  readonly contract: string;
  readonly going: Import;
  readonly check: Check;
}) {
  const { rows, included, choices, change } = going;
  const { verdicts } = check;
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
        <ShowChoice
          show={show}
          onChange={(chosen) => {
            setShow(chosen);
            setFrom(0);
          }}
        />
        {faulty.length > 0 && <Button onClick={leaveOut}>{preview.leaveOutFaulty}</Button>}
        <CheckButton {...{ check, included }} />
      </div>
      <Checking check={check} count={included.length} />
      <p role="status">
        {preview.counts(
          rows.length,
          included.length - faulty.length,
          faulty.length,
          rows.length - included.length,
        )}
        {!check.isFresh && `　${preview.unchecked}`}
      </p>
      <Repeats {...{ going, verdicts }} />
      {shown.length === 0 ? (
        <Empty title={preview.none} />
      ) : (
        <PreviewTable
          {...{ contract, going, verdicts }}
          rows={shown.slice(first, first + pageSize)}
        />
      )}
      <Pages {...{ first, setFrom }} count={shown.length} />
    </Section>
  );
}

function CheckButton({
  check: { checking, isFresh },
  included,
}: {
  readonly check: Check;
  readonly included: readonly ReadRow[];
}) {
  return (
    <Button
      look={isFresh ? 'outline' : 'solid'}
      disabled={checking.isHeld || included.every(({ steps }) => steps.length === 0)}
      onClick={() => void checking.run()}
    >
      {messages.preview.check}
    </Button>
  );
}

/** How holding the rows against the register goes, and breaking it off. */
function Checking({
  check: { checking, breakOff },
  count,
}: {
  readonly check: Check;
  readonly count: number;
}) {
  const { preview } = messages;
  return (
    <>
      {checking.isUnderWay && (
        <div className="flex flex-wrap items-center gap-4">
          <Loading words={preview.checking(count)} />
          <Button onClick={breakOff}>{preview.breakOff}</Button>
        </div>
      )}
      <ProblemNotice problem={checking.problem} title={preview.checkFailed} />
    </>
  );
}

function ShowChoice({
  show,
  onChange,
}: {
  readonly show: Show;
  readonly onChange: (show: Show) => void;
}) {
  const { preview } = messages;
  return (
    <div className="w-72">
      <Select
        label={preview.show}
        value={show === 'all' ? '' : show}
        emptyLabel={preview.filters.all}
        choices={shows.slice(1).map((value) => ({ value, label: preview.filters[value] }))}
        onChange={(chosen) => onChange(shows.find((value) => value === chosen) ?? 'all')}
      />
    </div>
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
  if (show === 'repeated') return (verdict?.repeats ?? null) !== null;
  if (show === 'noted') {
    return (verdict?.warnings.length ?? 0) > 0 || (verdict?.deviations.length ?? 0) > 0;
  }
  return true;
}
