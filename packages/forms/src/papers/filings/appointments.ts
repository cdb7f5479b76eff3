import { type Case, type Office, catalogue, officeTitles, textOf, textsOf } from '@kanribo/domain';
import type { OfficeDocument } from '../../office-document.ts';
import type { TableColumn, TableSection } from '../../section.ts';
import { FormsFault } from '../../forms-fault.ts';
import { citation, contractSection, filed, remarks, titleOf } from '../letterhead.ts';
import type { Paper } from '../paper.ts';
import type { PaperInput } from '../paper-input.ts';
import { fieldOf, printed } from '../printed-values.ts';
import { type Reading, preparedFiling } from '../reading.ts';

/** The filings by which appointments are submitted, and the office each submits. */
const filedOffices = [
  ['chief-officer-filing', 'chief-officer'],
  ['audit-officer-filing', 'audit-officer'],
  ['manager-filing', 'manager'],
  ['handlers-list', 'handler'],
] as const satisfies readonly (readonly [string, Office])[];

/** Names of the filings that submit appointments. */
export const appointmentFilings: readonly string[] = filedOffices.map(([kind]) => kind);

/**
 * Filings of those who hold an office (総括責任者設置届, 監査責任者選任届, 管理責任者選任届,
 * 事務取扱担当者名簿), clauses 6 to 9.1: each person as the register said when it was prepared.
 */
export const appointmentPapers: readonly [string, Paper['make']][] = filedOffices.map(
  ([kind, office]) => [kind, (input) => appointmentFilingPaper({ kind, office }, input)],
);

/** Fields of the person, then of the appointment, that stand on these papers. */
export const filedFields = {
  person: ['name', 'affiliation', 'post'],
  appointment: ['from', 'until', 'range', 'rangeText'],
} as const;

interface Column extends TableColumn {
  readonly of: keyof typeof filedFields;
  readonly names: readonly string[];
}

function appointmentFilingPaper(
  { kind, office }: { readonly kind: string; readonly office: Office },
  input: PaperInput,
): OfficeDocument {
  const { filing, reading } = preparedFiling(input, kind);
  const duty = catalogue.get(kind)?.duty ?? null;
  if (duty === null) throw new FormsFault('paper-impossible', `${kind} follows from no duty`);
  return filed(input, reading, {
    title: titleOf(kind),
    lead: `${citation(input, duty)}の規定により、${officeTitles[office]}を下記のとおり届け出ます。`,
    sections: [
      contractSection(input, { reading, heading: '１　契約' }),
      peopleTable(reading, filing, office),
      ...remarks(reading, filing),
    ],
  });
}

function peopleTable(reading: Reading, filing: Case, office: Office): TableSection {
  const isRangeFiled = filing.values['containsRange'] !== false;
  const columns = columnsOf(office, isRangeFiled);
  const appointments = textsOf(filing.values, 'appointments').flatMap(
    (id) => reading.find(id) ?? [],
  );
  const rows = appointments.map((appointment, index) => [
    String(index + 1),
    ...columns.map((column) => cell(reading, appointment, column)),
  ]);
  const number = { head: '番号', share: 7, align: 'center' } as const;
  return {
    kind: 'table',
    heading: `２　${officeTitles[office]}`,
    columns: [number, ...columns],
    rows,
  };
}

function cell(reading: Reading, appointment: Case, { of, names }: Column): string {
  const person = reading.find(textOf(appointment.values, 'person') ?? '');
  const found = of === 'person' ? person : appointment;
  const texts = names.map((name) => (found === undefined ? '' : printed(reading, found, name)));
  const text = texts.filter(Boolean).join('：');
  return names.includes('until') && text === '' ? '定めなし' : text;
}

/** Offices held by workers (従事者, clauses 8 and 9); the others are no work under the contract. */
const workingOffices: readonly Office[] = ['manager', 'handler'];

/** The columns an office needs: a range stands only where it is declared and filed (9.3). */
function columnsOf(office: Office, isRangeFiled: boolean): readonly Column[] {
  const group = workingOffices.includes(office) ? '従事期間' : '在任期間';
  const period = { group, share: 12, align: 'center', of: 'appointment' } as const;
  const person = { align: 'left', of: 'person' } as const;
  const always: readonly Column[] = [
    { head: '氏名', share: 17, names: ['name'], ...person },
    { head: fieldOf('person', 'affiliation').label, share: 28, names: ['affiliation'], ...person },
    { head: fieldOf('person', 'post').label, share: 12, names: ['post'], ...person },
    { head: '始期', names: ['from'], ...period },
    { head: '終期（予定）', names: ['until'], ...period },
  ];
  if (!isRangeFiled || catalogue.get(office)?.fields['range'] === undefined) return always;
  const range = { names: ['range', 'rangeText'], align: 'left', of: 'appointment' } as const;
  return [...always, { head: fieldOf(office, 'rangeText').label, share: 26, ...range }];
}
