import type { DeclarationAnswer } from '@kanribo/api';
import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { AnswerOf } from '../../api/call.ts';
import { serverNow } from '../../api/server-clock.ts';
import { useRenewal } from '../../api/use-answer.ts';
import type { Deed } from '../../api/use-deed.ts';
import type { CommandBody } from '../../api/use-record.ts';
import { type TypedMoment, readMoment, typedMoment } from '../moment-text.ts';
import type { StepToFill } from './declared.ts';
import { type FormState, emptyForm, readAnew, readForm, withDraftsOf } from './form-state.ts';
import { messages } from './messages.ts';
import { useStepSending } from './use-step-sending.ts';

/** What the register answers to a recorded step. */
export type Receipt = AnswerOf<'execute'>;

/** What a form is filled in for. */
export interface FillingOptions {
  readonly contract: string;
  readonly declaration: DeclarationAnswer;
  readonly toFill: StepToFill;
  readonly subject?: { readonly id: string; readonly version: number };
  /** Drafts that stand in the form from the beginning. */
  readonly known?: FormState['drafts'];
}

/** A form under way. */
export interface Filling {
  readonly form: FormState;
  readonly setForm: Dispatch<SetStateAction<FormState>>;
  readonly occurred: TypedMoment;
  readonly setOccurred: (occurred: TypedMoment) => void;
  /** What is wrong, by field, as of the last attempt to send. */
  readonly problems: Readonly<Record<string, string>>;
  readonly sending: Deed<[CommandBody], Receipt>;
  /** Sends what stands in the form; undefined where it was not recorded. */
  readonly send: () => Promise<Receipt | undefined>;
  /** Whether something stands in the form that was not recorded. */
  readonly isUnsaved: () => boolean;
  /** What the line before held; undefined before the first one was recorded. */
  readonly before: LineBefore | undefined;
  /** Takes over what the line before held: in one field, or in every field that is still empty. */
  readonly copyBefore: (name?: string) => void;
  /** Begins the next one. */
  readonly begin: () => void;
}

/** What a line held when it was recorded. */
interface LineBefore {
  readonly drafts: FormState['drafts'];
  readonly occurred: TypedMoment;
}

/** Stands for the moment of the step where fields are named. */
export const occurredName = 'occurredAt';

const now = (): TypedMoment => typedMoment(serverNow());

/** Keeps a form of a step; the same command sent again after a broken connection is one entry. */
export function useFilling(options: FillingOptions): Filling {
  const { contract, declaration, toFill, subject, known } = options;
  const [form, setForm] = useState(() => emptyForm(toFill, known));
  const [occurred, setOccurred] = useState(now);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const settled = useRef(form);
  useLaterReading(options, settled, setForm);
  const [before, setBefore] = useState<LineBefore>();
  const isAct = toFill.step.nature === 'act';
  const renew = useRenewal();
  const sending = useStepSending({ contract, subject, isAct });
  const send = async () => {
    const typed = readForm(toFill, form);
    const occurredAt = isAct ? serverNow() : readMoment(occurred);
    const found = typed.isFit ? {} : { ...typed.problems };
    if (occurredAt === undefined) found['occurredAt'] = messages.occurredProblem;
    setProblems(found);
    if (!typed.isFit || occurredAt === undefined) return undefined;
    const { values, falseAlarms } = typed;
    const about = { declaration: declaration.name, step: toFill.step.name };
    const command = { ...about, case: subject?.id ?? null, occurredAt, values, falseAlarms };
    const receipt = await sending.run({ ...command, values: { ...values } });
    if (receipt !== undefined) {
      setBefore({ drafts: form.drafts, occurred });
      settled.current = form;
      void renew();
    }
    return receipt;
  };
  const begin = () => {
    settled.current = emptyForm(toFill, known);
    setForm(settled.current);
    setOccurred(now());
    setProblems({});
  };
  const copyBefore = (name?: string) => {
    if (before === undefined) return;
    if (name === undefined || name === occurredName) setOccurred(before.occurred);
    setForm((current) => withDraftsOf(current, before.drafts, name));
  };
  const isUnsaved = () => form !== settled.current;
  return {
    form,
    setForm,
    occurred,
    setOccurred,
    problems,
    sending,
    send,
    isUnsaved,
    begin,
    before,
    copyBefore,
  };
}

/** Has a form stand on a later reading of its case, without losing what was typed. */
function useLaterReading(
  { subject, toFill, known }: FillingOptions,
  settled: RefObject<FormState>,
  setForm: Filling['setForm'],
): void {
  const read = useRef(subject?.version);
  useEffect(() => {
    if (read.current === subject?.version) return;
    const [was, anew] = [settled.current, emptyForm(toFill, known)];
    read.current = subject?.version;
    settled.current = anew;
    setForm((current) => readAnew(current, was, anew));
  }, [subject?.version, toFill, known, settled, setForm]);
}
