/** What a page is chosen among, how it is ordered, and where it begins. */
interface Choosing<Item> {
  readonly items: readonly Item[];
  readonly isAsked: (item: Item) => boolean;
  /** What an item is ordered by; what has nothing there is ordered by an empty text. */
  readonly keyOf: (item: Item) => string | number;
  readonly numberOf: (item: Item) => number;
  readonly order: 'asc' | 'desc';
  /** The number of the last item of the page before. */
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

/** A page of what was asked for. */
interface ChosenPage<Item> {
  readonly shown: readonly Item[];
  readonly total: number;
  /** Number of the last item, where more follow. */
  readonly next: number | null;
}

/**
 * The items that are asked for, in their order; among equals the newest comes first. The page after
 * an item begins with what comes behind that item in the order, so nothing that is recorded
 * meanwhile moves what is shown; an item whose own place changes meanwhile may come twice or not at
 * all.
 */
export function chosenPage<Item>(choosing: Choosing<Item>): ChosenPage<Item> {
  const { items, isAsked, numberOf, after, limit = items.length } = choosing;
  const compare = orderOf(choosing);
  const fitting = items.filter(isAsked).sort(compare);
  const last = items.find((item) => numberOf(item) === after);
  const rest = last === undefined ? fitting : fitting.filter((item) => compare(last, item) < 0);
  const shown = rest.slice(0, limit);
  const end = shown.at(-1);
  const next = end === undefined || rest.length === shown.length ? null : numberOf(end);
  return { shown, total: fitting.length, next };
}

/** Whether any of the words holds a text; width, case and blanks do not matter. */
export function isFoundIn(words: readonly string[], text: string): boolean {
  const asked = plain(text);
  return words.some((word) => plain(word).includes(asked));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');

const byWords = new Intl.Collator('ja', { numeric: true });

function orderOf<Item>({ keyOf, numberOf, order }: Choosing<Item>) {
  const keys = new Map<Item, string | number>();
  const knownKeyOf = (item: Item) => {
    const known = keys.get(item) ?? keyOf(item);
    keys.set(item, known);
    return known;
  };
  const direction = order === 'asc' ? 1 : -1;
  return (one: Item, other: Item): number => {
    const [first, second] = [knownKeyOf(one), knownKeyOf(other)];
    const isSame = first === second;
    // What is empty comes last, whichever way the rest goes.
    if (!isSame && (first === '' || second === '')) return first === '' ? 1 : -1;
    return (isSame ? 0 : direction * compared(first, second)) || numberOf(other) - numberOf(one);
  };
}

function compared(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return byWords.compare(String(one), String(other));
}
