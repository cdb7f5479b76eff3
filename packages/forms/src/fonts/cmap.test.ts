import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FormsFault } from '../forms-fault.ts';
import { type CharacterMap, readCharacterMap } from './cmap.ts';
import { fallbackFile, gothicFile, minchoFile } from './font-files.ts';

const [mincho, gothic, fallback] = [minchoFile, gothicFile, fallbackFile].map((file) =>
  readCharacterMap(readFileSync(file)),
);

const at = (character: string): number => character.codePointAt(0) ?? 0;
const codePoints = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint);
const selectors = Array.from({ length: 16 }, (_, index) => 0xe0100 + index);

const covers = (map: CharacterMap | undefined, text: string): readonly boolean[] =>
  Array.from(text, (each) => map?.has(at(each)) ?? false);

test('FRM-13: Mincho has 髙 and 﨑, the face behind it 𠮷, and none has a ticked box', () => {
  expect(covers(mincho, '髙﨑永〓𠮷☑')).toEqual([true, true, true, true, false, false]);
  expect(covers(fallback, '髙﨑永〓𠮷☑')).toEqual([true, true, true, true, true, false]);
});

test('FRM-13: headings are set in a face that covers exactly what the text face does', () => {
  const differing = codePoints.filter(
    (codePoint) =>
      mincho?.has(codePoint) !== gothic?.has(codePoint) ||
      selectors.some(
        (selector) =>
          mincho?.hasVariation(codePoint, selector) !== gothic?.hasVariation(codePoint, selector),
      ),
  );
  expect(differing).toEqual([]);
});

test('FRM-13: a variation is known with the selector it is written with', () => {
  expect(mincho?.hasVariation(at('葛'), 0xe0100)).toBe(true);
  expect(fallback?.hasVariation(at('辻'), 0xe0101)).toBe(false);
  expect(mincho?.hasVariation(at('あ'), 0xe0100)).toBe(false);
});

/** A font of nothing but a `cmap` table with one subtable. */
function fontWith(subtable: readonly number[]): Uint8Array {
  const cmap = [0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, ...subtable];
  const tag = Array.from('cmap', at);
  const directory = [...tag, 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, cmap.length];
  return Uint8Array.from([0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...directory, ...cmap]);
}

const shorts = (...values: readonly number[]): readonly number[] =>
  values.flatMap((value) => [value >> 8, value & 0xff]);

test('FRM-13: format 4 maps by a delta or through the array behind it, and to no glyph 0', () => {
  const ends = shorts(0x42, 0x62, 0xffff);
  const starts = shorts(0x41, 0x61, 0xffff);
  const deltas = shorts(0x10000 - 0x41, 0, 1);
  const ranges = shorts(0, 4, 0);
  const glyphs = shorts(7, 0);
  const body = [...ends, 0, 0, ...starts, ...deltas, ...ranges, ...glyphs];
  const map = readCharacterMap(fontWith([...shorts(4, 14 + body.length, 0, 6, 0, 0, 0), ...body]));
  expect(covers(map, 'ABab')).toEqual([false, true, true, false]);
  expect(map.has(0xffff)).toBe(false);
});

test('FRM-13: format 12 maps groups of all planes', () => {
  const long = (value: number): readonly number[] => shorts(value >>> 16, value & 0xffff);
  const groups = [0x20bb7, 0x20bb8, 5, 0x30, 0x31, 0].flatMap(long);
  const map = readCharacterMap(
    fontWith([...shorts(12, 0), ...[40, 0, 2].flatMap(long), ...groups]),
  );
  expect(covers(map, '𠮷01')).toEqual([true, false, true]);
  expect(map.has(0x20bb8)).toBe(true);
});

test('FRM-13: bytes that are no font are a fault', () => {
  for (const bytes of [
    new Uint8Array(0),
    new Uint8Array(64),
    readFileSync(minchoFile).subarray(0, 900),
  ]) {
    expect(() => readCharacterMap(bytes)).toThrow(FormsFault);
  }
});
