import { routes } from '@kanribo/api';
import { type Role, catalogue } from '@kanribo/domain';
import { type FormFields, type WordForm, sampleWordForm } from '@kanribo/forms';
import { type Result, err, ok, toHex } from '@kanribo/kernel';
import type { Seen } from '@kanribo/office';
import { readBeside } from '../contracts/beside-entries.ts';
import {
  type FormFiling,
  designationCase,
  filingForm,
  formFilings,
} from '../contracts/filing-forms.ts';
import { KeptForms } from '../contracts/kept-forms.ts';
import { lookAt } from '../contracts/looking.ts';
import {
  fieldsOfCase,
  fieldsOfDraft,
  filledWith,
  formOf,
  formOfCase,
  shownFields,
  shownFit,
} from '../contracts/word-form-of.ts';
import { type Member, handle } from '../http/handle.ts';
import { type Problem, errorAnswerOf } from '../http/problem.ts';
import type { Parts } from '../parts.ts';

/** The client's own Word forms: which filing is made on which, what they bear, and filling them. */
export function wordFormHandlers(parts: Parts) {
  const kept = new KeptForms();
  return {
    ...lookingHandlers(parts),
    ...draftHandlers(parts, kept),
    keepWordForm: keepWordForm(parts, kept),
    fillWordForm: fillWordForm(parts),
  };
}

function lookingHandlers(parts: Parts) {
  return {
    wordForms: handle(routes.wordForms, async ({ member }) => {
      const seen = await lookAt(parts, member, { at: 'word-form', subjects: [] });
      if (!seen.ok) return seen;
      const forms = await shownForms(parts, member, { seen: seen.value, filings: formFilings });
      return ok({
        body: { forms, mayUpload: may(seen.value.roles, 'designated-form', 'uploaded') },
      });
    }),
    wordForm: handle(routes.wordForm, async ({ member, params }) => {
      const found = await filingAt(parts, member, params.filing);
      if (!found.ok) return found;
      const { seen, filing } = found.value;
      const [form] = await shownForms(parts, member, { seen, filings: [filing] });
      if (form === undefined) return err({ code: 'not-found' });
      const fields = await fieldsOfDraft(parts, member, { ...seen, filing });
      const fit = await fitNow(parts, member, { digest: form.form, fields });
      const body = {
        form,
        mayUpload: may(seen.roles, 'designated-form', 'uploaded'),
        fields: fields.ok ? shownFields(fields.value) : [],
        fieldsMissing: fields.ok ? null : sentenceOf(fields.error),
        fit: fit?.ok === true ? fit.value : null,
        fitMissing: fit?.ok === false ? sentenceOf(fit.error) : null,
      };
      return ok({ body });
    }),
  };
}

function draftHandlers(parts: Parts, kept: KeptForms) {
  return {
    wordFormSample: handle(routes.wordFormSample, async ({ member, params }) => {
      const found = await filingAt(parts, member, params.filing);
      if (!found.ok) return found;
      const { seen, filing } = found.value;
      const fields = await fieldsOfDraft(parts, member, { ...seen, filing });
      if (!fields.ok) return fields;
      const { name, title } = filing.declaration;
      const content = await sampleWordForm(title, fields.value);
      return ok({ body: { content, name: `${name}-sample.docx` } });
    }),
    wordFormPreview: handle(routes.wordFormPreview, async ({ member, params }) => {
      const found = await filingAt(parts, member, params.filing, params.digest);
      if (!found.ok) return found;
      const { seen, filing } = found.value;
      const fields = await fieldsOfDraft(parts, member, { ...seen, filing });
      if (!fields.ok) return fields;
      if (!kept.has(member.contract, seen.contract, params.digest)) {
        return err({ code: 'not-found' });
      }
      const filled = await filledFrom(parts, member, params.digest, fields.value);
      if (!filled.ok) return filled;
      const name = `${filing.declaration.name}-preview.docx`;
      return ok({ body: { content: filled.value, name } });
    }),
  };
}

