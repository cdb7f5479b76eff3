import { formatEra } from '@kanribo/kernel';
import type { MissingGlyph } from '../glyphs/check-glyphs.ts';
import { geta } from '../glyphs/printable-text.ts';
import type { OfficeDocument } from '../office-document.ts';
import { type PrintText, breakPhrases, breakText } from './break-text.ts';
import { type PrintSection, printSection, textSize } from './print-section.ts';
import { type Sheet, lettersIn, sheetOf, textWidthOf } from './sheet.ts';

// Millimetres and points of head.typ and proof.typ.
const boxMm = 40;
const titleSize = 17;
const nameSize = 12;
const numberMm = 60;
const codeMm = 84;
const codeSize = 9;
const footerSize = 7.5;
const footerLetters = lettersIn(26, footerSize);
const longestRunning = 24;
const longestBasis = 90;
const mostNamed = 30;
const mostMarks = 4;

/** What the template reads: every text as data, never as markup. */
export interface PrintDocument {
  readonly sheet: Sheet & { readonly flipped: boolean };
  readonly title: string;
  readonly titleLines: PrintText;
  /** Title and number in header and footer, cut short where they are very long. */
  readonly runningTitle: PrintText;
  readonly number: PrintText | null;
  readonly runningNumber: PrintText | null;
  readonly date: string;
  readonly addressee: readonly PrintText[];
  readonly sender: { readonly lines: readonly PrintText[]; readonly stamp: boolean } | null;
  readonly receiptBox: boolean;
  readonly lead: PrintText | null;
  readonly labels: { readonly opening: PrintText; readonly closing: PrintText } | null;
  readonly sections: readonly PrintSection[];
  readonly proof: { readonly typedCode: PrintText; readonly basis: PrintText } | null;
  /** The note line that names what is printed as 〓 or in its plain form. */
  readonly missing: PrintText | null;
}

/** Turns a document of printable texts into what the template reads. */
export function printDocument(
  document: OfficeDocument,
  missing: readonly MissingGlyph[],
): PrintDocument {
  const sheet = sheetOf(document.orientation);
  const width = textWidthOf(sheet);
  const whole = lettersIn(width, textSize);
  const senderLetters = lettersIn(width * 0.72 - 26, textSize);
  const { sender, proof, lead, labels, documentNumber: number } = document;
  return {
    sheet: { ...sheet, flipped: document.orientation === 'landscape' },
    title: document.title,
    titleLines: breakPhrases(document.title, lettersIn(width - 2 * boxMm, titleSize)),
    runningTitle: breakText(shortened(document.title, longestRunning), footerLetters),
    number: number === undefined ? null : breakText(number, lettersIn(numberMm, textSize)),
    runningNumber:
      number === undefined ? null : breakText(shortened(number, longestRunning), footerLetters),
    date: formatEra(document.date),
    addressee: document.addressee.map((line) => breakPhrases(line, lettersIn(width, nameSize))),
    sender: sender && {
      ...sender,
      lines: sender.lines.map((line) => breakPhrases(line, senderLetters)),
    },
    receiptBox: document.receiptBox ?? false,
    lead: lead === undefined ? null : breakText(lead, whole),
    labels: labels && {
      opening: breakText(labels.opening, whole),
      closing: breakText(labels.closing, whole),
    },
    sections: document.sections.map((section) => printSection(section, width)),
    proof: proof && {
      typedCode: breakText(proof.typedCode, lettersIn(codeMm, codeSize)),
      basis: breakPhrases(shortened(proof.basis, longestBasis), lettersIn(codeMm, footerSize)),
    },
    missing: missing.length === 0 ? null : breakText(missingNote(missing), whole),
  };
}

function shortened(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}…`;
}

/** Names so many characters at most: the note must stay short enough to close a page. */
function missingNote(missing: readonly MissingGlyph[]): string {
  const named = missing.slice(0, mostNamed).map(({ character, count, printedAs }) => {
    const shown = printedAs === geta ? '' : `${printedAs}の異体字 `;
    return `${shown}${codePoints(character)}（${count}か所）`;
  });
  const others = missing.length - named.length;
  const rest = others === 0 ? '' : `、ほか${others}字`;
  return `※印刷用の書体にない文字を「${geta}」または通常の字形で示しています。手書きで補ってください。対象の文字番号：${named.join('、')}${rest}`;
}

const codePoints = (character: string): string => {
  const letters = Array.from(character, (each) => `U+${hexOf(each)}`);
  return letters.slice(0, mostMarks).join(' ');
};

const hexOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
