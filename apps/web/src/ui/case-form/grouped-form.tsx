import { type FormEvent, useEffect, useState } from 'react';
import type { CommandBody } from '../../api/use-record.ts';
import { useTrial } from '../../api/use-trial.ts';
import { Button } from '../button.tsx';
import { messages as words } from '../messages.ts';
import { MomentField } from '../moment-field.tsx';
import { readMoment } from '../moment-text.ts';
import { Notice } from '../notice.tsx';
import { ProblemNotice } from '../problem-words.tsx';
import type { CaseFormProps } from './case-form.tsx';
import { ConfirmIdentity } from './confirm-identity.tsx';
import { type StepToFill, stepToFill } from './declared.ts';
import { FieldInput } from './field-input.tsx';
import { type FormState, readForm, withDraft, withFalseAlarm } from './form-state.ts';
import { messages } from './messages.ts';
import { TrialNotice } from './trial-notice.tsx';
import { type Filling, useFilling } from './use-filling.ts';

/** Fields that are asked under one heading. */
export interface FieldGroup {
  readonly title: string;
  readonly lead?: string;
  readonly fields: readonly string[];
}

type Props = Omit<CaseFormProps, 'isRepeatable'> & {
  readonly groups: readonly FieldGroup[];
  /** Heading of the fields that no group names. */
  readonly restTitle: string;
  /** Asks the register while one types, so that a refusal is seen before anything is sent. */
  readonly triesOut?: boolean;
};

/** A form made of a declared step, its fields under headings; can be tried out while typing. */
export function GroupedForm(props: Props) {
  const { contract, declaration, step, groups, restTitle, triesOut = false, onCancel } = props;
  const toFill = stepToFill(declaration, step);
  const filling = useFilling({ ...props, toFill });
  const { occurred, setOccurred, problems, sending } = filling;
  const command = triesOut ? commandOf(props, { toFill, filling }) : undefined;
  const trial = useTrial(contract, command);
  const [isIdentifying, setIdentifying] = useState(false);
  useEffect(() => {
    if (sending.problem?.code === 'reauthentication-needed') setIdentifying(true);
  }, [sending.problem]);
  const send = async () => {
    const receipt = await filling.send();
    if (receipt === undefined) return;
    setIdentifying(false);
    filling.begin();
    props.onRecorded(receipt, true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-6">
        <FormProblems problems={problems} />
        {grouped(toFill, groups, restTitle).map(({ group, fields }) => (
          <Group key={group.title} {...{ contract, group, filling }} fields={fields} />
        ))}
        <MomentField
          label={messages.occurredAt}
          isRequired
          hint={messages.occurredHint}
          problem={problems['occurredAt']}
          value={occurred}
          onChange={setOccurred}
        />
        <TrialNotice {...{ contract, toFill, trial }} />
        {trial.state !== 'refused' && (
          <ProblemNotice problem={sending.problem} title={messages.refused} />
        )}
        <div className="flex flex-wrap gap-3">
          <Button look="solid" type="submit" disabled={sending.isUnderWay}>
            {sending.isUnderWay ? messages.recording : messages.record(step.title)}
          </Button>
          {onCancel !== undefined && (
            <Button look="text" onClick={onCancel}>
              {words.cancel}
            </Button>
          )}
        </div>
      </form>
      <ConfirmIdentity
        isOpen={isIdentifying}
        onClose={() => setIdentifying(false)}
        onConfirmed={() => void send()}
      />
    </>
  );
}

function commandOf(
  { declaration, subject }: Props,
  { toFill, filling }: { readonly toFill: StepToFill; readonly filling: Filling },
): CommandBody | undefined {
  const read = readForm(toFill, filling.form);
  const occurredAt = readMoment(filling.occurred);
  if (!read.isFit || occurredAt === undefined) return undefined;
  const about = { declaration: declaration.name, step: toFill.step.name };
  const { falseAlarms } = read;
  return {
    ...about,
    case: subject?.id ?? null,
    occurredAt,
    values: { ...read.values },
    falseAlarms,
  };
}

type Asked = StepToFill['fields'];

/** The fields under their headings; headings without a field of this step are left out. */
function grouped({ fields }: StepToFill, groups: readonly FieldGroup[], restTitle: string) {
  const named = new Set(groups.flatMap((group) => group.fields));
  const rest = fields.filter(({ field }) => !named.has(field.name)).map(({ field }) => field.name);
  return [...groups, { title: restTitle, fields: rest }]
    .map((group: FieldGroup) => ({
      group,
      fields: fields.filter(({ field }) => group.fields.includes(field.name)),
    }))
    .filter((found) => found.fields.length > 0);
}

function Group({
  contract,
  group,
  fields,
  filling: { form, setForm, problems },
}: {
  readonly contract: string;
  readonly group: FieldGroup;
  readonly fields: Asked;
  readonly filling: Filling;
}) {
  const change = (changed: (form: FormState) => FormState) => setForm(changed);
  return (
    <section className="flex flex-col gap-5">
      <h3 className="border-b border-solid-gray-420 pb-1 text-std-18B-160">{group.title}</h3>
      {group.lead !== undefined && <p className="text-dns-16N-130">{group.lead}</p>}
      {fields.map(({ field, isRequired }) => (
        <FieldInput
          key={field.name}
          {...{ contract, field, isRequired }}
          draft={form.drafts[field.name] ?? ''}
          problem={problems[field.name]}
          isFalseAlarm={form.falseAlarms.includes(field.name)}
          onChange={(draft) => change((now) => withDraft(now, field.name, draft))}
          onFalseAlarm={(isOne) => change((now) => withFalseAlarm(now, field.name, isOne))}
        />
      ))}
    </section>
  );
}

function FormProblems({ problems }: { readonly problems: Readonly<Record<string, string>> }) {
  const sentences = Object.values(problems);
  if (sentences.length === 0) return null;
  return (
    <Notice kind="error" title={words.checkInput}>
      <ul className="list-disc ps-6">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
