import { z } from 'zod';
import { caseId, contractId, declarationName, moment } from '../answers.ts';
import { defineRoute } from '../route.ts';

const inContract = z.strictObject({ contract: contractId });
const ofFiling = inContract.extend({ filing: declarationName });
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** On which form a filing is made, and on whose word. */
const formAnswer = z.strictObject({
  /** Declaration of the filing. */
  filing: declarationName,
  title: z.string(),
  /** The duty the client designates a form for: the value of `filing` in 指定様式. */
  duty: z.string(),
  clause: z.string(),
  /** Nothing said yet, our own layout accepted, or the client's form, which may still be missing. */
  status: z.enum(['undecided', 'own-accepted', 'awaited', 'designated']),
  /** Since when it is so. */
  since: moment.nullable(),
  /** The case of 指定様式 with its last step and entry; null before the first word. */
  case: z.strictObject({ id: caseId, status: z.string(), version: z.number() }).nullable(),
  /** SHA-256 of the client's form; null where there is none. */
  form: digest.nullable(),
  /** The document or talk by which the client said so, and who said it. */
  clientReference: z.string(),
  clientPerson: z.string(),
});

/** One name a form may bear, with what it is filled with now. */
const fieldAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), name: z.string(), value: z.string() }),
  z.strictObject({
    kind: z.literal('list'),
    name: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
]);

/** How a form's tags and the filing's fields go together. */
const fitAnswer = z.strictObject({
  /** SHA-256 of the form. */
  digest,
  /** Tags as they stand on the form; `within` is the list they are repeated in. */
  found: z.array(
    z.strictObject({ name: z.string(), within: z.string().nullable(), repeats: z.boolean() }),
  ),
  /** Tags nothing fills: with any of them the form is not used. */
  unknown: z.array(z.string()),
  /** What the filing is about and the form does not ask for. */
  missing: z.array(z.string()),
});

/** Why something cannot be shown, in Japanese. */
const reason = z.string().nullable();

/** The client's own Word forms (指定する書面). */
export const wordFormRoutes = {
  wordForms: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/word-forms',
    audience: 'contract',
    summary: '届出ごとの様式（当方の様式か、委託者の指定様式か）',
    params: inContract,
    answer: z.strictObject({ forms: z.array(formAnswer), mayUpload: z.boolean() }),
  }),
  wordForm: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/word-forms/:filing',
    audience: 'contract',
    summary: '一つの届出の様式と、様式に書ける項目の名前',
    params: ofFiling,
    answer: z.strictObject({
      form: formAnswer,
      mayUpload: z.boolean(),
      /** Names a form may bear; none as long as the register has nothing to fill them with. */
      fields: z.array(fieldAnswer),
      fieldsMissing: reason,
      /** The form in use against these fields; null where there is none or it cannot be read. */
      fit: fitAnswer.nullable(),
      fitMissing: reason,
    }),
  }),
  keepWordForm: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/word-forms/:filing/files',
    audience: 'contract',
    summary:
      '様式のファイル（.docx、5 MB まで）を調べ、使えるときだけ保管する（multipart、1ファイル）',
    params: ofFiling,
    /** The form is kept as evidence unless a tag is unknown. */
    answer: z.strictObject({ isKept: z.boolean(), fit: fitAnswer }),
  }),
  wordFormSample: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/word-forms/:filing/sample',
    audience: 'contract',
    summary: 'すべての項目の名前を入れた様式の見本',
    params: ofFiling,
    answerKind: 'docx',
  }),
  wordFormPreview: defineRoute({
    method: 'GET',
    path: '/contracts/:contract/word-forms/:filing/files/:digest/preview',
    audience: 'contract',
    summary: '保管した様式に、いまの契約の内容を記入した下書き（記録しない）',
    params: ofFiling.extend({ digest }),
    answerKind: 'docx',
  }),
  fillWordForm: defineRoute({
    method: 'POST',
    path: '/contracts/:contract/filled-word-forms',
    audience: 'contract',
    summary: '作成した届出を委託者の指定様式に記入し、そのファイルを保管する',
    params: inContract,
    body: z.strictObject({ case: caseId }),
    /** The kept file is taken back as evidence, and named by the step that hands it in. */
    answer: z.strictObject({ digest, fields: z.array(fieldAnswer) }),
  }),
} as const;
