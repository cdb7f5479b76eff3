import { type Contract, caseOf, designationOn, filingDraft, stepOf, textOf } from '@kanribo/domain';
import {
  type FormFields,
  type WordForm,
  fillWordForm,
  fitOf,
  formFieldsOf,
  formProblemSentence,
  formUnfittingSentence,
  isList,
  largestForm,
  readWordForm,
} from '@kanribo/forms';
import { type Day, type Moment, type Result, concatBytes, err, ok } from '@kanribo/kernel';
import { cited, documentOf } from '@kanribo/office';
import type { Member } from '../http/handle.ts';
import type { Problem } from '../http/problem.ts';
import type { Parts } from '../parts.ts';
import { type FormFiling, formFilings } from './filing-forms.ts';
import { namedProblem } from './named-problem.ts';

/** A contract as it is filled into forms. */
export interface FormBasis {
  readonly contract: Contract;
  readonly today: Day;
  readonly now: Moment;
}

/** What a filing that was prepared says, by the names a form may bear. */
export async function fieldsOfCase(
  { instance, freshId }: Pick<Parts, 'instance' | 'freshId'>,
  { contract: id, person }: Member,
  { contract, today, kind, subject }: Omit<FormBasis, 'now'> & Of,
): Promise<FormFields> {
  const order = { contract: id, kind, subject, actor: person, date: today, freshId };
  return formFieldsOf(await documentOf(instance, order, { contract, proof: null }));
}

interface Of {
  readonly kind: string;
  readonly subject: string;
}

/** What a filing would say if it were made now; a problem where the register has nothing for it. */
export async function fieldsOfDraft(
  parts: Pick<Parts, 'instance' | 'freshId'> & Parts,
  member: Member,
  { contract, today, now, filing }: FormBasis & { readonly filing: FormFiling },
): Promise<Result<FormFields, Problem>> {
  const kind = filing.declaration.name;
  const draft = filingDraft(contract, kind, { actor: member.person, now });
  if (!draft.ok) {
    const told = cited(contract, draft, now);
    return told.ok
      ? err({ code: 'not-found' })
      : err(await namedProblem(parts, member, told.error));
  }
  return ok(await fieldsOfCase(parts, member, { ...draft.value, today, kind }));
}

/** A file as a form, or why it is none; no more of it is read than a form may be large. */
export async function formOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Result<WordForm, Problem>> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    read.push(chunk);
    size += chunk.length;
    if (size > largestForm) break;
  }
  const form = await readWordForm(concatBytes(read));
  if (form.ok) return form;
  const message = formProblemSentence(form.error);
  return err({ code: 'misfit', detail: form.error.code, message });
}

/** A form filled with a filing; a problem where a tag would stay blank. */
export async function filledWith(
  form: WordForm,
  fields: FormFields,
): Promise<Result<Uint8Array, Problem>> {
  const filled = await fillWordForm(form, fields);
  if (filled.ok) return filled;
  const message = formUnfittingSentence(filled.error);
  return err({ code: 'misfit', detail: 'form-unfitting', message });
}

/** How a form and a filing go together, as it is answered. */
export function shownFit(form: WordForm, fields: FormFields, digest: string) {
  const { unknown, missing } = fitOf(form, fields);
  return { digest, found: [...form.tags], unknown, missing };
}

/** Names and values of a filing, as they are answered. */
export function shownFields(fields: FormFields) {
  return Object.entries(fields).map(([name, value]) =>
    isList(value)
      ? ({ kind: 'list', name, columns: value.columns, rows: value.rows } as const)
      : ({ kind: 'text', name, value } as const),
  );
}

/** The client's form that a prepared filing is to be handed in on, or why it is on none. */
export function formOfCase(
  { contract, today }: Pick<FormBasis, 'contract' | 'today'>,
  id: string,
): Result<{ readonly kind: string; readonly form: string }, Problem> {
  const found = caseOf(contract, id);
  const filing = formFilings.find(({ declaration }) => declaration.name === found?.declaration);
  if (found === undefined || filing === undefined) return err({ code: 'not-found' });
  const designation = designationOn(contract, filing.duty, today);
  const form = designation.status === 'designated' ? designation.form : null;
  const isOn = stepOf(found, 'prepared') && textOf(found.values, 'layout') === 'designated';
  if (isOn === true && form !== null) {
    return ok({ kind: found.declaration, form: form.slice('sha256:'.length) });
  }
  return err({ code: 'misfit', detail: 'not-on-designated-form', message: notOnForm });
}

const notOnForm =
  'この届出は委託者の指定様式で作成されていません。「様式」に委託者の指定様式を選んで作成し直してください。';
