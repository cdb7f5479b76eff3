import { coverageOfFonts } from '../fonts/coverage.ts';
import type { OfficeDocument } from '../office-document.ts';
import { mapTexts } from './document-texts.ts';
import { printableText } from './printable-text.ts';

/** A character the fonts lack, how often the document has it, and what is printed instead. */
export interface MissingGlyph {
  readonly character: string;
  readonly count: number;
  /** 〓, or the plain form where only the variant (異体字) is not to be had. */
  readonly printedAs: string;
}

/** A document that can be printed, and what it lost on the way. */
export interface PrintableDocument {
  readonly document: OfficeDocument;
  readonly missing: readonly MissingGlyph[];
}

/**
 * The characters that will not be printed as written, in the order they first appear; to be said
 * before printing, so that a person can decide to write them by hand.
 * @throws {FormsFault} `font-unreadable` where a font file is damaged or gone.
 */
export function checkGlyphs(document: OfficeDocument): readonly MissingGlyph[] {
  return printableDocument(document).missing;
}

/** The document with every character replaced that {@link checkGlyphs} names. */
export function printableDocument(document: OfficeDocument): PrintableDocument {
  const coverage = coverageOfFonts();
  const missing = new Map<string, MissingGlyph>();
  const printable = mapTexts(document, (text) => {
    const { text: printed, replacements } = printableText(text, coverage);
    for (const each of replacements) {
      const count = (missing.get(each.character)?.count ?? 0) + 1;
      missing.set(each.character, { ...each, count });
    }
    return printed;
  });
  return { document: printable, missing: [...missing.values()] };
}
