/** A line of the source that says something, without the space around it. */
export interface SourceLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** A new page begins at this line (a form feed before it). */
  readonly startsPage: boolean;
}

/** The lines of a text that are not blank. */
export function sourceLines(text: string): readonly SourceLine[] {
  let isAfterFeed = false;
  return text.split(/\r\n|\n|\r/u).flatMap((raw, index) => {
    const trimmed = raw.trim();
    isAfterFeed ||= raw.includes('\f');
    if (trimmed === '') return [];
    const startsPage = isAfterFeed;
    isAfterFeed = false;
    return [{ line: index + 1, text: trimmed, startsPage }];
  });
}

const narrow = /[\u0020-\u007e\uff61-\uff9f]/u;

/** How wide a text is printed, a full-width character counting as 2. Counts up to `most`. */
export function widthOf(text: string, most = 400): number {
  let width = 0;
  for (const character of text) {
    width += narrow.test(character) ? 1 : 2;
    if (width >= most) return most;
  }
  return width;
}

/** The width of most of the full lines, where lines were broken to fit a page. */
export function usualWidth(lines: readonly { readonly text: string }[]): number {
  const widths = lines.map(({ text }) => widthOf(text)).sort((left, right) => left - right);
  return widths[Math.floor(widths.length * 0.8)] ?? 0;
}

/** Puts broken lines together; Latin words of two lines keep a space between them. */
export function joinLines(texts: readonly string[]): string {
  let joined = '';
  for (const text of texts) {
    if (text === '') continue;
    const meet = `${joined.at(-1) ?? ''}${text[0] ?? ''}`;
    joined += /^[A-Za-z]{2}$/u.test(meet) ? ` ${text}` : text;
  }
  return joined;
}
