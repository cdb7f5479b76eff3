import { plainWords } from './plain-words.ts';
import type { Target } from './targets.ts';

/** Which column, from 0, is read as which target, by the target's id. */
export type Mapping = Readonly<Record<string, number>>;

const surest = 100;
const leastLikeness = 55;

/** The mapping its heads suggest: each column and each target once, the likeliest pairs first. */
export function guessColumns(heads: readonly string[], targets: readonly Target[]): Mapping {
  const opening = targets[0]?.step.name;
  const pairs = targets.flatMap((target) =>
    heads.map((head, column) => ({
      id: target.id,
      column,
      // A field two steps ask for is likelier where it must be given.
      score:
        likeness(head, target, target.step.name === opening) +
        (target.isRequired && target.kind === 'field' ? 6 : 0),
    })),
  );
  const likely = pairs.filter(({ score }) => score >= leastLikeness);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  for (const { id, column } of likely.sort((one, other) => other.score - one.score)) {
    if (id in mapping || taken.has(column)) continue;
    mapping[id] = column;
    taken.add(column);
  }
  return mapping;
}

/** How likely a head names a target, from 0 to 100; an opening step needs no name of its own. */
function likeness(head: string, { label, step, kind, field }: Target, isOpening: boolean): number {
  const said = plainWords(head);
  if (said === '') return 0;
  const title = plainWords(step.title);
  const names = kind === 'field' ? [plainWords(label)] : whenWords[kind];
  const withStep = names.flatMap((name) => [`${title}${name}`, `${title}の${name}`]);
  if (withStep.includes(said)) return surest;
  if (names.includes(said)) return isOpening || kind === 'field' ? 95 - (isOpening ? 0 : 5) : 0;
  if (kind !== 'field') {
    const mark = title.slice(0, 2);
    return said.startsWith(mark) && names.some((name) => said.endsWith(name)) ? 85 : 0;
  }
  const alike = Math.max(...names.map((name) => Math.round(90 * shared(said, name))));
  return field?.type === 'day' && !/日|期/u.test(said) ? 0 : alike - (isOpening ? 0 : 3);
}

const whenWords: Readonly<Record<'day' | 'time', readonly string[]>> = {
  day: ['日時', '年月日', '日付', '月日', '日'],
  time: ['時刻', '時間'],
};

/** How much of two words is the same, from 0 to 1: one within the other, or by pairs of letters (Dice). */
function shared(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 1 && long.includes(short)) return 0.75;
  const [first, second] = [pairsOf(one), pairsOf(other)];
  const both = [...first].filter((pair) => second.has(pair)).length;
  return (2 * both) / Math.max(1, first.size + second.size);
}

function pairsOf(word: string): ReadonlySet<string> {
  const letters = Array.from(word);
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
