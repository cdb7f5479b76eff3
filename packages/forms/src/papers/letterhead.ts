import { type Clause, type DutyId, cite, clauseInJapanese } from '@kanribo/annex';
import { type Case, catalogue, profileOf } from '@kanribo/domain';
import type { OfficeDocument, Sender } from '../office-document.ts';
import type { FieldRow, FieldsSection, Section } from '../section.ts';
import type { PaperInput } from './paper-input.ts';
import { longDay, printed } from './printed-values.ts';
import { type Reading, basicsIn } from './reading.ts';

/** What a filing says between its letterhead and 以上. */
export interface FilingBody {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
}

/** A filing: from the contractor to the client, with boxes for its seal and the client's stamp. */
export function filed(input: PaperInput, reading: Reading, body: FilingBody): OfficeDocument {
  return {
    ...body,
    ...frame(input),
    addressee: [addressed(printed(reading, basicsIn(input, reading), 'clientAddressee'))],
    sender: senderOf(input, reading),
    receiptBox: true,
    labels: { opening: '記', closing: '以上' },
    orientation: 'portrait',
  };
}

/** A sheet of a register: neither addressed nor stamped, wide. */
export function sheet(
  input: PaperInput,
  { title, sections }: { readonly title: string; readonly sections: readonly Section[] },
): OfficeDocument {
  return {
    title,
    sections,
    ...frame(input),
    addressee: [],
    sender: null,
    labels: null,
    orientation: 'landscape',
  };
}

/** The contract a filing belongs to, as its first section. */
export function contractSection(
  input: PaperInput,
  { reading, heading }: { readonly reading: Reading; readonly heading: string },
): FieldsSection {
  const basics = basicsIn(input, reading);
  const [from, until] = [longDay(basics, 'startsOn'), longDay(basics, 'endsOn')];
  const rows = [
    { label: '契約件名', value: printed(reading, basics, 'title') },
    { label: '契約期間', value: `${from}から${until}まで` },
    { label: '特記事項', value: profileOf(input.contract, input.date).title },
  ];
  return { kind: 'fields', heading, rows };
}

/** What a sheet of a register says above its table. */
export function sheetRows(input: PaperInput, reading: Reading): readonly FieldRow[] {
  const basics = basicsIn(input, reading);
  const parties = `${printed(reading, basics, 'client')}（甲）、${printed(reading, basics, 'contractor')}（乙）`;
  return [
    { label: '契約件名', value: printed(reading, basics, 'title') },
    { label: '当事者', value: parties },
  ];
}

type Dated = Pick<PaperInput, 'contract' | 'date'>;

/** `特記事項第9条第1項`: the clause by which the annex of the paper's day states a duty. */
export function citation({ contract, date }: Dated, duty: DutyId): string {
  return `特記事項${clauseInJapanese(cite(profileOf(contract, date), duty))}`;
}

/** `特記事項第20条第4号（関連：第20条第3号）`: the clause and those it builds on. */
export function citationWithRelated(input: Dated, duty: DutyId): string {
  const { contract, date } = input;
  const related: readonly Clause[] = profileOf(contract, date).refersTo[duty] ?? [];
  if (related.length === 0) return citation(input, duty);
  return `${citation(input, duty)}（関連：${related.map(clauseInJapanese).join('、')}）`;
}

/** What was remarked when the filing was prepared; no section where nothing was. */
export function remarks(reading: Reading, filing: Case): readonly Section[] {
  const text = printed(reading, filing, 'remarks');
  return text === '' ? [] : [{ kind: 'remarks', heading: '備考', lines: [text] }];
}

/** Japanese title of a declared case. */
export const titleOf = (declaration: string): string =>
  catalogue.get(declaration)?.title ?? declaration;

const frame = ({ date, documentNumber, proof }: PaperInput) => ({
  date,
  proof,
  ...(documentNumber !== undefined && { documentNumber }),
});

function senderOf(input: PaperInput, reading: Reading): Sender {
  const basics = basicsIn(input, reading);
  const names = ['contractorAddress', 'contractor', 'contractorRepresentative'];
  return { lines: names.map((name) => printed(reading, basics, name)), stamp: true };
}

/** An addressee without an honorific gets one. */
const addressed = (addressee: string): string =>
  /[様殿]$|御中$|）$/u.test(addressee) ? addressee : `${addressee} 様`;
