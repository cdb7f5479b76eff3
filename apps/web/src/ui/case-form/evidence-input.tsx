import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { FileField } from '../file-field.tsx';
import type { Labels } from '../labelled.tsx';
import { messages } from '../messages.ts';
import { ProblemNotice } from '../problem-words.tsx';
import { useState } from 'react';

/** A file that proves something: kept by the server at once, named in the entry by its digest. */
export function EvidenceInput({
  contract,
  value,
  onChange,
  ...labels
}: Labels & {
  readonly contract: string;
  readonly value: string;
  readonly onChange: (digest: string) => void;
}) {
  const [name, setName] = useState('');
  const keeping = useDeed((file: File) => call('keepEvidence', { params: { contract }, file }));
  const keep = async (file: File) => {
    setName(file.name);
    onChange('');
    const kept = await keeping.run(file);
    if (kept !== undefined) onChange(digestIn(kept.digest));
  };
  return (
    <FileField
      {...labels}
      hint={labels.hint ?? messages.fileHint}
      note={
        <div aria-live="polite" className="text-dns-14N-130 text-solid-gray-700">
          {keeping.isUnderWay && messages.fileKeeping}
          {value !== '' && messages.fileKept(name === '' ? value.slice(0, 19) : name)}
          <ProblemNotice problem={keeping.problem} title={messages.failed} />
        </div>
      }
      onChosen={(file) => void keep(file)}
    />
  );
}

const digestIn = (digest: string): string =>
  digest.startsWith('sha256:') ? digest : `sha256:${digest}`;
