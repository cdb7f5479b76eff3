import type { Orientation } from '../office-document.ts';

/** Lengths of an A4 sheet in millimetres. */
export interface Sheet {
  readonly width: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The wide margin is where the sheet is punched: on the left, or on top of a wide sheet. */
const sheets = {
  portrait: { width: 210, top: 17, right: 18, bottom: 33, left: 25 },
  landscape: { width: 297, top: 24, right: 16, bottom: 32, left: 16 },
} as const satisfies Record<Orientation, Sheet>;

/** The sheet a document lies on. */
export const sheetOf = (orientation: Orientation): Sheet => sheets[orientation];

/** How wide its text runs, in millimetres. */
export const textWidthOf = (sheet: Sheet): number => sheet.width - sheet.left - sheet.right;

/** Space between a table's rule and its text on either side, in millimetres. */
export const cellInset = 1.5;

/** Millimetres of one point. */
const pointMm = 25.4 / 72;

/** How many half-width letters stand in a line of so many millimetres at a size in points. */
export const lettersIn = (widthMm: number, sizePt: number): number =>
  Math.max(2, Math.floor(widthMm / ((sizePt * pointMm) / 2)));
