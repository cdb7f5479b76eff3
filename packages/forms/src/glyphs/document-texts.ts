import { exhaustive } from '@kanribo/kernel';
import type { OfficeDocument } from '../office-document.ts';
import type { FieldRow, Section, TableColumn } from '../section.ts';

type Change = (text: string) => string;

/**
 * The document with every printed text changed. What goes into the two codes is left alone: a
 * signed note is bytes, not letters to be shown.
 */
export function mapTexts(document: OfficeDocument, change: Change): OfficeDocument {
  const { documentNumber, lead, sender, labels, proof } = document;
  return {
    ...document,
    title: change(document.title),
    ...(documentNumber === undefined ? {} : { documentNumber: change(documentNumber) }),
    addressee: document.addressee.map(change),
    sender: sender && { ...sender, lines: sender.lines.map(change) },
    ...(lead === undefined ? {} : { lead: change(lead) }),
    labels: labels && { opening: change(labels.opening), closing: change(labels.closing) },
    sections: document.sections.map((section) => mapSection(section, change)),
    proof: proof && {
      ...proof,
      typedCode: change(proof.typedCode),
      basis: change(proof.basis),
    },
  };
}

function mapSection(section: Section, change: Change): Section {
  const { heading } = section;
  return {
    ...mapBody(section, change),
    ...(heading === undefined ? {} : { heading: change(heading) }),
  };
}

function mapBody(section: Section, change: Change): Section {
  switch (section.kind) {
    case 'fields':
      return { ...section, rows: section.rows.map((row) => mapFieldRow(row, change)) };
    case 'table':
      return {
        ...section,
        columns: section.columns.map((column) => mapColumn(column, change)),
        rows: section.rows.map((cells) => cells.map(change)),
      };
    case 'paragraphs':
      return { ...section, paragraphs: section.paragraphs.map(change) };
    case 'statements':
      return {
        ...section,
        statements: section.statements.map((each) => ({ ...each, text: change(each.text) })),
      };
    case 'remarks':
      return { ...section, lines: section.lines.map(change) };
    default:
      return exhaustive(section);
  }
}

const mapFieldRow = (row: FieldRow, change: Change): FieldRow => ({
  ...row,
  label: change(row.label),
  value: change(row.value),
});

const mapColumn = (column: TableColumn, change: Change): TableColumn => ({
  ...column,
  head: change(column.head),
  ...(column.group === undefined ? {} : { group: change(column.group) }),
});
