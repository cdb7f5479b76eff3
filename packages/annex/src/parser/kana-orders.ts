/** アイウ order, as today's annexes count their sub-items. */
const gojuon =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/** イロハ order, as older ones do. */
const iroha =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

const gojuonNumbers = new Map(Array.from(gojuon, (kana, index) => [kana, index + 1]));
const irohaNumbers = new Map(Array.from(iroha, (kana, index) => [kana, index + 1]));

/** The places of a katakana in both orders; null where it has none. */
export function kanaNumbers(kana: string): {
  readonly gojuon: number | null;
  readonly iroha: number | null;
} {
  const full = kana.normalize('NFKC');
  return { gojuon: gojuonNumbers.get(full) ?? null, iroha: irohaNumbers.get(full) ?? null };
}
