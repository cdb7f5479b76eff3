import { FormsFault } from './forms-fault.ts';
import type { OfficeDocument } from './office-document.ts';
import type { Section, TableSection } from './section.ts';

const longestTypedCode = 60;

/**
 * Holds what the types cannot: a title, a code that can be typed, and tables whose rows are as
 * wide as their heads.
 * @throws {FormsFault} `document-malformed`, which is a slip of whoever made the document.
 */
export function checkDocument(document: OfficeDocument): void {
  if (document.title.trim() === '') throw new FormsFault('document-malformed', 'no title');
  if ((document.proof?.typedCode.length ?? 0) > longestTypedCode) {
    throw new FormsFault('document-malformed', 'a code nobody would type');
  }
  for (const section of document.sections) checkSection(section);
}

function checkSection(section: Section): void {
  if (section.kind === 'table') checkTable(section);
}

function checkTable({ columns, rows }: TableSection): void {
  const isWide = columns.every(({ share }) => Number.isFinite(share) && share > 0);
  if (columns.length === 0 || !isWide) {
    throw new FormsFault('document-malformed', 'a table without columns or width');
  }
  const wrong = rows.findIndex((cells) => cells.length !== columns.length);
  if (wrong === -1) return;
  throw new FormsFault('document-malformed', `row ${wrong} has not ${columns.length} cells`);
}
