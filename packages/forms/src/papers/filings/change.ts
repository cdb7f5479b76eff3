import {
  type Case,
  type StepTaken,
  caseOf,
  casesOf,
  catalogue,
  countOf,
  officeTitles,
  offices,
  stepOf,
  textOf,
  textsOf,
} from '@kanribo/domain';
import { dayOf, formatEra } from '@kanribo/kernel';
import { FormsFault } from '../../forms-fault.ts';
import type { OfficeDocument } from '../../office-document.ts';
import type { FieldsSection, TableSection } from '../../section.ts';
import { appointmentFilings, filedFields } from './appointments.ts';
import { citation, contractSection, filed, remarks, titleOf } from '../letterhead.ts';
import type { PaperInput } from '../paper-input.ts';
import { fieldOf, longDay, nameOf, printed } from '../printed-values.ts';
import { type Reading, knownAt, preparedFiling, readingKnownAt } from '../reading.ts';

/** A change as the register holds it: the step that made it, and the case before and with it. */
interface Change {
  readonly step: StepTaken;
  readonly before: { readonly found: Case; readonly reading: Reading };
  readonly after: { readonly found: Case; readonly reading: Reading };
}

/**
 * Filing of a change (変更届), clause 10.1: what was filed and what it becomes, side by side, from
 * the entries of the register on either side of the change.
 */
export function changeFilingPaper(input: PaperInput): OfficeDocument {
  const { filing, reading } = preparedFiling(input, 'change-filing');
  const change = changeOf(input, filing);
  const appointment = reading.find(textOf(filing.values, 'of') ?? '');
  if (appointment === undefined) throw impossible(filing);
  const reason = change.step.given.includes('reason')
    ? reading.particularAt(change.step.sequence, 'reason')
    : '';
  return filed(input, reading, {
    title: titleOf('change-filing'),
    lead: `届け出た内容に変更がありましたので、${citation(input, 'change-filing')}の規定により、下記のとおり届け出ます。`,
    sections: [
      contractSection(input, { reading, heading: '１　契約' }),
      aboutSection(input, { filing, reading, appointment, change }),
      changeTable(change),
      { kind: 'remarks', heading: '４　変更の理由', lines: reason === '' ? [] : [reason] },
      ...remarks(reading, filing),
    ],
  });
}

function changeOf(input: PaperInput, filing: Case): Change {
  const sequence = countOf(filing.values, 'changeEntry') ?? -1;
  const changed = caseOf(input.contract, textOf(filing.values, 'changed') ?? '');
  const step = changed?.steps.find((taken) => taken.sequence === sequence);
  const before = changed && knownAt(changed, sequence - 1);
  const after = changed && knownAt(changed, sequence);
  if (step === undefined || before === undefined || after === undefined) throw impossible(filing);
  return {
    step,
    before: { found: before, reading: readingKnownAt(input, sequence - 1) },
    after: { found: after, reading: readingKnownAt(input, sequence) },
  };
}

const impossible = ({ id }: Case) =>
  new FormsFault('paper-impossible', `${id} names a change the register does not hold`);

interface About {
  readonly filing: Case;
  readonly reading: Reading;
  readonly appointment: Case;
  readonly change: Change;
}

function aboutSection(input: PaperInput, about: About): FieldsSection {
  const { filing, appointment, change } = about;
  const person = nameOf(change.before.reading, textOf(appointment.values, 'person') ?? '');
  const office = offices.find((one) => one === appointment.declaration);
  const declared = catalogue.get(change.after.found.declaration);
  const kind = declared?.steps[change.step.step]?.title ?? change.step.step;
  const rows = [
    { label: '対象者', value: `${office === undefined ? '' : officeTitles[office]}　${person}` },
    { label: '届出済みの書面', value: submittedPaper(input, about) },
    { label: '変更の種類', value: `${declared?.title ?? ''}：${kind}` },
    { label: fieldOf('change-filing', 'changedOn').label, value: longDay(filing, 'changedOn') },
    { label: fieldOf('change-filing', 'dueOn').label, value: longDay(filing, 'dueOn') },
  ];
  return { kind: 'fields', heading: '２　届出済みの内容', rows };
}

/** `事務取扱担当者名簿（令和8年4月1日提出）`: the first paper that named the appointment. */
function submittedPaper(
  { contract }: PaperInput,
  { filing, reading, appointment }: Omit<About, 'change'>,
): string {
  for (const name of [...appointmentFilings, 'change-filing']) {
    for (const { id } of casesOf(contract, name)) {
      const paper = reading.find(id);
      const submitted = paper && stepOf(paper, 'submitted');
      if (paper === undefined || submitted === undefined || id === filing.id) continue;
      const named = [...textsOf(paper.values, 'appointments'), textOf(paper.values, 'of')];
      if (!named.includes(appointment.id)) continue;
      return `${titleOf(name)}（${formatEra(dayOf(submitted.occurredAt))}提出）`;
    }
  }
  return '';
}

/** What the step changed of what stands on the filed papers. */
function changeTable(change: Change): TableSection {
  const { step, before, after } = change;
  const filedNames: readonly string[] = [...filedFields.person, ...filedFields.appointment];
  const touched = filedNames.filter((name) => name in step.values || step.given.includes(name));
  const rows = touched.map((name) => [
    fieldOf(after.found.declaration, name).label,
    printed(before.reading, before.found, name),
    printed(after.reading, after.found, name),
  ]);
  return {
    kind: 'table',
    heading: '３　変更の内容',
    columns: [
      { head: '変更した事項', share: 24, align: 'left' },
      { head: '変更前', share: 35, align: 'left' },
      { head: '変更後', share: 35, align: 'left' },
    ],
    rows,
  };
}
