import { useState } from 'react';
import { FileField } from '../../../ui/file-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { Loading } from '../../../ui/states.tsx';
import { messages } from './messages.ts';
import type { TableFile } from './read-table.ts';
import type { TableProblem } from './table-file.ts';

/** Choosing the file; what reads it is fetched when it is first needed. */
export function ChooseFile({
  file,
  onChosen,
}: {
  readonly file: TableFile | undefined;
  readonly onChosen: (file: TableFile | undefined) => void;
}) {
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<TableProblem>();
  const read = async (chosen: File) => {
    setProblem(undefined);
    setReading(true);
    onChosen(undefined);
    const { readTableFile } = await import('./read-table.ts');
    const answered = await readTableFile(chosen);
    setReading(false);
    if (answered.ok) onChosen(answered.value);
    else setProblem(answered.error);
  };
  return (
    <Section title={messages.file.title}>
      <div className="max-w-3xl">
        <FileField
          label={messages.file.label}
          hint={messages.file.hint}
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.xls"
          onChosen={(chosen) => void read(chosen)}
        />
      </div>
      {isReading && <Loading words={messages.file.reading} />}
      {problem !== undefined && (
        <Notice kind="error" title={messages.file.failed}>
          <p>{messages.problems[problem]}</p>
        </Notice>
      )}
      {file !== undefined && <p role="status">{messages.file.read(file.name)}</p>}
    </Section>
  );
}
