import type { JsonValue } from '@kanribo/kernel';
import { messages } from '../messages.ts';
import type { StepToFill } from './declared.ts';
import { type Draft, emptyDraft, readDraft, suspectedNumbers } from './draft.ts';

/** What a form of a step holds: drafts, and fields whose suspected number is a false alarm. */
export interface FormState {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly falseAlarms: readonly string[];
}

/** What is sent of a form, or what is wrong with it by field. */
export type ReadForm =
  | {
      readonly isFit: true;
      readonly values: Readonly<Record<string, JsonValue>>;
      readonly falseAlarms: string[];
    }
  | { readonly isFit: false; readonly problems: Readonly<Record<string, string>> };

/** An untouched form of a step, with what is known beforehand. */
export function emptyForm({ fields }: StepToFill, known: FormState['drafts'] = {}): FormState {
  const drafts: Record<string, Draft> = {};
  for (const { field } of fields) drafts[field.name] = known[field.name] ?? emptyDraft(field);
  return { drafts, falseAlarms: [] };
}

/** The form with one draft changed; a changed text has to be confirmed as no number again. */
export function withDraft(form: FormState, name: string, draft: Draft): FormState {
  return {
    drafts: { ...form.drafts, [name]: draft },
    falseAlarms: form.falseAlarms.filter((field) => field !== name),
  };
}

/** The form with what another held: in the field that is named, or in all that are empty. */
export function withDraftsOf(
  form: FormState,
  drafts: FormState['drafts'],
  name?: string,
): FormState {
  const taken = Object.entries(drafts).filter(([field]) =>
    name === undefined ? isEmptyDraft(form.drafts[field]) : field === name,
  );
  const falseAlarms = form.falseAlarms.filter((field) => field !== name);
  return { drafts: { ...form.drafts, ...Object.fromEntries(taken) }, falseAlarms };
}

function isEmptyDraft(draft: Draft | undefined): boolean {
  if (draft === undefined || draft === '') return true;
  return typeof draft === 'object' && 'time' in draft
    ? draft.day === '' && draft.time === ''
    : draft.length === 0;
}

/** The form as of a later reading: what was typed stays, all else is as it was read now. */
export function readAnew(form: FormState, was: FormState, now: FormState): FormState {
  const typed = Object.entries(form.drafts).filter(([name, draft]) => draft !== was.drafts[name]);
  if (typed.length === 0) return now;
  return { ...form, drafts: { ...now.drafts, ...Object.fromEntries(typed) } };
}

/** The form with a suspected number declared a false alarm, or not any more. */
export function withFalseAlarm(form: FormState, name: string, isOne: boolean): FormState {
  const others = form.falseAlarms.filter((field) => field !== name);
  return { ...form, falseAlarms: isOne ? [...others, name] : others };
}

/** Reads a form as the server will. */
export function readForm({ fields }: StepToFill, { drafts, falseAlarms }: FormState): ReadForm {
  const values: Record<string, JsonValue> = {};
  const problems: Record<string, string> = {};
  for (const { field, isRequired } of fields) {
    const draft = drafts[field.name] ?? emptyDraft(field);
    const read = readDraft(field, draft);
    const [suspected] = suspectedNumbers(field, draft);
    if (read.state === 'value') values[field.name] = read.value;
    if (read.state === 'wrong') problems[field.name] = read.sentence;
    if (read.state === 'empty' && isRequired) problems[field.name] = messages.missing(field.label);
    if (suspected !== undefined && !falseAlarms.includes(field.name)) {
      problems[field.name] = messages.numberFound(suspected);
    }
  }
  if (Object.keys(problems).length > 0) return { isFit: false, problems };
  return { isFit: true, values, falseAlarms: [...falseAlarms] };
}
