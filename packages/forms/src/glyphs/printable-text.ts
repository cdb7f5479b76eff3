import type { Coverage } from '../fonts/coverage.ts';

/** Stands in the print for a character no font can show (下駄). */
export const geta = '〓';

/** A character that is not printed as it is written, and what is printed in its place. */
interface Replacement {
  readonly character: string;
  /** 〓, or the plain form where only the variant (異体字) is not to be had. */
  readonly printedAs: string;
}

/** A text as it can be printed, with the replacements made in it, one for each place. */
export interface PrintableText {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

const lineEnds = /\r\n|[\r\v\f\u{85}\u{2028}\u{2029}]/gu;
const selector = /\p{Variation_Selector}/u;
const presentation = /[\u{FE0E}\u{FE0F}]/gu;
const compatibilityIdeograph = /[\u{F900}-\u{FAFF}\u{2F800}-\u{2FA1F}]/u;
// A bidirectional control left in would let a name be printed back to front.
const invisible = /(?![\n\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const needsClusters = /[\p{M}\p{Cs}]/u;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * The text with one 〓 for every character (with its marks) that no font covers. Line ends become
 * line feeds, a tab a space; other control and invisible characters are left out. Characters are
 * never exchanged for compatible ones: 神 (U+FA19) stays as written or becomes 〓.
 */
export function printableText(text: string, coverage: Coverage): PrintableText {
  const visible = text
    .replace(lineEnds, '\n')
    .replaceAll('\t', ' ')
    .replace(presentation, '')
    .replace(invisible, '');
  if (isPlain(visible, coverage)) return { text: visible, replacements: [] };
  const replacements: Replacement[] = [];
  const printed = Array.from(graphemes.segment(visible), ({ segment }) => {
    const shown = printedCluster(segment, coverage);
    if (shown.replaced) replacements.push({ character: segment, printedAs: shown.text });
    return shown.text;
  });
  return { text: printed.join(''), replacements };
}

function isPlain(text: string, coverage: Coverage): boolean {
  return !needsClusters.test(text) && Array.from(text).every((each) => isCovered(each, coverage));
}

function printedCluster(cluster: string, coverage: Coverage): { text: string; replaced: boolean } {
  if (isCovered(cluster, coverage)) return { text: cluster, replaced: false };
  if (selector.test(cluster)) return printedVariant(cluster, coverage);
  const composed = compatibilityIdeograph.test(cluster) ? cluster : cluster.normalize('NFC');
  if (isCovered(composed, coverage)) return { text: composed, replaced: false };
  return { text: geta, replaced: true };
}

function printedVariant(cluster: string, coverage: Coverage): { text: string; replaced: boolean } {
  const [base = '', variant = '', ...rest] = cluster;
  const font = coverage.find((each) => each.has(codePointOf(base)));
  const isAlone = rest.length === 0;
  if (isAlone && font?.hasVariation(codePointOf(base), codePointOf(variant)) === true) {
    return { text: cluster, replaced: false };
  }
  const plain = base + rest.filter((each) => !selector.test(each)).join('');
  return { text: isCovered(plain, coverage) ? plain : geta, replaced: true };
}

/** One font has to show a whole cluster, or its marks would stand beside it. */
function isCovered(cluster: string, coverage: Coverage): boolean {
  if (cluster === '\n') return true;
  const codePoints = Array.from(cluster, codePointOf);
  return coverage.some((font) => codePoints.every((codePoint) => font.has(codePoint)));
}

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;
