import { existsSync, readFileSync } from 'node:fs';

/** The text of a made-up annex that stands beside this file. */
export const madeUpAnnex = (name: string): string =>
  readFileSync(new URL(`annexes/${name}.txt`, import.meta.url), 'utf8');

const handedOut = new URL('../../../../../shared/annex/special-provisions.txt', import.meta.url);

/** The client's own annex, where it is at hand; it is no part of the product. */
export const clientAnnex: string | null = existsSync(handedOut)
  ? readFileSync(handedOut, 'utf8')
  : null;

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** The clauses its writer meant each duty to be found in; a duty that is not named is lacking. */
export function madeUpAnswers(name: string): Readonly<Record<string, readonly string[]>> {
  const text = readFileSync(new URL(`annexes/${name}.json`, import.meta.url), 'utf8');
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new RangeError(`${name} has no answers`);
  return Object.fromEntries(
    Object.entries(parsed).map(([duty, clauses]: [string, unknown]) => {
      const several: unknown = typeof clauses === 'string' ? [clauses] : clauses;
      if (!isTexts(several)) throw new RangeError(`${name}: ${duty} has no clause`);
      return [duty, several];
    }),
  );
}