/** Nothing is kept of a file that is no sound form, or that has tags nothing would fill. */
function keepWordForm(parts: Parts, kept: KeptForms) {
  return handle(routes.keepWordForm, async ({ member, params, file }) => {
    const found = await filingAt(parts, member, params.filing);
    if (!found.ok) return found;
    const { seen, filing } = found.value;
    if (!may(seen.roles, 'designated-form', 'uploaded')) return err({ code: 'not-allowed' });
    const content = await file();
    if (content === undefined) return err({ code: 'malformed', field: 'file' });
    const form = await formOf(content);
    if (!form.ok) return form;
    const fields = await fieldsOfDraft(parts, member, { ...seen, filing });
    if (!fields.ok) return fields;
    const fit = shownFit(form.value, fields.value, toHex(parts.sha256(form.value.docx)));
    if (fit.unknown.length > 0) return ok({ body: { isKept: false, fit } });
    const digest = await parts.instance.keepEvidence(member.contract, once(form.value.docx));
    kept.add(member.contract, digest);
    return ok({ body: { isKept: true, fit } });
  });
}

/** What is handed in on the client's form is kept, so that the step can name exactly that. */
function fillWordForm(parts: Parts) {
  return handle(routes.fillWordForm, async ({ member, body }) => {
    const seen = await lookAt(parts, member, { at: 'word-form', subjects: [body.case] });
    if (!seen.ok) return seen;
    const on = formOfCase(seen.value, body.case);
    if (!on.ok) return on;
    if (!may(seen.value.roles, on.value.kind, 'submitted')) return err({ code: 'not-allowed' });
    const { contract, today } = seen.value;
    const of = { contract, today, kind: on.value.kind, subject: body.case };
    const fields = await fieldsOfCase(parts, member, of);
    const filled = await filledFrom(parts, member, on.value.form, fields);
    if (!filled.ok) return filled;
    const digest = await parts.instance.keepEvidence(member.contract, once(filled.value));
    return ok({ body: { digest, fields: shownFields(fields) } });
  });
}

interface FilingSeen {
  readonly seen: Seen;
  readonly filing: FormFiling;
}

/** A filing by its declaration, to somebody who may see the contract. */
async function filingAt(
  parts: Parts,
  member: Member,
  name: string,
  digest?: string,
): Promise<Result<FilingSeen, Problem>> {
  const filing = formFilings.find(({ declaration }) => declaration.name === name);
  const file = digest === undefined ? [] : [`sha256:${digest}`];
  const subjects = [...(filing === undefined ? [] : [name]), ...file];
  const seen = await lookAt(parts, member, { at: 'word-form', subjects });
  if (!seen.ok) return seen;
  return filing === undefined ? err({ code: 'not-found' }) : ok({ seen: seen.value, filing });
}

interface FormsAsked {
  readonly seen: Seen;
  readonly filings: readonly FormFiling[];
}

async function shownForms(parts: Parts, member: Member, { seen, filings }: FormsAsked) {
  const { contract, today } = seen;
  const cases = filings.flatMap((filing) => designationCase(contract, filing) ?? []);
  const beside = await readBeside(parts, member, { contract, cases, ids: [] });
  return filings.map((filing) => filingForm(contract, filing, { beside, today }));
}

/** How the form in use fits what would be filled in today; undefined without a form or fields. */
async function fitNow(
  parts: Parts,
  member: Member,
  { digest, fields }: FitAsked,
): Promise<Result<ReturnType<typeof shownFit>, Problem> | undefined> {
  if (digest === null || !fields.ok) return undefined;
  const form = await keptForm(parts, member, digest);
  return form.ok ? ok(shownFit(form.value, fields.value, digest)) : form;
}

interface FitAsked {
  readonly digest: string | null;
  readonly fields: Result<FormFields, Problem>;
}

async function filledFrom(parts: Parts, member: Member, digest: string, fields: FormFields) {
  const form = await keptForm(parts, member, digest);
  return form.ok ? filledWith(form.value, fields) : form;
}

async function keptForm(
  { store }: Parts,
  { contract }: Member,
  digest: string,
): Promise<Result<WordForm, Problem>> {
  const content = await store.evidence(contract, digest);
  return content === undefined ? err({ code: 'not-found' }) : formOf(content);
}

const sentenceOf = (problem: Problem): string => errorAnswerOf(problem, '').message;

function may(roles: ReadonlySet<Role>, declaration: string, step: string): boolean {
  const by = catalogue.get(declaration)?.steps[step]?.by ?? [];
  return by.some((role) => roles.has(role));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
