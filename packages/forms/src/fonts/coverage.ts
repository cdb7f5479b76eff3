import { readFileSync } from 'node:fs';
import { FormsFault } from '../forms-fault.ts';
import { type CharacterMap, readCharacterMap } from './cmap.ts';
import { fallbackFile, minchoFile } from './font-files.ts';

/** The character maps of the faces text is set in, the one that is tried first at the front. */
export type Coverage = readonly CharacterMap[];

let read: Coverage | undefined;

/**
 * What the documents' own faces can show; read from the files once.
 * @throws {FormsFault} `font-unreadable` where a font file is not there or no font.
 */
export function coverageOfFonts(): Coverage {
  read ??= [minchoFile, fallbackFile].map(readFont);
  return read;
}

function readFont(file: string): CharacterMap {
  try {
    return readCharacterMap(readFileSync(file));
  } catch (cause) {
    throw new FormsFault('font-unreadable', file, { cause });
  }
}
