import type { ReactNode } from 'react';
import { Labelled, type Labels, type Wiring, controlClass } from './labelled.tsx';

/** Class of a control by which files are chosen: its button looks like ours. */
export const fileControlClass = `${controlClass} file:me-3 file:cursor-pointer file:rounded-4 file:border file:border-key-900 file:bg-white file:px-3 file:py-1 file:text-key-900`;

/** Choosing one file; what is chosen is told at once, nothing is kept here. */
export function FileField({
  accept,
  note,
  onChosen,
  ...labels
}: Labels & {
  /** Endings and media types that are offered first; who takes the file looks at it again. */
  readonly accept?: string;
  readonly note?: ReactNode;
  readonly onChosen: (file: File) => void;
}) {
  const input = (wiring: Wiring) => (
    <input
      {...wiring}
      type="file"
      accept={accept}
      className={fileControlClass}
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) onChosen(file);
      }}
    />
  );
  return (
    <Labelled {...labels} note={note}>
      {input}
    </Labelled>
  );
}
