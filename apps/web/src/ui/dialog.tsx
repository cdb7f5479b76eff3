import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import { messages } from './messages.ts';

/** Something asked before the rest goes on; Escape and the button close it, focus goes back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  isWide = false,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (isOpen && !element.open) element.showModal();
    if (!isOpen && element.open) element.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className={`m-auto max-h-[90dvh] w-[calc(100%-2rem)] overflow-y-auto rounded-12 border border-transparent bg-white p-6 text-solid-gray-800 shadow-4 backdrop:bg-black/50 ${isWide ? 'max-w-4xl' : 'max-w-2xl'}`}
    >
      {isOpen && (
        <div className="flex flex-col gap-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={id} className="text-std-22B-150">
              {title}
            </h2>
            <Button look="text" onClick={onClose}>
              {messages.close}
            </Button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
