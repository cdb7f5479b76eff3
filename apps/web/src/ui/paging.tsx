import { Button } from './button.tsx';
import { messages } from './messages.ts';

/** Where one is in a long list, and the way on. */
export function Paging({
  total,
  first,
  count,
  onNewer,
  onOlder,
}: {
  readonly total: number;
  /** Number of the first line shown, from 1. */
  readonly first: number;
  readonly count: number;
  readonly onNewer: (() => void) | undefined;
  readonly onOlder: (() => void) | undefined;
}) {
  return (
    <nav aria-label={messages.paging} className="flex flex-wrap items-center gap-4">
      <p role="status" className="text-dns-14N-130 text-solid-gray-700">
        {`${messages.total(total)}　${messages.shown(first, first + count - 1)}`}
        {count < total && <span className="hidden print:inline">{messages.shownAlone}</span>}
      </p>
      {(onNewer !== undefined || onOlder !== undefined) && (
        <div className="flex gap-3">
          <Button disabled={onNewer === undefined} onClick={onNewer}>
            {messages.newer}
          </Button>
          <Button disabled={onOlder === undefined} onClick={onOlder}>
            {messages.older}
          </Button>
        </div>
      )}
    </nav>
  );
}
