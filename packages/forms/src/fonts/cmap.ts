import { FormsFault } from '../forms-fault.ts';

/** Which characters a font can show. */
export interface CharacterMap {
  has(codePoint: number): boolean;
  /** Whether it shows this variation of the character (IVS) by a glyph of its own choosing. */
  hasVariation(codePoint: number, selector: number): boolean;
}

/** Where a font's `cmap` table holds its mappings, by the number of the format. */
type Subtables = ReadonlyMap<number, DataView>;

/**
 * Reads the character map of a TrueType font: formats 4 and 12 for characters and 14 for
 * variations (OpenType specification, `cmap` table).
 * @throws {FormsFault} `font-unreadable` where the bytes are not such a font.
 */
export function readCharacterMap(font: Uint8Array): CharacterMap {
  try {
    const subtables = subtablesOf(font);
    const characters = new Set<number>();
    for (const [format, table] of subtables) {
      if (format === 4) addSegments(characters, table);
      if (format === 12) addGroups(characters, table);
    }
    const variations = variationsOf(subtables.get(14));
    return {
      has: (codePoint) => characters.has(codePoint),
      hasVariation: (codePoint, selector) => variations.get(selector)?.has(codePoint) ?? false,
    };
  } catch (cause) {
    throw new FormsFault('font-unreadable', 'not a TrueType font', { cause });
  }
}

function subtablesOf(font: Uint8Array): Subtables {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const subtables = new Map<number, DataView>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const table = from(cmap, cmap.getUint32(8 + index * 8));
    subtables.set(table.getUint16(0), table);
  }
  return subtables;
}

function tableAt(font: DataView, tag: string): DataView {
  for (let at = 12; at < 12 + font.getUint16(4) * 16; at += 16) {
    const codes = [0, 1, 2, 3].map((index) => font.getUint8(at + index));
    if (String.fromCodePoint(...codes) === tag) return from(font, font.getUint32(at + 8));
  }
  throw new RangeError(`no table ${tag}`);
}

const from = (view: DataView, offset: number): DataView =>
  new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset);

/** Format 4: segments of the basic plane, glyphs by a delta or through an array behind them. */
function addSegments(characters: Set<number>, table: DataView): void {
  const doubled = table.getUint16(6);
  for (let at = 0; at < doubled; at += 2) {
    const end = table.getUint16(14 + at);
    const start = table.getUint16(16 + doubled + at);
    const delta = table.getUint16(16 + doubled * 2 + at);
    const rangeAt = 16 + doubled * 3 + at;
    const range = table.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : table.getUint16(rangeAt + range + (code - start) * 2);
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) characters.add(code);
    }
  }
}

/** Format 12: groups of characters of all planes with consecutive glyphs. */
function addGroups(characters: Set<number>, table: DataView): void {
  const end = 16 + table.getUint32(12) * 12;
  for (let at = 16; at < end; at += 12) {
    const start = table.getUint32(at);
    const glyph = table.getUint32(at + 8);
    for (let code = start; code <= table.getUint32(at + 4); code += 1) {
      if (glyph + code - start !== 0) characters.add(code);
    }
  }
}

/** Format 14: for each selector the characters it leaves as they are and those it changes. */
function variationsOf(table: DataView | undefined): ReadonlyMap<number, ReadonlySet<number>> {
  const variations = new Map<number, ReadonlySet<number>>();
  if (table === undefined) return variations;
  for (let index = 0; index < table.getUint32(6); index += 1) {
    const at = 10 + index * 11;
    const characters = new Set<number>();
    addDefaults(characters, table, table.getUint32(at + 3));
    addChanges(characters, table, table.getUint32(at + 7));
    variations.set(uint24(table, at), characters);
  }
  return variations;
}

function addDefaults(characters: Set<number>, table: DataView, offset: number): void {
  if (offset === 0) return;
  for (let index = 0; index < table.getUint32(offset); index += 1) {
    const at = offset + 4 + index * 4;
    for (let more = 0; more <= table.getUint8(at + 3); more += 1) {
      characters.add(uint24(table, at) + more);
    }
  }
}

function addChanges(characters: Set<number>, table: DataView, offset: number): void {
  if (offset === 0) return;
  for (let index = 0; index < table.getUint32(offset); index += 1) {
    characters.add(uint24(table, offset + 4 + index * 5));
  }
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at) * 256 + view.getUint8(at + 2);
