import { exhaustive } from '@kanribo/kernel';
import type { FieldsSection, RemarksSection, Section, StatementsSection } from '../section.ts';
import { type PrintText, breakCode, breakPhrases, breakText } from './break-text.ts';
import { type Closing, closingAfterRows, closingAfterLines, linesOf } from './closing.ts';
import { type PrintTable, printTable } from './print-table.ts';
import { cellInset, lettersIn } from './sheet.ts';

/** A section as the template takes it. */
export type PrintSection = {
  readonly heading: PrintText | null;
  /** Where what closes the document stands, where this section is the last one. */
  readonly closing: Closing;
} & PrintBody;

type PrintBody =
  | { readonly kind: 'fields'; readonly labelMm: number; readonly rows: readonly PrintField[] }
  | ({ readonly kind: 'table' } & PrintTable)
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly PrintText[] }
  | { readonly kind: 'statements'; readonly statements: readonly PrintStatement[] }
  | { readonly kind: 'remarks'; readonly lines: readonly PrintText[] };

interface PrintField {
  readonly label: PrintText;
  readonly value: PrintText;
  readonly code: boolean;
}

interface PrintStatement {
  readonly text: PrintText;
  readonly checked: boolean;
}

/** Size of running text in points. */
export const textSize = 10.5;
const fieldSize = 10;
const labelMm = 42;

/** Works out where the texts of a section may break in the width that is there for them. */
export function printSection(section: Section, widthMm: number): PrintSection {
  const heading =
    section.heading === undefined ? null : breakText(section.heading, lettersIn(widthMm, textSize));
  const body = printBody(section, widthMm);
  return { heading, closing: closingOf(section, body), ...body };
}

const closingOf = (section: Section, body: PrintBody): Closing =>
  body.kind === 'table' ? closingAfterRows(body.rows) : closingAfterLines(linesOf(section));

function printBody(section: Section, widthMm: number): PrintBody {
  switch (section.kind) {
    case 'fields':
      return printFields(section, widthMm);
    case 'table':
      return { kind: 'table', ...printTable(section, widthMm) };
    case 'paragraphs': {
      const letters = lettersIn(widthMm, textSize);
      return {
        kind: 'paragraphs',
        paragraphs: section.paragraphs.map((each) => breakText(each, letters)),
      };
    }
    case 'statements':
      return printStatements(section, widthMm);
    case 'remarks':
      return printRemarks(section, widthMm);
    default:
      return exhaustive(section);
  }
}

function printFields({ rows }: FieldsSection, widthMm: number): PrintBody {
  const labelLetters = lettersIn(labelMm - 2 * cellInset, fieldSize);
  const valueLetters = lettersIn(widthMm - labelMm - 2 * cellInset, fieldSize);
  return {
    kind: 'fields',
    labelMm,
    rows: rows.map(({ label, value, code = false }) => ({
      label: breakPhrases(label, labelLetters),
      value: code ? breakCode(value) : breakPhrases(value, valueLetters),
      code,
    })),
  };
}

function printStatements({ statements }: StatementsSection, widthMm: number): PrintBody {
  const letters = lettersIn(widthMm - 8, textSize);
  return {
    kind: 'statements',
    statements: statements.map(({ text, checked }) => ({
      text: breakText(text, letters),
      checked,
    })),
  };
}

function printRemarks({ lines }: RemarksSection, widthMm: number): PrintBody {
  const letters = lettersIn(widthMm - 2 * cellInset - 4, fieldSize);
  return { kind: 'remarks', lines: lines.map((line) => breakText(line, letters)) };
}
