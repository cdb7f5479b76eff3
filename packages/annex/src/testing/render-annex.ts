/** An article of a made-up annex. */
export interface WrittenArticle {
  readonly heading: string;
  readonly paragraphs: readonly WrittenParagraph[];
}

/** A paragraph with items, or with sub-items directly, or with neither. */
export interface WrittenParagraph {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly subitems: readonly string[] }[];
  readonly subitems: readonly string[];
}

/** How one town writes its annexes. */
export interface Manner {
  readonly article: keyof typeof articleMarks;
  readonly heading: 'above' | 'behind' | 'behind-alone' | 'bare' | 'none';
  readonly paragraph: keyof typeof paragraphMarks;
  readonly item: keyof typeof itemMarks;
  readonly subitem: keyof typeof subitemMarks;
  /** Characters to a line; 0 leaves lines whole. */
  readonly wrap: number;
  readonly indents: boolean;
  readonly blankLines: boolean;
  /** Lines to a page with a number and a running head; 0 for none. */
  readonly page: number;
}

const full = (number: number): string =>
  String(number).replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
/** As offices do: one digit wide, two digits narrow. */
const mixed = (number: number): string => (number < 10 ? full(number) : String(number));
const kanjiDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const kanji = (number: number): string => {
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (kanjiDigits[tens] ?? '')}十`;
  return ten + (kanjiDigits[number % 10] ?? '');
};
const glyph = (first: number) => (number: number) => String.fromCodePoint(first + number - 1);
const letters = (order: string) => (number: number) => order[number - 1] ?? '';
const gojuon = letters('アイウエオカキクケコサシスセソタチツテト');
const iroha = letters('イロハニホヘトチリヌルヲワカヨタレソツネ');

const articleMarks = {
  mixed: (number: number) => `第${mixed(number)}条`,
  spaced: (number: number) => `第 ${number} 条`,
  full: (number: number) => `第${full(number)}条`,
  kanji: (number: number) => `第${kanji(number)}条`,
  ordinal: (number: number) => `第${mixed(number)}`,
  'ordinal-narrow': (number: number) => `第${number}`,
  plain: (number: number) => String(number),
  'plain-full': full,
  pointed: (number: number) => `${number}.`,
} as const;

const paragraphMarks = {
  full: (number: number) => `${mixed(number)} `,
  narrow: (number: number) => `${number} `,
  wide: (number: number) => `${number}　`,
  close: mixed,
  circled: glyph(0x2460),
} as const;

const itemMarks = {
  glyph: (number: number) => `${glyph(0x2474)(number)} `,
  narrow: (number: number) => `(${number}) `,
  full: (number: number) => `（${full(number)}）`,
  circled: (number: number) => `${glyph(0x2460)(number)} `,
  kanji: (number: number) => `${kanji(number)}　`,
} as const;

const subitemMarks = {
  gojuon: (number: number) => `${gojuon(number)} `,
  wide: (number: number) => `${gojuon(number)}　`,
  iroha: (number: number) => `${iroha(number)}　`,
  bracketed: (number: number) => `（${gojuon(number)}）`,
} as const;

/** Every way a mark can be written, for drawing one. */
export const marks = { articleMarks, paragraphMarks, itemMarks, subitemMarks } as const;

/** Writes an annex as a town of this manner would, pages and broken lines included. */
export function renderAnnex(articles: readonly WrittenArticle[], manner: Manner): string {
  const title = '特定個人情報の取扱いに関する特記事項';
  const blocks = [
    title,
    ...articles.flatMap((article, index) => written(article, index + 1, manner)),
  ];
  const lines = blocks.flatMap((block) => wrapped(block, manner.wrap));
  const paged = manner.page === 0 ? lines : lines.flatMap((line, index) => paging(line, index));
  return paged.join(manner.blankLines ? '\n\n' : '\n');

  function paging(line: string, index: number): readonly string[] {
    const isBreak = index > 0 && index % manner.page === 0;
    return isBreak ? [`- ${index / manner.page} -`, `${title}（抄）`, line] : [line];
  }
}

function written(article: WrittenArticle, number: number, manner: Manner): readonly string[] {
  const mark = articleMarks[manner.article](number);
  const [first, ...rest] = article.paragraphs;
  const opening = openingOf(mark, article.heading, { manner, text: first?.text ?? '' });
  const space = manner.indents ? '　' : '';
  return [
    ...opening,
    ...(first === undefined ? [] : listsOf(first, manner)),
    ...rest.flatMap((paragraph, index) => [
      `${space}${paragraphMarks[manner.paragraph](index + 2)}${paragraph.text}`,
      ...listsOf(paragraph, manner),
    ]),
  ];
}

function openingOf(
  mark: string,
  heading: string,
  { manner, text }: { readonly manner: Manner; readonly text: string },
): readonly string[] {
  if (heading === '' || manner.heading === 'none') return [`${mark}　${text}`];
  if (manner.heading === 'above') return [`（${heading}）`, `${mark} ${text}`];
  if (manner.heading === 'behind') return [`${mark}（${heading}）${text}`];
  if (manner.heading === 'behind-alone') return [`${mark}（${heading}）`, text];
  return [`${mark}　${heading}`, text];
}

function listsOf({ items, subitems }: WrittenParagraph, manner: Manner): readonly string[] {
  const space = (depth: number) => (manner.indents ? '　'.repeat(depth) : '');
  const marked = (text: string, index: number) =>
    `${space(3)}${subitemMarks[manner.subitem](index + 1)}${text}`;
  return [
    ...items.flatMap((item, index) => [
      `${space(2)}${itemMarks[manner.item](index + 1)}${item.text}`,
      ...item.subitems.map(marked),
    ]),
    ...subitems.map(marked),
  ];
}

function wrapped(block: string, width: number): readonly string[] {
  if (width === 0) return [block];
  const characters = Array.from(block);
  const count = Math.max(1, Math.ceil(characters.length / width));
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * width, (index + 1) * width).join(''),
  );
}
