import { type ReactNode, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { FileField } from '../../ui/file-field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Loading } from '../../ui/states.tsx';
import { type Fit, FitView } from './fit-view.tsx';
import { messages } from './messages.ts';

/** Takes a file, shows what was found in it, and `children` where it can be used. */
export function Checking({
  contract,
  filing,
  children,
}: {
  readonly contract: string;
  readonly filing: string;
  readonly children: (fit: Fit) => ReactNode;
}) {
  const [checked, setChecked] = useState<{ readonly isKept: boolean; readonly fit: Fit }>();
  const [isWrong, setWrong] = useState(false);
  const checking = useDeed((file: File) =>
    call('keepWordForm', { params: { contract, filing }, file }),
  );
  const check = async (file: File) => {
    setChecked(undefined);
    checking.clear();
    const isDocx = file.name.toLowerCase().endsWith('.docx');
    setWrong(!isDocx);
    if (isDocx) setChecked(await checking.run(file));
  };
  return (
    <Section title={messages.check} isForScreen>
      <p>{messages.checkLead}</p>
      <div className="max-w-xl">
        <FileField
          label={messages.choose}
          hint={messages.chooseHint}
          problem={isWrong ? messages.notDocx : undefined}
          accept=".docx"
          onChosen={(file) => void check(file)}
        />
      </div>
      {checking.isUnderWay && <Loading words={messages.checking} />}
      <ProblemNotice problem={checking.problem} title={messages.checkRefused} />
      {checked !== undefined && <FitView fit={checked.fit} title={messages.found} />}
      {checked?.isKept === true && children(checked.fit)}
    </Section>
  );
}
