import { dayOf, formatEraWithYear, parseMoment } from '@kanribo/kernel';
import { type FormEvent, useState } from 'react';
import { type AnswerOf, call } from '../../api/call.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-words.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useProvenDeed } from '../account/use-proven-deed.tsx';
import { fingerprintIn } from '../connection/fingerprint.ts';
import { deviceMessages as messages } from './device-messages.ts';

type Issued = AnswerOf<'devices'>['issued'];

const longestName = 60;
const other = 'other';
const nothing = { choice: '', typed: '', name: '' };

/** What was chosen and typed so far. */
type Given = typeof nothing;

const certificateIn = ({ choice, typed }: Given): string | undefined =>
  choice === other ? fingerprintIn(typed) : choice;

function isNamed({ name }: Given): boolean {
  const title = name.trim();
  return title !== '' && Array.from(title).length <= longestName;
}

/** Registers a device by a certificate the office issued, or by the fingerprint of another. */
export function RegisterCertificate({
  issued,
  onDone,
}: {
  readonly issued: Issued;
  readonly onDone: () => void;
}) {
  const [given, setGiven] = useState(nothing);
  const [isTried, setTried] = useState(false);
  const certificate = certificateIn(given);
  const title = given.name.trim();
  const registering = useProvenDeed(
    (what: { readonly certificate: string; readonly title: string }) =>
      call('registerCertificate', { body: what }),
    () => {
      setGiven(nothing);
      setTried(false);
      onDone();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const isChosen = certificate !== undefined && certificate !== '';
    if (isNamed(given) && isChosen) void registering.run({ certificate, title });
  };
  return (
    <section className="flex flex-col gap-4">
      <h3 className="text-std-18B-160">{messages.register}</h3>
      <p>{messages.registerLead}</p>
      <form onSubmit={submit} noValidate className="flex max-w-xl flex-col gap-4">
        <Fields {...{ given, issued, isTried }} onChange={setGiven} />
        <ProblemNotice problem={registering.problem} title={messages.refused} />
        <Button className="self-start" type="submit" disabled={registering.isUnderWay}>
          {messages.register}
        </Button>
      </form>
      {registering.dialog}
    </section>
  );
}

function Fields({
  given,
  issued,
  isTried,
  onChange,
}: {
  readonly given: Given;
  readonly issued: Issued;
  readonly isTried: boolean;
  readonly onChange: (given: Given) => void;
}) {
  return (
    <>
      <Select
        label={messages.choice}
        isRequired
        value={given.choice}
        onChange={(choice) => onChange({ ...given, choice })}
        choices={choicesOf(issued)}
        problem={isTried && given.choice === '' ? messages.choiceProblem : undefined}
      />
      {given.choice === other && (
        <TextField
          label={messages.typed}
          hint={messages.typedHint}
          isRequired
          autoComplete="off"
          spellCheck={false}
          value={given.typed}
          onChange={(typed) => onChange({ ...given, typed })}
          problem={
            isTried && certificateIn(given) === undefined ? messages.typedProblem : undefined
          }
        />
      )}
      <TextField
        label={messages.name}
        hint={messages.nameHint}
        isRequired
        autoComplete="off"
        value={given.name}
        onChange={(name) => onChange({ ...given, name })}
        problem={isTried && !isNamed(given) ? messages.nameProblem : undefined}
      />
    </>
  );
}

function choicesOf(issued: Issued) {
  const ours = issued.map(({ certificate, title, to }) => ({
    value: certificate,
    label: messages.issued(title, dayText(to)),
  }));
  return [...ours, { value: other, label: messages.other }];
}

function dayText(moment: string): string {
  const parsed = parseMoment(moment);
  return parsed.ok ? formatEraWithYear(dayOf(parsed.value)) : moment;
}
