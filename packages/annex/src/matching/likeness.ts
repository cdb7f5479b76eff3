/** How much of what the first text says the second says too, from 0 to 1. */
export type Likeness = (wanted: string, text: string) => number;

/**
 * Likeness by pairs of characters, a pair counting the more the fewer clauses have it, so that
 * what all clauses say (特定個人情報) hardly counts.
 */
export function likenessAmong(clauses: readonly string[]): Likeness {
  const frequency = new Map<string, number>();
  for (const clause of clauses) {
    for (const pair of pairsOf(clause)) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  }
  const rarity = (pair: string) =>
    Math.log((clauses.length + 1) / ((frequency.get(pair) ?? 0) + 1));
  return (wanted, text) => {
    const said = pairsOf(text);
    let all = 0;
    let met = 0;
    for (const pair of pairsOf(wanted)) {
      const weight = rarity(pair);
      all += weight;
      if (said.has(pair)) met += weight;
    }
    return all === 0 ? 0 : met / all;
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = Array.from(text).filter((character) => /[\p{L}\p{N}]/u.test(character));
  return new Set(characters.slice(1).map((next, index) => `${characters[index] ?? ''}${next}`));
}
