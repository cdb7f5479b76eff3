import { type ReactNode, useState } from 'react';
import { bytesText } from './bytes-text.ts';
import { FileControl } from './file-control.tsx';
import { Labelled, type Labels } from './labelled.tsx';
import { messages } from './messages.ts';

/** Choosing one file; what is chosen is told at once, its name and size are shown. */
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
  const [chosen, setChosen] = useState<{ readonly name: string; readonly size: number }>();
  const take = ([file]: readonly File[]) => {
    if (file === undefined) return;
    setChosen({ name: file.name, size: file.size });
    onChosen(file);
  };
  return (
    <Labelled {...labels} note={note}>
      {(wiring) => (
        <FileControl
          wiring={wiring}
          accept={accept}
          chosen={chosen && messages.fileChosen(chosen.name, bytesText(chosen.size))}
          onChosen={take}
        />
      )}
    </Labelled>
  );
}
