/** A part as the directory of a ZIP archive and its own header say alike. */
export interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** Bytes it says to be when unpacked. */
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly data: number;
}

const localHeader = 0x04_03_4b_50;
const centralHeader = 0x02_01_4b_50;
const endHeader = 0x06_05_4b_50;
const descriptorHeader = 0x08_07_4b_50;
const most = 1000;

/**
 * The parts of a ZIP archive in the order of their bytes; undefined where two programs could read it
 * in two ways: bytes before, between or after the parts, parts that overlap or share a name, headers
 * that differ, names that are replaced, more than one volume, ZIP64 or encryption (APPNOTE 4.3).
 */
export function entriesOf(zip: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    const listed = directoryOf(zip, view);
    return listed && adjoining(zip, view, listed);
  } catch (fault) {
    // A header that points out of the archive.
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

interface Listed {
  readonly entries: readonly ListedEntry[];
  /** Where the directory begins. */
  readonly at: number;
}

interface ListedEntry extends Omit<Entry, 'data'> {
  readonly flags: number;
  readonly local: number;
}

function directoryOf(zip: Uint8Array, view: DataView): Listed | undefined {
  const end = zip.length - 22;
  const at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  const isPlain =
    view.getUint32(end, true) === endHeader &&
    view.getUint32(end + 4, true) === 0 &&
    view.getUint16(end + 8, true) === count &&
    view.getUint16(end + 20, true) === 0;
  if (!isPlain || count > most || at + view.getUint32(end + 12, true) !== end) return undefined;
  const entries: ListedEntry[] = [];
  let next = at;
  while (next < end) {
    const entry = listedAt(zip, view, next);
    if (entry === undefined) return undefined;
    entries.push(entry);
    next += 46 + lengthsAt(view, next).reduce((sum, length) => sum + length, 0);
  }
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  return next === end && entries.length === count && names.size === count
    ? { entries, at }
    : undefined;
}

/** Lengths of the name, the extra fields and the comment that follow a header of the directory. */
const lengthsAt = (view: DataView, at: number): readonly [number, number, number] => [
  view.getUint16(at + 28, true),
  view.getUint16(at + 30, true),
  view.getUint16(at + 32, true),
];

function listedAt(zip: Uint8Array, view: DataView, at: number): ListedEntry | undefined {
  const [nameLength, extraLength] = lengthsAt(view, at);
  const name = nameOf(zip.subarray(at + 46, at + 46 + nameLength));
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 24, true);
  const isDirectory = (view.getUint32(at + 38, true) & 0x10) !== 0;
  const isPlain =
    view.getUint32(at, true) === centralHeader &&
    (flags & ~knownFlags) === 0 &&
    (method === 0 || method === 8) &&
    view.getUint16(at + 34, true) === 0 &&
    isExtraPlain(view, at + 46 + nameLength, extraLength);
  if (!isPlain || name === undefined) return undefined;
  if (name.endsWith('/') ? size !== 0 : isDirectory) return undefined;
  return {
    name,
    flags,
    isDeflated: method === 8,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size,
    local: view.getUint32(at + 42, true),
  };
}

/** How it was deflated, sizes after the part, and names in UTF-8. */
const knownFlags = 0x08_0e;
const sizesFollow = 0x08;

/** Names of parts are of ASCII (ECMA-376-2, 6.2.2), and none leads out of the archive. */
function nameOf(bytes: Uint8Array): string | undefined {
  const name = Buffer.from(bytes).toString('latin1');
  const isPlain = /^[\w[(][\w.[\]()+%~@!,;= /-]{0,250}$/u.test(name) && !/\/[./]/u.test(name);
  return isPlain || name === '_rels/.rels' || /^[\w/-]*\/_rels\/\.rels$/u.test(name)
    ? name
    : undefined;
}

/** Neither ZIP64 (0x0001) nor another name (0x7075). */
function isExtraPlain(view: DataView, start: number, length: number): boolean {
  let at = start;
  while (at + 4 <= start + length) {
    if ([0x00_01, 0x70_75].includes(view.getUint16(at, true))) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return at === start + length;
}

/** The parts, where they fill the archive from its first byte to its directory. */
function adjoining(
  zip: Uint8Array,
  view: DataView,
  { entries, at: directory }: Listed,
): readonly Entry[] | undefined {
  const found: Entry[] = [];
  let next = 0;
  for (const entry of entries.toSorted((a, b) => a.local - b.local)) {
    if (entry.local !== next || !isSameHeader(zip, view, entry)) return undefined;
    const lengths = view.getUint16(next + 26, true) + view.getUint16(next + 28, true);
    const data = next + 30 + lengths;
    next = data + entry.packedSize;
    if ((entry.flags & sizesFollow) !== 0) {
      if (view.getUint32(next, true) === descriptorHeader) next += 4;
      if (!isSaidAt(view, next, entry)) return undefined;
      next += 12;
    }
    found.push({ ...entry, data });
  }
  return next === directory ? found : undefined;
}

function isSameHeader(zip: Uint8Array, view: DataView, entry: ListedEntry): boolean {
  const { local, name, flags, isDeflated } = entry;
  const length = view.getUint16(local + 26, true);
  return (
    view.getUint32(local, true) === localHeader &&
    view.getUint16(local + 6, true) === flags &&
    view.getUint16(local + 8, true) === (isDeflated ? 8 : 0) &&
    nameOf(zip.subarray(local + 30, local + 30 + length)) === name &&
    ((flags & sizesFollow) !== 0 || isSaidAt(view, local + 14, entry)) &&
    isExtraPlain(view, local + 30 + length, view.getUint16(local + 28, true))
  );
}

const isSaidAt = (view: DataView, at: number, { crc, packedSize, size }: ListedEntry): boolean =>
  view.getUint32(at, true) === crc &&
  view.getUint32(at + 4, true) === packedSize &&
  view.getUint32(at + 8, true) === size;
