import { type FormEvent, useState } from 'react';
import { call } from '../../api/call.ts';
import { useDeed } from '../../api/use-deed.ts';
import { useRecord } from '../../api/use-record.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField, readDayText } from '../../ui/date-field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

const { annex: words } = messages;

interface AdoptionProps {
  readonly contract: string;
  readonly text: string;
  readonly profiles: Readonly<Record<string, string>>;
  readonly profile: string;
  readonly onProfile: (profile: string) => void;
  readonly onAdopted: () => void;
}

/** Keeps the text as evidence and records that the contract is kept under it. */
export function AnnexAdoption(props: AdoptionProps) {
  const { profiles, profile, onProfile } = props;
  const [from, setFrom] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isTried, setTried] = useState(false);
  const { isBusy, problem, adopt } = useAdoption(props);
  const read = readDayText(from);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isChecked && read.ok && profile !== '') void adopt(read.value);
  };
  return (
    <Section title={words.adopt}>
      <p>{words.adoptLead}</p>
      <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-5">
        <Select
          label={words.profile}
          isRequired
          problem={isTried && profile === '' ? words.chooseProfile : undefined}
          value={profile}
          choices={Object.entries(profiles).map(([value, label]) => ({ value, label }))}
          onChange={onProfile}
        />
        <DateField
          label={words.from}
          isRequired
          problem={isTried && !read.ok ? words.badDay : undefined}
          value={from}
          onChange={setFrom}
        />
        <Checkbox isChecked={isChecked} onChange={setChecked}>
          {words.checked}
        </Checkbox>
        {isTried && !isChecked && (
          <p role="alert" className="text-dns-16N-130 text-error-2">
            {words.mustCheck}
          </p>
        )}
        <ProblemNotice problem={problem} title={messages.refused} />
        <Button look="solid" type="submit" className="self-start" disabled={isBusy}>
          {isBusy ? words.adopting : words.adopt}
        </Button>
      </form>
    </Section>
  );
}

/** First the text, then the entry that names it: one without the other proves nothing. */
function useAdoption({ contract, text, profile, onAdopted }: AdoptionProps) {
  const keeping = useDeed((file: File) => call('keepEvidence', { params: { contract }, file }));
  const recording = useRecord(contract);
  const adopt = async (day: string) => {
    const kept = await keeping.run(new File([text], 'annex.txt', { type: 'text/plain' }));
    if (kept === undefined) return;
    const values = { text: `sha256:${kept.digest.replace('sha256:', '')}`, profile, from: day };
    const receipt = await recording.run({ declaration: 'annex', step: 'adopted', values });
    if (receipt !== undefined) onAdopted();
  };
  const isBusy = keeping.isUnderWay || recording.isUnderWay;
  return { isBusy, problem: keeping.problem ?? recording.problem, adopt };
}
