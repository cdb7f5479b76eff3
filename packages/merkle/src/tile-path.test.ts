import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTilePath, tilePath, type BundlePlace } from './tile-path.ts';
import type { TilePlace } from './tile.ts';

const examples: readonly (readonly [string, TilePlace | BundlePlace])[] = [
  ['tile/0/000', { level: 0, index: 0, width: 256 }],
  ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
  ['tile/0/x001/x234/067.p/89', { level: 0, index: 1_234_067, width: 89 }],
  ['tile/1/x001/000', { level: 1, index: 1000, width: 256 }],
  ['tile/3/999.p/7', { level: 3, index: 999, width: 7 }],
  ['tile/63/000.p/255', { level: 63, index: 0, width: 255 }],
  ['tile/entries/273.p/112', { level: 'entries', index: 273, width: 112 }],
  ['tile/entries/x001/x234/067', { level: 'entries', index: 1_234_067, width: 256 }],
];

// Source: C2SP tlog-tiles (its example 1234067), transparency-dev/tessera api/layout tests.
test.each(examples)('MRK-11: %s is the path of its tile, and back', (path, place) => {
  expect(tilePath(place)).toBe(path);
  expect(parseTilePath(path)).toEqual({ ok: true, value: place });
});

test.each([
  '',
  'tile/0/0',
  'tile/0/00',
  'tile/0/0000',
  'tile/0/x000/001',
  'tile/0/1000',
  'tile/0/x001/x234',
  'tile/0/001/x234/067',
  'tile/0/X001/234',
  'tile/00/000',
  'tile/01/000',
  'tile/64/000',
  'tile/-1/000',
  'tile/data/000',
  'tile/0/000.p/0',
  'tile/0/000.p/01',
  'tile/0/000.p/256',
  'tile/0/000.p/257',
  'tile/0/000.p/',
  'tile/0/000.p',
  'tile/0/000/',
  '/tile/0/000',
  'tile/0/000\n',
  'tile/0/x009/x007/x199/x254/x740/992',
  'tile/0/x001/x000/x000/x000/x000/x000/000',
  'tile/0/../000',
])('MRK-11: %j is no path of a tile', (path) => {
  expect(parseTilePath(path)).toEqual({ ok: false, error: 'tile-path-malformed' });
});

test('MRK-11: every tile has one path, and every path that is read is written as it was', () => {
  const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
  const index = fc.oneof(fc.maxSafeNat(), fc.nat(), fc.nat(1100));
  const width = fc.integer({ min: 1, max: 256 });
  fc.assert(
    fc.property(level, index, width, (someLevel, someIndex, someWidth) => {
      const place = { level: someLevel, index: someIndex, width: someWidth };
      expect(parseTilePath(tilePath(place))).toEqual({ ok: true, value: place });
    }),
  );
  const nearlyPath = fc
    .array(fc.constantFrom('tile/', 'entries', '0', '1', 'x', '/', '000', '001', '.p/', '25', '\n'))
    .map((parts) => `tile/${parts.join('')}`);
  fc.assert(
    fc.property(fc.oneof(nearlyPath, fc.string({ unit: 'binary' })), (path) => {
      const parsed = parseTilePath(path);
      expect(parsed.ok ? tilePath(parsed.value) : path).toBe(path);
    }),
    { numRuns: 2000 },
  );
});

test('MRK-11: what is no place of a tile is a fault', () => {
  expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow('range-impossible');
  expect(() => tilePath({ level: 0, index: -1, width: 1 })).toThrow('range-impossible');
  expect(() => tilePath({ level: 0, index: 0, width: 257 })).toThrow('range-impossible');
  expect(() => tilePath({ level: 0, index: 0, width: 1.5 })).toThrow('range-impossible');
});
