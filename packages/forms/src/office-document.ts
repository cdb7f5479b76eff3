import type { Day } from '@kanribo/kernel';
import type { Section } from './section.ts';

/** How the sheet lies: upright with the binding on the left, or wide with the binding on top. */
export type Orientation = 'portrait' | 'landscape';

/**
 * One document for the client's office, in the order an office form is read: date and number,
 * title, addressee, sender, lead, sections. Every text is printed as it stands; nothing in it is
 * ever read as markup. A line feed in a text begins a new line.
 */
export interface OfficeDocument {
  readonly title: string;
  /** 文書番号, above the date and in the footer of every page. */
  readonly documentNumber?: string;
  /** The day of the document, printed in the era; also the PDF's creation date. */
  readonly date: Day;
  /** The client (甲), one line each, the last with its 様; empty on a register sheet. */
  readonly addressee: readonly string[];
  /** The contractor (乙), or whoever files; null on a register sheet. */
  readonly sender: Sender | null;
  /** A box for the client's reception stamp (受付印), on filings. */
  readonly receiptBox?: boolean;
  /** The sentence that says what is filed and under which clause (本文). */
  readonly lead?: string;
  /** What stands above and below the sections, 記 and 以上; null where there is neither. */
  readonly labels: SectionLabels | null;
  readonly sections: readonly Section[];
  readonly orientation: Orientation;
  /** What ties the paper to the log; without it every page is marked 控え・未証明. */
  readonly proof: Proof | null;
}

/** The filing party on the right side, with or without a box for its seal (印). */
export interface Sender {
  readonly lines: readonly string[];
  readonly stamp: boolean;
}

/** The word centred above the sections and the one at the right below them. */
export interface SectionLabels {
  readonly opening: string;
  readonly closing: string;
}

/** What of a signed checkpoint goes on paper. */
export interface Proof {
  /** The short code for typing, beside the code of every page. At most 60 characters. */
  readonly typedCode: string;
  /** Text of the 16 mm code in the footer of every page: size and whole root. */
  readonly codeQr: string;
  /** The whole signed note, as the 28 mm code on the last page. At most 1,000 bytes of UTF-8. */
  readonly note: string;
  /** What the proof rests on, one line for people: which log, how many entries, as of when. */
  readonly basis: string;
}
