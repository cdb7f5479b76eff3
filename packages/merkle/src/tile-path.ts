import { err, ok, type Result } from '@kanribo/kernel';
import { MerkleFault } from './merkle-fault.ts';
import { tileWidth, type TilePlace } from './tile.ts';
import { isSize } from './tree-size.ts';

/** A bundle of the entries under a level-0 tile: `width` of them, 1 to 256. */
export interface BundlePlace {
  readonly level: 'entries';
  readonly index: number;
  readonly width: number;
}

/** Why a text is not the path of a tile. */
export type TilePathProblem = 'tile-path-malformed';

const longestPath = 64;
const highestLevel = 63;
const levelShape = /^(?:[0-9]|[1-9][0-9])$/;
const widthShape = /^[1-9][0-9]{0,2}$/;
const pathShape = /^tile\/([^/]+)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([^/]+))?$/;

/**
 * Where a tile or an entry bundle stands under a log's prefix (C2SP tlog-tiles):
 * `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits, all but the last with
 * an `x` before them; `.p/` only for less than 256.
 * @throws {MerkleFault} `range-impossible` for a level above 63, or a width not of 1 to 256.
 */
export function tilePath(place: TilePlace | BundlePlace): string {
  const { level, index, width } = place;
  if (!isSize(index) || !isLevel(level) || !Number.isInteger(width) || !isWidth(width)) {
    throw new MerkleFault('range-impossible', `no tile: ${level}/${index} of width ${width}`);
  }
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${indexPath(index)}${partial}`;
}

/** Reads {@link tilePath} strictly: only a path it would write. */
export function parseTilePath(path: string): Result<TilePlace | BundlePlace, TilePathProblem> {
  if (path.length > longestPath) return err('tile-path-malformed');
  const [, levelText = '', indexText = '', widthText] = pathShape.exec(path) ?? [];
  const index = Number(indexText.replaceAll(/[x/]/g, ''));
  if (!isSize(index) || indexPath(index) !== indexText) return err('tile-path-malformed');
  if (widthText !== undefined && !widthShape.test(widthText)) return err('tile-path-malformed');
  const width = widthText === undefined ? tileWidth : Number(widthText);
  if (width > tileWidth || widthText === String(tileWidth)) return err('tile-path-malformed');
  if (levelText === 'entries') return ok({ level: 'entries', index, width });
  if (!levelShape.test(levelText) || Number(levelText) > highestLevel) {
    return err('tile-path-malformed');
  }
  return ok({ level: Number(levelText), index, width });
}

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/.{3}/g) ?? [];
  return groups
    .map((group, place) => (place === groups.length - 1 ? group : `x${group}`))
    .join('/');
}

function isLevel(level: number | 'entries'): boolean {
  return level === 'entries' || (isSize(level) && level <= highestLevel);
}

function isWidth(width: number): boolean {
  return width >= 1 && width <= tileWidth;
}
