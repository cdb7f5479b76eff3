import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FileField } from '../../ui/file-field.tsx';
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
      <FileField
        label={words.file}
        hint={words.fileHint}
        problem={isUnreadable ? words.fileUnreadable : undefined}
        accept=".txt,text/plain"
        onChosen={(file) => void takeFile(file)}
      />
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
