import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { messages } from './messages.ts';
import { tellUnsaved } from './unsaved.ts';

interface LeaveWords {
  readonly leaveTitle: string;
  readonly leaveLead: string;
  readonly stay: string;
  readonly leave: string;
}

/** Asks before a screen is left on which something is not kept yet: what was typed, if not said. */
export function LeaveWarning({
  isUnsaved,
  words = messages,
}: {
  readonly isUnsaved: () => boolean;
  readonly words?: LeaveWords;
}) {
  useEffect(() => tellUnsaved(isUnsaved), [isUnsaved]);
  const { status, proceed, reset } = useBlocker({
    // Another step or filter of the same screen leaves what was typed where it is.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <Dialog title={words.leaveTitle} isOpen={status === 'blocked'} onClose={() => reset?.()}>
      <p>{words.leaveLead}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="solid" onClick={() => reset?.()}>
          {words.stay}
        </Button>
        <Button onClick={() => proceed?.()}>{words.leave}</Button>
      </div>
    </Dialog>
  );
}
