import { type Case, type CaseDeclaration, isYes, textOf, textsOf } from '@kanribo/domain';
import { dayOf, formatEra } from '@kanribo/kernel';
import type { OfficeDocument, Sender } from '../../office-document.ts';
import type { FieldRow, Section } from '../../section.ts';
import { citation, contractSection, filed, remarks } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { declarationOf, nameOf, printed } from '../printed-values.ts';
import { type Reading, preparedFiling } from '../reading.ts';
import { dutiesField, dutyAnswersTable } from './duty-answers.ts';

/** Fields every filing has for its way to the client; they are not what it says. */
const deliveryFields = ['method', 'receivedBy', 'proof', 'scan', 'remarks', 'correctionReason'];

/** Fields of a case a filing lists that are the contractor's own notes. */
const ownNotes = ['remarks', 'correctionReason'];

/** Fields that name the party that files, where that is not the contractor (17.4). */
const senderFields = ['sender', 'applicant'];

/** Declarations whose cases are named in a line; others are printed with everything they say. */
const named = ['person', 'place', 'thing', 'department', 'document'];

/**
 * A filing laid out from its declaration: the contract, what was prepared, everything said of the
 * cases it names, the statements it makes with a box before each, remarks. The clause is that of
 * the adopted annex.
 */
export function declaredFilingPaper(
  declaration: CaseDeclaration,
  input: PaperInput,
): OfficeDocument {
  const { name, title, duty, house } = declaration;
  const { filing, reading } = preparedFiling(input, name);
  const basis = duty === null || house ? '' : `${citation(input, duty)}の規定により、`;
  const sections = numbered([
    (heading) => contractSection(input, { reading, heading: `${heading}契約` }),
    ...bodyOf(input, reading, filing),
  ]);
  const document = filed(input, reading, {
    title,
    lead: `${basis}${title}を下記のとおり提出します。`,
    sections: [...sections, ...remarks(reading, filing)],
  });
  const sender = senderOf(reading, filing);
  return sender === null ? document : { ...document, sender };
}

type Headed = (heading: string) => Section;

function bodyOf(input: PaperInput, reading: Reading, filing: Case): readonly Headed[] {
  const about = rowsOf(reading, filing);
  const statements = statementsOf(filing);
  return [
    ...(about.length === 0 ? [] : [fieldsOf('届け出る内容', about)]),
    ...subjectsOf(input, reading, filing),
    ...(statements.length === 0
      ? []
      : [
          (heading: string): Section => ({
            kind: 'statements',
            heading: `${heading}確認した事項`,
            statements,
          }),
        ]),
  ];
}

const fieldsOf =
  (title: string, rows: readonly FieldRow[]): Headed =>
  (heading) => ({ kind: 'fields', heading: `${heading}${title}`, rows });

/** Values of a case as rows: every field that was given, in the order it is declared. */
function rowsOf(
  reading: Reading,
  found: Case,
  unsaid: readonly string[] = deliveryFields,
): readonly FieldRow[] {
  return Object.entries(declarationOf(found).fields).flatMap(([name, field]) => {
    if (unsaid.includes(name) || name === 'sender' || field.type === 'flag') return [];
    const value = printed(reading, found, name);
    return value === '' ? [] : [{ label: field.label, value }];
  });
}

/** What is said of each of the cases a filing lists, with the days of its steps (実施、補講). */
function listedOf(reading: Reading, filing: Case, name: string): readonly Headed[] {
  return textsOf(filing.values, name).flatMap((id) => {
    const subject = reading.find(id);
    if (subject === undefined || named.includes(subject.declaration)) return [];
    const { steps } = declarationOf(subject);
    const days = subject.steps.flatMap(({ step, occurredAt }) => {
      const label = steps[step]?.title;
      return label === undefined ? [] : [{ label, value: formatEra(dayOf(occurredAt)) }];
    });
    return [fieldsOf(nameOf(reading, id), [...days, ...rowsOf(reading, subject, ownNotes)])];
  });
}

/** What is said of each case the filing names, beside people, places and things. */
function subjectsOf(input: PaperInput, reading: Reading, filing: Case): readonly Headed[] {
  return Object.entries(declarationOf(filing).fields).flatMap(([name, field]) => {
    if (field.type === 'cases') return listedOf(reading, filing, name);
    if (field.type !== 'case' || senderFields.includes(name)) return [];
    const subject = reading.find(textOf(filing.values, name) ?? '');
    if (subject === undefined || named.includes(subject.declaration)) return [];
    const { title } = declarationOf(subject);
    if (dutiesField(subject) !== undefined) {
      const heading = `${title}${endedOn(subject)}`;
      return [
        (at) => dutyAnswersTable(input, reading, { found: subject, heading: `${at}${heading}` }),
      ];
    }
    const rows = [...subjectRowsOf(reading, subject), ...flagRowsOf(subject)];
    return rows.length === 0 ? [] : [fieldsOf(title, rows)];
  });
}

/** By what step and on what day a case came to its end: the client sees that it was beforehand. */
function endedOn(found: Case): string {
  const { steps, final } = declarationOf(found);
  const end = found.steps.findLast(({ status }) => final.includes(status));
  const title = end === undefined ? undefined : steps[end.step]?.title;
  return end === undefined || title === undefined
    ? ''
    : `（${title}：${formatEra(dayOf(end.occurredAt))}）`;
}

/** What an office asks of such a subject stands as a blank where it was not given. */
function subjectRowsOf(reading: Reading, found: Case): readonly FieldRow[] {
  const { fields, steps } = declarationOf(found);
  const opening = Object.values(steps).find(({ from }) => from.includes('new'));
  const asked = new Set([...(opening?.required ?? []), ...(opening?.optional ?? [])]);
  return Object.entries(fields).flatMap(([name, field]) => {
    if (deliveryFields.includes(name) || field.type === 'flag') return [];
    const value = printed(reading, found, name);
    return value === '' && !asked.has(name) ? [] : [{ label: field.label, value }];
  });
}

function flagRowsOf(found: Case): readonly FieldRow[] {
  return Object.entries(declarationOf(found).fields).flatMap(([name, field]) =>
    field.type === 'flag' && name in found.values
      ? [{ label: field.label, value: isYes(found.values, name) ? 'はい' : 'いいえ' }]
      : [],
  );
}

function statementsOf(filing: Case) {
  return Object.entries(declarationOf(filing).fields).flatMap(([name, field]) =>
    field.type === 'flag' && name in filing.values
      ? [{ text: field.label, checked: isYes(filing.values, name) }]
      : [],
  );
}

/** The party that files, where the filing names one (丙, 丁 …): its address, name, representative. */
function senderOf(reading: Reading, filing: Case): Sender | null {
  const parties = senderFields.map((name) => reading.find(textOf(filing.values, name) ?? ''));
  const party = parties.find((found) => found?.declaration === 'subcontract');
  if (party === undefined) return null;
  const names = ['firmAddress', 'firm', 'firmRepresentative'];
  const lines = names.map((name) => printed(reading, party, name)).filter(Boolean);
  return { lines, stamp: true };
}

const firstDigit = 0xff11;

/** Sections under １, ２ …, as office papers number them. */
const numbered = (sections: readonly Headed[]): readonly Section[] =>
  sections.map((section, place) => section(`${String.fromCodePoint(firstDigit + place)}　`));
