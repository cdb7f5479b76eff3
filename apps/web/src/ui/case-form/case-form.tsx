import type { DeclarationAnswer } from '@kanribo/api';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { MomentField } from '../moment-field.tsx';
import { Notice } from '../notice.tsx';
import { ProblemNotice } from '../problem-words.tsx';
import { messages as words } from '../messages.ts';
import { ConfirmIdentity } from './confirm-identity.tsx';
import { type DeclaredStep, type StepToFill, stepToFill } from './declared.ts';
import { FieldInput } from './field-input.tsx';
import { withDraft, withFalseAlarm } from './form-state.ts';
import { messages } from './messages.ts';
import { type Filling, type FillingOptions, type Receipt, useFilling } from './use-filling.ts';

/** What a form of a declared step is made of. */
export interface CaseFormProps extends Pick<FillingOptions, 'known'> {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly step: DeclaredStep;
  /** The case that takes the step and its last entry; undefined opens a case. */
  readonly subject?: { readonly id: string; readonly version: number };
  /** Offers to go on with the next one, for a clerk with a pile of papers. */
  readonly isRepeatable?: boolean;
  readonly onRecorded: (receipt: Receipt, goesOn: boolean) => void;
  readonly onCancel?: () => void;
  /** Called when the case was changed by somebody else meanwhile. */
  readonly onChanged?: () => void;
}

/** A form made of a declared step: control, check and sentence follow from the declaration. */
export function CaseForm(props: CaseFormProps) {
  const { contract, declaration, step, isRepeatable = false } = props;
  const toFill = stepToFill(declaration, step);
  const filling = useFilling({ ...props, toFill });
  const { occurred, setOccurred, problems, sending } = filling;
  const frame = useRef<HTMLFormElement>(null);
  const [isIdentifying, setIdentifying] = useState(false);
  useEffect(() => {
    if (sending.problem?.code === 'reauthentication-needed') setIdentifying(true);
  }, [sending.problem]);
  const send = async (goesOn: boolean) => {
    const receipt = await filling.send();
    if (receipt === undefined) return;
    setIdentifying(false);
    if (goesOn) {
      filling.begin();
      frame.current?.querySelector<HTMLElement>(controls)?.focus();
    }
    props.onRecorded(receipt, goesOn);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(isRepeatable);
  };
  const recordsAnywhere = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) frame.current?.requestSubmit();
  };
  return (
    <>
      <form
        ref={frame}
        onSubmit={submit}
        onKeyDown={recordsAnywhere}
        noValidate
        className="flex max-w-3xl flex-col gap-6"
      >
        <FormProblems problems={problems} />
        <Fields {...{ contract, toFill, filling }} />
        <MomentField
          label={messages.occurredAt}
          isRequired
          hint={messages.occurredHint}
          problem={problems['occurredAt']}
          value={occurred}
          onChange={setOccurred}
        />
        <ProblemNotice problem={sending.problem} title={messages.refused} />
        <Actions {...props} sending={sending} onSend={() => void send(false)} />
      </form>
      <ConfirmIdentity
        isOpen={isIdentifying}
        onClose={() => setIdentifying(false)}
        onConfirmed={() => void send(isRepeatable)}
      />
    </>
  );
}

function Fields({
  contract,
  toFill: { fields },
  filling: { form, setForm, problems },
}: {
  readonly contract: string;
  readonly toFill: StepToFill;
  readonly filling: Filling;
}) {
  return fields.map(({ field, isRequired }) => (
    <FieldInput
      key={field.name}
      {...{ contract, field, isRequired }}
      draft={form.drafts[field.name] ?? ''}
      problem={problems[field.name]}
      isFalseAlarm={form.falseAlarms.includes(field.name)}
      onChange={(draft) => setForm((now) => withDraft(now, field.name, draft))}
      onFalseAlarm={(isOne) => setForm((now) => withFalseAlarm(now, field.name, isOne))}
    />
  ));
}

function Actions({
  step,
  isRepeatable = false,
  onCancel,
  onChanged,
  sending: { isUnderWay, problem },
  onSend,
}: CaseFormProps & { readonly sending: Filling['sending']; readonly onSend: () => void }) {
  const record = isRepeatable ? messages.recordNext : messages.record(step.title);
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="solid" type="submit" disabled={isUnderWay}>
        {isUnderWay ? messages.recording : record}
      </Button>
      {isRepeatable && (
        <Button disabled={isUnderWay} onClick={onSend}>
          {messages.record(step.title)}
        </Button>
      )}
      {problem?.code === 'changed-meanwhile' && onChanged !== undefined && (
        <Button onClick={onChanged}>{messages.readAgain}</Button>
      )}
      {onCancel !== undefined && (
        <Button look="text" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
    </div>
  );
}

const controls = 'input, select, textarea';

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
