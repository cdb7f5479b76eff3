import type { SourceLine } from './source-lines.ts';

const pageNumber =
  /^(?:[-－−‐–—~〜]\s?[0-9０-９]{1,4}\s?[-－−‐–—~〜]|(?:p\.?|page|頁)\s?[0-9０-９]{1,4}(?:\s?(?:of|\/)\s?[0-9]{1,4})?|[0-9０-９]{1,4}\s?(?:ページ|頁)|[0-9０-９]{1,4}\s?[/／]\s?[0-9０-９]{1,4}(?:\s?(?:ページ|頁))?)$/iu;
/** Chapters and sections group articles and state nothing. */
const chapter = /^第\s?[0-9０-９一二三四五六七八九十]{1,3}\s?[章節編款](?:[\s　].{0,40})?$/u;
const bareNumber = /^[0-9０-９]{1,4}$/u;

/**
 * Lines that belong to no clause: page numbers, chapters, and heads and feet that come
 * back at most page breaks.
 */
export function pageFurniture(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const numbers = new Set(lines.filter(({ text }) => pageNumber.test(text)));
  for (const line of barePageNumbers(lines)) numbers.add(line);
  const heads = runningHeads(lines, numbers);
  const chapters = lines.filter(({ text }) => chapter.test(text));
  return new Set([...numbers, ...heads, ...chapters]);
}

/** Bare numbers are pages only where all of them count up one by one through the text. */
function barePageNumbers(lines: readonly SourceLine[]): readonly SourceLine[] {
  const bare = lines.filter(({ text }) => bareNumber.test(text));
  const values = bare.map(({ text }) => Number(text.normalize('NFKC')));
  const isCounting = values.every(
    (value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1,
  );
  return isCounting && values.length > 1 && (values[0] ?? 0) <= 2 ? bare : [];
}

/** An annex names itself in these first lines; running heads repeat it. */
const titleLines = 3;

type Side = 'head' | 'foot';

/** Texts that repeat the title, or each other at nearly every page break, and stand nowhere else. */
function runningHeads(
  lines: readonly SourceLine[],
  numbers: ReadonlySet<SourceLine>,
): readonly SourceLine[] {
  const beside = new Map<string, SourceLine[]>();
  const elsewhere = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (numbers.has(line) || index < titleLines) continue;
    const side = sideOfBreak(lines, index, numbers);
    const key = `${side ?? ''}:${squeezed(line)}`;
    if (side === null) elsewhere.add(squeezed(line));
    const found = beside.get(key);
    if (found === undefined) beside.set(key, [line]);
    else found.push(line);
  }
  const opening = lines.slice(0, titleLines).map(squeezed);
  const text = opening.findIndex((line) => !isTitle(line));
  const titles = opening.slice(0, text < 0 ? undefined : text);
  const breaks = Math.max(numbers.size, lines.filter(({ startsPage }) => startsPage).length);
  return [...beside.values()].flatMap((found) => {
    const key = found[0] === undefined ? '' : squeezed(found[0]);
    if (key.length <= 4 || key.length >= 50 || elsewhere.has(key)) return [];
    const isTitled = titles.some((title) => key.startsWith(title));
    if (/[。、）)]$/u.test(key) && !isTitled) return [];
    return isTitled || found.length >= Math.max(3, breaks * 0.8) ? found : [];
  });
}

const isTitle = (text: string): boolean => text.length > 5 && !/^[（(第0-9０-９]/u.test(text);

const squeezed = ({ text }: SourceLine): string => text.replaceAll(/\s/gu, '');

function sideOfBreak(
  lines: readonly SourceLine[],
  index: number,
  numbers: ReadonlySet<SourceLine>,
): Side | null {
  const [previous, next] = [lines[index - 1], lines[index + 1]];
  const isHead =
    lines[index]?.startsPage === true || (previous !== undefined && numbers.has(previous));
  if (isHead) return 'head';
  const isFoot = next?.startsPage === true || (next !== undefined && numbers.has(next));
  return isFoot ? 'foot' : null;
}
