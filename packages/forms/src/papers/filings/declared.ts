import { type Case, type CaseDeclaration, isYes, textOf } from '@kanribo/domain';
import type { OfficeDocument, Sender } from '../../office-document.ts';
import type { FieldRow, Section } from '../../section.ts';
import { citation, contractSection, filed, remarks } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { declarationOf, printed } from '../printed-values.ts';
import { type Reading, preparedFiling } from '../reading.ts';
import { dutiesField, dutyAnswersTable } from './duty-answers.ts';

/** Fields every filing has for its way to the client; they are not what it says. */
const deliveryFields = ['method', 'receivedBy', 'proof', 'scan', 'remarks', 'correctionReason'];

/** The field that names the party that files, where that is not the contractor (17.4). */
const senderField = 'sender';

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
  const basis = duty === null || house ? '' : `${citation(input.contract, duty)}の規定により、`;
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
function rowsOf(reading: Reading, found: Case): readonly FieldRow[] {
  return Object.entries(declarationOf(found).fields).flatMap(([name, field]) => {
    if (deliveryFields.includes(name) || name === senderField || field.type === 'flag') return [];
    const value = printed(reading, found, name);
    return value === '' ? [] : [{ label: field.label, value }];
  });
}

/** What is said of each case the filing names, beside people, places and things. */
function subjectsOf(input: PaperInput, reading: Reading, filing: Case): readonly Headed[] {
  return Object.entries(declarationOf(filing).fields).flatMap(([name, field]) => {
    if (field.type !== 'case' || name === senderField) return [];
    const subject = reading.find(textOf(filing.values, name) ?? '');
    if (subject === undefined || named.includes(subject.declaration)) return [];
    const { title } = declarationOf(subject);
    if (dutiesField(subject) !== undefined) {
      return [
        (at) => dutyAnswersTable(input, reading, { found: subject, heading: `${at}${title}` }),
      ];
    }
    const rows = [...rowsOf(reading, subject), ...flagRowsOf(subject)];
    return rows.length === 0 ? [] : [fieldsOf(title, rows)];
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
  const party = reading.find(textOf(filing.values, senderField) ?? '');
  if (party === undefined || party.declaration === 'person') return null;
  const { fields } = declarationOf(party);
  const names = ['firmAddress', 'firm', 'firmRepresentative', 'name'].filter(
    (name) => name in fields,
  );
  const lines = names.map((name) => printed(reading, party, name)).filter(Boolean);
  return { lines, stamp: true };
}

const firstDigit = 0xff11;

/** Sections under １, ２ …, as office papers number them. */
const numbered = (sections: readonly Headed[]): readonly Section[] =>
  sections.map((section, place) => section(`${String.fromCodePoint(firstDigit + place)}　`));
