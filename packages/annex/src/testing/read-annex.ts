import { existsSync, readFileSync } from 'node:fs';

/** The text of a made-up annex that stands beside this file. */
export const madeUpAnnex = (name: string): string =>
  readFileSync(new URL(`annexes/${name}.txt`, import.meta.url), 'utf8');

const handedOut = new URL('../../../../../shared/annex/special-provisions.txt', import.meta.url);

/** The client's own annex, where it is at hand; it is no part of the product. */
export const clientAnnex: string | null = existsSync(handedOut)
  ? readFileSync(handedOut, 'utf8')
  : null;
