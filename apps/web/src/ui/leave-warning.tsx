import { useBlocker } from '@tanstack/react-router';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { messages } from './messages.ts';

/** Asks before a screen is left on which something was typed and not recorded. */
export function LeaveWarning({ isUnsaved }: { readonly isUnsaved: () => boolean }) {
  const { status, proceed, reset } = useBlocker({
    // Another step or filter of the same screen leaves what was typed where it is.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <Dialog title={messages.leaveTitle} isOpen={status === 'blocked'} onClose={() => reset?.()}>
      <p>{messages.leaveLead}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="solid" onClick={() => reset?.()}>
          {messages.stay}
        </Button>
        <Button onClick={() => proceed?.()}>{messages.leave}</Button>
      </div>
    </Dialog>
  );
}
