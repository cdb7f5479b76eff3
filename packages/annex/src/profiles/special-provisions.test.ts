import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Clause, clause } from '../clause.ts';
import { dutyIds } from '../duty-ids.ts';
import { specialProvisions } from './special-provisions.ts';

const { clauses, refersTo, statesNone } = specialProvisions;
const stated: readonly Clause[] = dutyIds.map((duty) => clauses[duty]);
const without: readonly Clause[] = statesNone.map((found) => found.clause);

/** How many paragraphs each article of the annex has, by number. */
const paragraphs = [
  1, 1, 1, 1, 1, 1, 1, 1, 3, 2, 2, 1, 1, 1, 1, 1, 4, 3, 1, 1, 4, 2, 3, 5, 4, 3, 1, 1, 1, 1,
];

/** Items (号) and sub-items of the annex, below the article or paragraph they stand in. */
const items = {
  '17.4': 2,
  '19': 5,
  '20': 17,
  '26.1': 4,
} as const;
const subitems = {
  '20(2)': 'アイウエオ',
  '20(6)': 'アイウエオカキクケコサシスセソ',
  '22.2': 'アイウ',
} as const;

const paragraphClauses = paragraphs.flatMap((count, index) =>
  count === 1
    ? [`${index + 1}`]
    : Array.from({ length: count }, (_, place) => `${index + 1}.${place + 1}`),
);
const itemClauses = Object.entries(items).flatMap(([above, count]) =>
  Array.from({ length: count }, (_, place) => `${above}(${place + 1})`),
);
const subitemClauses = Object.entries(subitems).flatMap(([above, marks]) =>
  Array.from(marks, (mark) => `${above}${mark}`),
);
const all = [...paragraphClauses, ...itemClauses, ...subitemClauses];

const isAnswered = (text: string) => {
  const below = [...stated, ...without].filter(
    (one) => one === text || (one.startsWith(text) && /^[.(ア-ン]/u.test(one.slice(text.length))),
  );
  return below.length > 0;
};

test('ANX-3: every clause of the annex states a duty, has parts that do, or says why it states none', () => {
  expect(paragraphClauses).toHaveLength(54);
  expect(itemClauses).toHaveLength(28);
  expect(subitemClauses).toHaveLength(23);
  expect(all.filter((text) => !isAnswered(text))).toEqual([]);
  expect([...stated, ...without].filter((one) => !all.includes(one))).toEqual([]);
  expect(stated.filter((one) => without.includes(one))).toEqual([]);
});

test('ANX-4: what the clauses refer to is in the annex', () => {
  const referred = [...Object.values(refersTo), ...statesNone.map((found) => found.refersTo)];
  expect(referred.flat().filter((one) => !all.some((text) => isPartOf(one, text)))).toEqual([]);
});

const isPartOf = (one: string, text: string) =>
  text === one || (text.startsWith(one) && !/^[0-9]/u.test(text.slice(one.length)));

const map = new URL('../../../../../shared/annex/MAP.md', import.meta.url);

/** Clauses a row of the map is about: `17.1, 17.3`, `20(6)キ, ク`, `1–3`. */
function clausesOfRow(head: string): readonly string[] {
  const range = /^(\d+)–(\d+)$/.exec(head);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);
  }
  let before = '';
  return head.split(', ').map((part) => {
    const stem = before.replace(/(?:[ア-ン]|\(\d+\))$/u, '');
    before = /^(?:[ア-ン]|\(\d+\))$/u.test(part) ? `${stem}${part}` : part;
    return before;
  });
}

test.skipIf(!existsSync(map))(
  'ANX-5: every row of the map of the annex is a duty or states none, with its references (skipped without the map)',
  () => {
    const text = readFileSync(map, 'utf8');
    const rows = [...text.matchAll(/^\| (\d[^|]*?) \|/gm)].flatMap((row) => row[1] ?? []);
    expect(rows.length).toBeGreaterThan(80);
    const expanded = rows.flatMap((row) =>
      row === '26.1(2)–(4)' ? ['26.1(2)', '26.1(3)', '26.1(4)'] : clausesOfRow(row),
    );
    expect(expanded.filter((found) => !isAnswered(found))).toEqual([]);
    const references =
      /Cross-references a profile must carry: ([\s\S]*?)\.\n/.exec(text)?.[1] ?? '';
    const missing = references
      .replaceAll('\n', ' ')
      .split(' · ')
      .flatMap((one) => chainsOf(one.trim()))
      .flatMap(missingReferences);
    expect(missing).toEqual([]);
  },
);

/** `20(6)イ→ア, カ→オ` is two references below the same item. */
function chainsOf(text: string): readonly string[] {
  const stem = /^[\d.]+\(\d+\)/.exec(text)?.[0] ?? '';
  const [first = '', ...others] = text.split(/, (?=[ア-ン]→)/u);
  return [first, ...others.map((other) => `${stem}${other}`)];
}

function missingReferences(one: string): readonly string[] {
  const [from = '', to = ''] = one.split('→');
  const wanted = to.split(', ').flatMap((part) => expandedReference(part, from));
  return clausesOfRow(from).flatMap((source) => {
    const found = referencesFrom(source);
    return wanted.filter((target) => !found.includes(clause(target))).map((t) => `${source}→${t}`);
  });
}

function expandedReference(part: string, from: string): readonly string[] {
  const stem = /^(.*?)[ア-ン]$/u.exec(from.split(', ')[0] ?? '')?.[1] ?? '';
  if (/^[ア-ン]$/u.test(part)) return [`${stem}${part}`];
  if (part === '26.1(1)–(4)') return ['26.1(1)', '26.1(2)', '26.1(3)', '26.1(4)'];
  const paragraphRange = /^(\d+)\.(\d)–\d+\.(\d)$/.exec(part);
  if (paragraphRange !== null) {
    const [, article, first, last] = paragraphRange;
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => `${article}.${Number(first) + index}`,
    );
  }
  return clausesOfRow(part);
}

function referencesFrom(source: string): readonly Clause[] {
  const owners = dutyIds.filter(
    (duty) => clauses[duty] === source || isPartOf(source, clauses[duty]),
  );
  const table: Partial<Record<string, readonly Clause[]>> = refersTo;
  const fromDuties = owners.flatMap((duty) => table[duty] ?? []);
  const fromOthers = statesNone
    .filter((found) => found.clause === source)
    .flatMap((found) => [...found.refersTo]);
  return [...fromDuties, ...fromOthers];
}
