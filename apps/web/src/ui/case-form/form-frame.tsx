import type { DeclarationAnswer } from '@kanribo/api';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '../button.tsx';
import { messages as words } from '../messages.ts';
import { LeaveWarning } from '../leave-warning.tsx';
import { MomentField } from '../moment-field.tsx';
import { Notice } from '../notice.tsx';
import { ConfirmIdentity } from './confirm-identity.tsx';
import type { DeclaredStep } from './declared.ts';
import { messages } from './messages.ts';
import { type Filling, type FillingOptions, type Receipt, occurredName } from './use-filling.ts';

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

/**
 * What every form of a step has around its fields: what is wrong, when it happened, the buttons,
 * Ctrl+Enter from anywhere, and the proof of who records where one is asked for.
 */
export function FormFrame({
  props,
  filling,
  beginsAnew,
  notice,
  children,
}: {
  readonly props: CaseFormProps;
  readonly filling: Filling;
  /** Whether the form stays and begins anew once its step was recorded. */
  readonly beginsAnew: boolean;
  /** What stands above the buttons: why it was not recorded, or would not be. */
  readonly notice: ReactNode;
  readonly children: ReactNode;
}) {
  const { problems, sending, before, copyBefore } = filling;
  const frame = useRef<HTMLFormElement>(null);
  const { send, isIdentifying, setIdentifying } = useSending(props, filling, frame);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(beginsAnew);
  };
  const byKeys = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter') frame.current?.requestSubmit();
    if (event.key !== 'd' || before === undefined) return;
    event.preventDefault();
    copyBefore(fieldOf(event.target));
  };
  return (
    <>
      <form
        ref={frame}
        onSubmit={submit}
        onKeyDown={byKeys}
        noValidate
        className="flex max-w-3xl flex-col gap-6"
      >
        <FormProblems problems={problems} />
        {before !== undefined && (
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => copyBefore()}>{messages.copyBefore}</Button>
            <span className="text-dns-14N-130 text-solid-gray-700">{messages.copyBeforeHint}</span>
          </div>
        )}
        {children}
        <Occurred {...{ filling }} isAct={props.step.nature === 'act'} />
        {notice}
        <Actions {...props} sending={sending} onSend={() => void send(false)} />
      </form>
      <LeaveWarning isUnsaved={filling.isUnsaved} />
      <ConfirmIdentity
        isOpen={isIdentifying}
        onClose={() => setIdentifying(false)}
        onConfirmed={() => void send(beginsAnew)}
      />
    </>
  );
}

/** The field something stands in, by its name; nothing where it stands in none. */
function fieldOf(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('[data-field]')?.getAttribute('data-field') ?? undefined;
}

/** When it happened; what the software does is done when it is recorded, so nobody is asked. */
function Occurred({ filling, isAct }: { readonly filling: Filling; readonly isAct: boolean }) {
  const { occurred, setOccurred, problems } = filling;
  if (isAct) return <p className="text-dns-16N-130 text-solid-gray-700">{messages.actIsNow}</p>;
  return (
    <div data-field={occurredName}>
      <MomentField
        label={messages.occurredAt}
        isRequired
        hint={messages.occurredHint}
        problem={problems[occurredName]}
        value={occurred}
        onChange={setOccurred}
      />
    </div>
  );
}

/** Sends a form, on to the next one where it goes on, and asks who records where that is asked. */
function useSending(
  { onRecorded }: CaseFormProps,
  filling: Filling,
  frame: RefObject<HTMLFormElement | null>,
) {
  const { problem } = filling.sending;
  const [isIdentifying, setIdentifying] = useState(false);
  useEffect(() => {
    if (problem?.code === 'reauthentication-needed') setIdentifying(true);
  }, [problem]);
  const send = async (goesOn: boolean) => {
    const receipt = await filling.send();
    if (receipt === undefined) return;
    setIdentifying(false);
    if (goesOn) {
      filling.begin();
      frame.current?.querySelector<HTMLElement>(controls)?.focus();
    }
    onRecorded(receipt, goesOn);
  };
  return { send, isIdentifying, setIdentifying };
}

function Actions({
  step,
  isRepeatable = false,
  onCancel,
  onChanged,
  sending: { isUnderWay, isHeld, problem },
  onSend,
}: CaseFormProps & { readonly sending: Filling['sending']; readonly onSend: () => void }) {
  const record = isRepeatable ? messages.recordNext : messages.record(step.title);
  return (
    <div className="flex flex-wrap gap-3">
      <Button look="solid" type="submit" disabled={isHeld}>
        {isUnderWay ? messages.recording : record}
      </Button>
      {isRepeatable && (
        <Button disabled={isHeld} onClick={onSend}>
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
