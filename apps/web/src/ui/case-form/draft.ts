import { type JsonValue, findIndividualNumbers } from '@kanribo/kernel';
import { readDayText } from '../date-field.tsx';
import { messages } from '../messages.ts';
import { type TypedMoment, readMoment } from '../moment-text.ts';
import type { DeclaredField } from './declared.ts';

/** What stands in the control of one field while it is filled in. */
export type Draft = string | readonly string[] | TypedMoment;

/** What a draft comes to. */
export type ReadDraft =
  | { readonly state: 'empty' }
  | { readonly state: 'value'; readonly value: JsonValue }
  | { readonly state: 'wrong'; readonly sentence: string };

const empty: ReadDraft = { state: 'empty' };
const wrong = (sentence: string): ReadDraft => ({ state: 'wrong', sentence });
const valueOf = (value: JsonValue): ReadDraft => ({ state: 'value', value });

/** What stands in an untouched control of this field. */
export function emptyDraft({ type }: DeclaredField): Draft {
  if (type === 'cases' || type === 'duties') return [];
  return type === 'moment' ? { day: '', time: '' } : '';
}

/** The draft that shows a value the case has, for its correction or its next step. */
export function draftOf({ type }: DeclaredField, value: JsonValue): Draft {
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (type === 'day' && typeof value === 'string') return value.replaceAll('-', '/');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What the server is sent of a draft, or what is wrong with it. */
export function readDraft(field: DeclaredField, draft: Draft): ReadDraft {
  if (typeof draft === 'string') return draft.trim() === '' ? empty : readText(field, draft.trim());
  if (isTypedMoment(draft)) return readTypedMoment(draft);
  return draft.length === 0 ? empty : valueOf([...draft]);
}

const isTypedMoment = (draft: TypedMoment | readonly string[]): draft is TypedMoment =>
  'time' in draft;

function readTypedMoment(draft: TypedMoment): ReadDraft {
  if (draft.day.trim() === '' && draft.time.trim() === '') return empty;
  const read = readMoment(draft);
  return read === undefined ? wrong(messages.dayProblems['day-unreadable']) : valueOf(read);
}

function readText(field: DeclaredField, text: string): ReadDraft {
  switch (field.type) {
    case 'day': {
      const read = readDayText(text);
      return read.ok ? valueOf(read.value) : wrong(messages.dayProblems[read.error]);
    }
    case 'count':
      return readCount(field, text);
    case 'flag':
      return valueOf(text === 'yes');
    case 'token':
      return /^[\x21-\x7e]{1,300}$/u.test(text) ? valueOf(text) : wrong(messages.wrongToken);
    case 'text':
      return text.length <= (field.maxLength ?? 200)
        ? valueOf(text)
        : wrong(messages.tooLong(field.maxLength ?? 200));
    default:
      return valueOf(text);
  }
}

function readCount(
  { min = 0, max = Number.MAX_SAFE_INTEGER }: DeclaredField,
  text: string,
): ReadDraft {
  const plain = text.normalize('NFKC').replaceAll(',', '');
  const count = /^-?\d{1,15}$/u.test(plain) ? Number(plain) : Number.NaN;
  return count >= min && count <= max ? valueOf(count) : wrong(messages.wrongCount(min, max));
}

/** Places in what was typed that may be an Individual Number; only free text can hold one. */
export function suspectedNumbers({ type }: DeclaredField, draft: Draft): readonly string[] {
  if (typeof draft !== 'string' || (type !== 'text' && type !== 'token')) return [];
  return findIndividualNumbers(draft).map(({ text }) => text);
}
