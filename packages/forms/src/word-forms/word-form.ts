import { type Result, err, ok } from '@kanribo/kernel';
import { TemplateHandler } from 'easy-template-x';
import { whyUnsafe } from './form-check.ts';
import type { WordFormProblem } from './form-problem.ts';

/** A tag of a form: a text, or a list with the tags inside its repeated part. */
export interface FormTag {
  readonly name: string;
  /** The list the tag stands in, or null. */
  readonly within: string | null;
  /** Whether it opens a part that is repeated. */
  readonly repeats: boolean;
}

/** The client's own form (指定する書面): a Word document with tags. */
export interface WordForm {
  readonly docx: Uint8Array;
  readonly tags: readonly FormTag[];
}

/** The most bytes a form may have. */
export const largestForm = 5_000_000;

/** Reads a file from outside as a form. Nothing of it is ever run. */
export async function readWordForm(docx: Uint8Array): Promise<Result<WordForm, WordFormProblem>> {
  if (docx.length > largestForm) return err({ code: 'form-too-large' });
  const unsafe = await whyUnsafe(docx);
  if (unsafe !== null) return err(unsafe);
  try {
    const handler = new TemplateHandler();
    const tags = tagsOf(await handler.parseTags(Buffer.from(docx)));
    if (hasStrayBrace(await handler.getText(Buffer.from(docx)))) {
      return err({ code: 'form-tags-broken' });
    }
    return tags === null ? err({ code: 'form-tags-broken' }) : ok({ docx, tags });
  } catch {
    return err({ code: 'form-tags-broken' });
  }
}

interface FoundTag {
  readonly name: string;
  readonly disposition: string;
}

/** A brace without its other half is a tag somebody mistyped. */
const hasStrayBrace = (text: string): boolean => /[{}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, ''));

/** Tags with the list each stands in; null where lists do not open and close in turn. */
function tagsOf(found: readonly FoundTag[]): readonly FormTag[] | null {
  const tags: FormTag[] = [];
  const lists: string[] = [];
  for (const { name, disposition } of found) {
    if (disposition === 'Close') {
      const opened = lists.pop();
      if (opened === undefined || (name !== '' && name !== opened)) return null;
      continue;
    }
    const repeats = disposition === 'Open';
    tags.push({ name, within: lists.at(-1) ?? null, repeats });
    if (repeats) lists.push(name);
  }
  return lists.length === 0 ? tags : null;
}
