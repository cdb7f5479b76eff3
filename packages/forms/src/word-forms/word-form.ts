import { type Result, err, ok } from '@kanribo/kernel';
import { TemplateHandler } from 'easy-template-x';
import { readArchive } from './archive.ts';

/** Why a file is not taken as a form; codes are never renamed. */
export type WordFormProblem =
  | { readonly code: 'form-too-large' }
  /** No Word document (.docx), or one whose parts cannot be read. */
  | { readonly code: 'form-unreadable' }
  | { readonly code: 'form-has-macros' }
  /** A part of it is fetched from elsewhere when it is opened. */
  | { readonly code: 'form-reaches-out' }
  /** A tag is not closed, or closed without having been opened. */
  | { readonly code: 'form-tags-broken' };

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

const largestForm = 5_000_000;
const largestContents = 60_000_000;

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

async function whyUnsafe(docx: Uint8Array): Promise<WordFormProblem | null> {
  const archive = await readArchive(docx, { whole: largestContents, part: largestPart });
  if (!archive.ok) {
    return { code: archive.error === 'too-large' ? 'form-too-large' : 'form-unreadable' };
  }
  const names = [...archive.value.keys()];
  if (!names.includes('word/document.xml')) return { code: 'form-unreadable' };
  if (names.some((name) => /vbaProject|\.bin$|activeX|\/embeddings\//iu.test(name))) {
    return { code: 'form-has-macros' };
  }
  for (const [name, bytes] of archive.value) {
    if (!/\.(?:rels|xml)$/iu.test(name)) continue;
    const problem = whyPartUnsafe(name, Buffer.from(bytes).toString('utf8'));
    if (problem !== null) return problem;
  }
  return null;
}

/** Relations and content types are short; texts and pictures are not. */
const largestPart = (name: string): number =>
  /\.rels$/iu.test(name) || name === '[Content_Types].xml' ? 2_000_000 : 20_000_000;

/**
 * What could say something unseen here is not taken: another encoding than UTF-8 (its text would
 * hold NUL), entities, and relations or instructions with characters written by number. Macros are
 * named by the content types, whatever the parts are called.
 */
function whyPartUnsafe(name: string, text: string): WordFormProblem | null {
  if (/\0|<!(?:DOCTYPE|ENTITY)/u.test(text)) return { code: 'form-unreadable' };
  if (name === '[Content_Types].xml') {
    if (/macroEnabled|vbaProject|vbaData/iu.test(text)) return { code: 'form-has-macros' };
    return text.includes(documentType) ? null : { code: 'form-unreadable' };
  }
  const isReaching = /\.rels$/iu.test(name) ? fetchesFromElsewhere(text) : hasFetchingField(text);
  return isReaching ? { code: 'form-reaches-out' } : null;
}

const documentType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** Links people click stay where they are; templates, pictures and frames would be fetched. */
const fetchesFromElsewhere = (relations: string): boolean =>
  Array.from(relations.matchAll(/<(?:[\w-]+:)?Relationship\b[^>]*>/gu), ([found]) => found).some(
    (relation) =>
      relation.includes('&#') ||
      (relation.includes('External') && !/\/hyperlink["']/u.test(relation)),
  );

/** Fields that read a file, a server or another program; their words may be split over runs. */
const hasFetchingField = (part: string): boolean =>
  /\b(?:INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|IMPORT|DATABASE)\b|&#/iu.test(instructionsIn(part));

const instructionsIn = (part: string): string =>
  Array.from(
    part.matchAll(
      /<(?:\w+:)?instrText\b[^>]*>([^<]*)|\binstr=["']([^"']*)|fldCharType=["']begin["']/gu,
    ),
    ([, text, attribute]) => text ?? (attribute === undefined ? ' ' : ` ${attribute} `),
  ).join('');

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
