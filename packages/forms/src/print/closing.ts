import { exhaustive } from '@kanribo/kernel';
import type { FieldRow, Section } from '../section.ts';
import { linesTaken } from './break-text.ts';

/**
 * Where what closes the document stands after its last section: on one page with the whole of it,
 * with its last row, or wherever there is room.
 */
export type Closing = 'together' | 'with-last-row' | 'after';

const mostLinesKept = 12;
// Somewhat fewer than really stand in a line, so that the lines are not underrated.
const lettersOfText = 60;
const lettersOfLabel = 20;

/** A block kept whole must fit on a page, or the rest of it would be lost: only few lines are. */
export const closingAfterLines = (lines: number): Closing =>
  lines <= mostLinesKept ? 'together' : 'after';

/** A row that may break over pages is too tall to be kept with anything. */
export function closingAfterRows(rows: readonly { readonly breakable: boolean }[]): Closing {
  const last = rows.at(-1);
  if (last === undefined) return 'together';
  return last.breakable ? 'after' : 'with-last-row';
}

/** How many lines a section takes, roughly. */
export function linesOf(section: Section): number {
  const lines = linesOfParts(section);
  return lines.reduce((sum, each) => sum + each, 0);
}

function linesOfParts(section: Section): readonly number[] {
  switch (section.kind) {
    case 'fields':
      return section.rows.map(linesOfField);
    case 'table':
      return section.rows.flat().map(linesOfText);
    case 'paragraphs':
      return section.paragraphs.map(linesOfText);
    case 'statements':
      return section.statements.map(({ text }) => linesOfText(text));
    case 'remarks':
      return section.lines.map(linesOfText);
    default:
      return exhaustive(section);
  }
}

const linesOfText = (text: string): number => linesTaken(text, lettersOfText);

const linesOfField = ({ label, value }: FieldRow): number =>
  Math.max(linesTaken(label, lettersOfLabel), linesOfText(value));
