import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Labelled, controlClass } from '../../ui/labelled.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { messages } from './messages.ts';
import { readTextFile } from './read-text-file.ts';

const { annex: words } = messages;

/** The annex's text, pasted or out of a file. */
export function AnnexInput({
  isReading,
  onRead,
}: {
  readonly isReading: boolean;
  readonly onRead: (text: string) => void;
}) {
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [isUnreadable, setUnreadable] = useState(false);
  const takeFile = async (file: File) => {
    const found = await readTextFile(file);
    setUnreadable(found === undefined);
    if (found !== undefined) setText(found);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== '') onRead(text);
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-4xl flex-col gap-5">
      <Labelled
        label={words.file}
        hint={words.fileHint}
        problem={isUnreadable ? words.fileUnreadable : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="file"
            accept=".txt,text/plain"
            className={`${controlClass} file:me-3 file:cursor-pointer file:rounded-4 file:border file:border-key-900 file:bg-white file:px-3 file:py-1 file:text-key-900`}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void takeFile(file);
            }}
          />
        )}
      </Labelled>
      <TextArea
        label={words.text}
        isRequired
        rows={10}
        hint={words.textHint}
        problem={isTried && text.trim() === '' ? words.empty : undefined}
        value={text}
        onChange={setText}
      />
      <Button look="solid" type="submit" className="self-start" disabled={isReading}>
        {isReading ? words.reading : words.read}
      </Button>
    </form>
  );
}
