import { type ReactNode, useEffect, useState } from 'react';
import { buttonClass } from './button.tsx';
import type { Wiring } from './labelled.tsx';
import { messages } from './messages.ts';

/** What is chosen: one file, or a folder with all that is in it. */
type Kind = 'file' | 'folder';

/**
 * Where files are chosen: by mouse, by keyboard, or dropped on it. The browser's own control lies
 * over the words, so that it is what is pressed, reached and read out.
 */
export function FileControl({
  wiring,
  kind = 'file',
  accept,
  chosen,
  onChosen,
}: {
  readonly wiring: Wiring;
  readonly kind?: Kind;
  /** Endings and media types that are offered first; who takes the file looks at it again. */
  readonly accept?: string | undefined;
  /** What was chosen, in words; undefined as long as nothing was. */
  readonly chosen: ReactNode;
  readonly onChosen: (files: readonly File[]) => void;
}) {
  const [isOver, setOver] = useState(false);
  useMissedDropsIgnored();
  const { button, none } = messages.files[kind];
  return (
    <div className={`${frame} ${isOver ? 'border-key-900 bg-key-50' : 'border-solid-gray-600'}`}>
      <input
        {...wiring}
        type="file"
        accept={accept}
        title={button}
        ref={(input) => {
          if (kind === 'file') return;
          // Not an attribute that React knows: it makes the browser ask for a folder.
          input?.setAttribute('webkitdirectory', '');
        }}
        className="absolute inset-0 z-10 size-full cursor-pointer opacity-0"
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onClick={({ currentTarget }) => {
          // The same file may be chosen again after it was mended.
          currentTarget.value = '';
        }}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onChosen(files);
        }}
      />
      <span aria-hidden="true" className={buttonClass()}>
        {button}
      </span>
      <span className="min-w-0 flex-1 basis-48 text-dns-16N-130">{chosen ?? none}</span>
    </div>
  );
}

const focused =
  'has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black has-focus-visible:shadow-[0_0_0_2px_var(--color-yellow-300)]';
const frame = `relative flex w-full flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border border-dashed bg-white p-3 hover:border-black hover:bg-solid-gray-50 has-aria-invalid:border-error-1 print:hidden ${focused}`;

/** A file dropped beside the control would be opened in place of the page. */
function useMissedDropsIgnored(): void {
  useEffect(() => {
    const ignore = (event: DragEvent) => {
      const { target, dataTransfer } = event;
      if (target instanceof HTMLInputElement && target.type === 'file') return;
      if (dataTransfer === null || !dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
    };
  }, []);
}
