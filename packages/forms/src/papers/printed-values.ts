import { dutyTitles, isDutyId } from '@kanribo/annex';
import {
  type Case,
  type CaseDeclaration,
  type Field,
  catalogue,
  countOf,
  isYes,
  textOf,
  textsOf,
} from '@kanribo/domain';
import {
  type Day,
  type JsonObject,
  type Moment,
  dayOf,
  exhaustive,
  formatEra,
  formatEraShort,
  parseDay,
  parseMoment,
} from '@kanribo/kernel';
import { FormsFault } from '../forms-fault.ts';
import { type Reading, particularOf } from './reading.ts';

/** Fields by which cases that are referred to are named on paper; the first they declare. */
const namedBy: readonly string[] = ['name', 'label', 'firm', 'title'];

/**
 * The declared field.
 * @throws {FormsFault} `paper-impossible` where the declaration has no such field; only a slip in
 * the declaration of a paper can.
 */
export function fieldOf(declaration: string, name: string): Field {
  const field = catalogue.get(declaration)?.fields[name];
  if (field !== undefined) return field;
  throw new FormsFault('paper-impossible', `${declaration} declares no ${name}`);
}

/**
 * The declaration a case was made by.
 * @throws {FormsFault} `paper-impossible` where the product has no such declaration.
 */
export function declarationOf({ declaration }: Case): CaseDeclaration {
  const found = catalogue.get(declaration);
  if (found !== undefined) return found;
  throw new FormsFault('paper-impossible', `${declaration} is not declared`);
}

/** A field of a case as narrow columns show it; empty where the case does not have it. */
export function printed(reading: Reading, found: Case, name: string): string {
  const field = fieldOf(found.declaration, name);
  return field.type === 'text'
    ? particularOf(reading, found, name)
    : printedFact(reading, { field, name, values: found.values });
}

interface Fact {
  readonly field: Exclude<Field, { readonly type: 'text' }>;
  readonly name: string;
  readonly values: JsonObject;
}

/** A fact among values as narrow columns show it; empty where it is not among them. */
function printedFact(reading: Reading, { field, name, values }: Fact): string {
  if (values[name] === undefined) return '';
  const text = textOf(values, name) ?? '';
  switch (field.type) {
    case 'token':
    case 'trackingNumber':
    case 'digest':
      return text;
    case 'evidence':
      return `添付（${text.slice('sha256:'.length, 'sha256:'.length + 8)}）`;
    case 'choice':
      return field.options[text] ?? text;
    case 'flag':
      return isYes(values, name) ? 'はい' : 'いいえ';
    case 'count':
      return String(countOf(values, name) ?? '');
    case 'day':
      return shortDay(text);
    case 'moment':
      return shortMomentText(text);
    case 'case':
      return nameOf(reading, text);
    case 'cases':
      return textsOf(values, name)
        .map((id) => nameOf(reading, id))
        .join('\n');
    case 'duties':
      return textsOf(values, name)
        .flatMap((id) => (isDutyId(id) ? dutyTitles[id] : []))
        .join('\n');
    default:
      return exhaustive(field);
  }
}

/** What a case that is referred to is called: a person's name, a thing's label. */
export function nameOf(reading: Reading, id: string): string {
  const found = reading.find(id);
  if (found === undefined) return id;
  const { fields, title } = declarationOf(found);
  const name = namedBy.find((one) => one in fields);
  if (name !== undefined) return printed(reading, found, name) || id;
  return `${title}${id.slice(id.lastIndexOf('-') + 1)}`;
}

/** A day of a case as running text shows it, `令和8年4月1日`; empty where the case has none. */
export function longDay(found: Case, name: string): string {
  const day = dayIn(found.values, name);
  return day === null ? '' : formatEra(day);
}

/** The day among values, or null. */
export function dayIn(values: JsonObject, name: string): Day | null {
  const parsed = parseDay(textOf(values, name) ?? '');
  return parsed.ok ? parsed.value : null;
}

/** `R8.4.6 9:10`, the Tokyo time of a moment. */
export function shortMoment(moment: Moment): string {
  const hour = (Number(moment.slice(11, 13)) + 9) % 24;
  return `${formatEraShort(dayOf(moment))} ${hour}:${moment.slice(14, 16)}`;
}

function shortDay(text: string): string {
  const parsed = parseDay(text);
  return parsed.ok ? formatEraShort(parsed.value) : text;
}

function shortMomentText(text: string): string {
  const parsed = parseMoment(text);
  return parsed.ok ? shortMoment(parsed.value) : text;
}
