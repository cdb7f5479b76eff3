import { type Result, err, ok } from '@kanribo/kernel';
import { TemplateHandler } from 'easy-template-x';
import { type FormFields, type FormList, isList } from './form-fields.ts';
import type { FormTag, WordForm } from './word-form.ts';

/** How a form's tags and a filing's fields go together. */
export interface FormFit {
  /** Tags no field fills: they would stay blank. The form cannot be used while there are any. */
  readonly unknown: readonly string[];
  /** Fields no tag asks for: they are not on the form. */
  readonly unused: readonly string[];
  /**
   * Of what the filing is about (its contract and day, its lists with their columns, what it states)
   * what no tag asks for: `一覧・氏名` is a column of a list.
   */
  readonly missing: readonly string[];
}

/** Holds a form's tags against what a filing can fill it with. */
export function fitOf({ tags }: WordForm, fields: FormFields): FormFit {
  const unknown = tags.filter((tag) => !isFilled(tag, fields)).map(({ name }) => name);
  const asked = new Set(tags.map(({ name }) => name));
  const unused = Object.entries(fields).flatMap(([name, value]) =>
    asked.has(name) || value === '' ? [] : [name],
  );
  return { unknown: [...new Set(unknown)], unused, missing: missingOf(tags, fields) };
}

/** What a form may leave to its own printed words: the letterhead and what the client knows. */
const optional = ['文書番号', '宛名', '提出者', '標題', '本文', '備考', '契約期間', '特記事項'];

function missingOf(tags: WordForm['tags'], fields: FormFields): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (optional.includes(name)) return [];
    if (!tags.some((tag) => tag.name === name)) return [name];
    if (!isList(value)) return [];
    const asked = tags.flatMap((tag) => (tag.within === name ? [tag.name] : []));
    const columns = value.columns.filter((column) => column !== '番号' && !asked.includes(column));
    return columns.map((column) => `${name}・${column}`);
  });
}

function isFilled({ name, within, repeats }: FormTag, fields: FormFields): boolean {
  const around = within === null ? undefined : fields[within];
  if (around !== undefined && isList(around) && around.columns.includes(name)) return !repeats;
  const value = fields[name];
  return value !== undefined && isList(value) === repeats;
}

/**
 * The form filled with a filing's fields, as a Word document. Values are text, never markup.
 * Refused with the tags no field fills, which would otherwise silently stay blank.
 */
export async function fillWordForm(
  form: WordForm,
  fields: FormFields,
): Promise<Result<Uint8Array, FormFit>> {
  const fit = fitOf(form, fields);
  if (fit.unknown.length > 0) return err(fit);
  const data = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, isList(value) ? recordsOf(value) : value]),
  );
  const filled = await new TemplateHandler().process(Buffer.from(form.docx), data);
  return ok(new Uint8Array(filled));
}

const recordsOf = ({ columns, rows }: FormList) =>
  rows.map((cells) => Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])));
