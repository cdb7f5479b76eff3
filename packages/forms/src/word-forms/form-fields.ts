import { formatEra } from '@kanribo/kernel';
import type { OfficeDocument } from '../office-document.ts';
import type { TableColumn, TableSection } from '../section.ts';

/** Rows a part of a form is repeated for. */
export interface FormList {
  /** Names of the tags inside the repeated part. */
  readonly columns: readonly string[];
  /** Texts in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

/** What a filing can fill a form with: texts and lists of rows, by the name a tag bears. */
export type FormFields = Readonly<Record<string, string | FormList>>;

/** Whether a value repeats a part of the form. */
export const isList = (value: string | FormList): value is FormList => typeof value !== 'string';

/**
 * Everything the filing's own layout says, by label: `契約件名`, `日付`, `宛名`, `提出者`, `本文`,
 * each field by its label, each statement as ☑ or ☐, each table by its heading as a list whose
 * rows go by their column heads. A form says `{契約件名}` and, around the row to be repeated,
 * `{#事務取扱担当者}…{氏名}…{/事務取扱担当者}`.
 */
export function formFieldsOf(document: OfficeDocument): FormFields {
  const fields: Record<string, string | FormList> = {
    日付: formatEra(document.date),
    文書番号: document.documentNumber ?? '',
    宛名: document.addressee.join('\n'),
    提出者: document.sender?.lines.join('\n') ?? '',
    標題: document.title,
    本文: document.lead ?? '',
    備考: '',
  };
  for (const section of document.sections) {
    if (section.kind === 'fields') {
      for (const { label, value } of section.rows) fields[named(label)] = value;
    }
    if (section.kind === 'statements') {
      for (const { text, checked } of section.statements) fields[named(text)] = checked ? '☑' : '☐';
    }
    if (section.kind === 'table') fields[headed(section.heading)] = listOf(section);
    if (section.kind === 'remarks') fields[headed(section.heading)] = section.lines.join('\n');
  }
  return fields;
}

const listOf = ({ columns, rows }: TableSection): FormList => ({
  columns: columns.map(columnName),
  rows,
});

/** `始期` under `従事期間` is `従事期間・始期`. */
const columnName = ({ head, group }: TableColumn): string =>
  [group, named(head)].filter(Boolean).join('・');

/** A heading without the number before it. */
const headed = (heading: string | undefined): string =>
  named((heading ?? '一覧').replace(/^[０-９]+　/u, ''));

/** Tags hold no braces, `#`, `/` or white space. */
const named = (label: string): string => label.replaceAll(/[{}#/\s]/gu, '');
