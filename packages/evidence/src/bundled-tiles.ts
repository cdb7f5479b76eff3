import { equalBytes } from '@kanribo/kernel';
import { type TilePlace, hashLength, tilePath, tilesOf } from '@kanribo/merkle';
import type { BundleFiles } from './bundle-files.ts';
import type { ComputedTile } from './entry-tree.ts';
import { limits } from './limits.ts';
import type { LogHead } from './log-head.ts';
import { readWhole } from './small-file.ts';

/** The tile files that a bundle has of a log. */
export class BundledTiles {
  readonly #files: BundleFiles;
  readonly #head: LogHead;
  readonly #present = new Set<string>();

  /** Claims the tiles a log of the head's size has; each that is not there is a finding. */
  constructor(files: BundleFiles, head: LogHead) {
    this.#files = files;
    this.#head = head;
    let missing = 0;
    for (const place of tilesOf(head.size)) {
      const file = this.fileOf(place);
      if (files.claim(file)) this.#present.add(file);
      else missing += 1;
      // A head may state any size: where its tiles are not there, they are not counted to the end.
      if (missing > limits.findingsOfOneCode) return;
    }
  }

  fileOf(place: TilePlace): string {
    return `${this.#head.log}/${tilePath(place)}`;
  }

  /** The bytes of a tile's file, however many; undefined when it is not there or too long. */
  async read(place: TilePlace): Promise<Uint8Array | undefined> {
    const file = this.fileOf(place);
    if (!this.#present.has(file)) return undefined;
    return readWhole(this.#files.chunks(file), place.width * hashLength);
  }

  /** Whether the file of a tile is there and is another than the entries give. */
  async differsFrom(computed: ComputedTile): Promise<boolean> {
    if (!this.#present.has(this.fileOf(computed))) return false;
    const bytes = await this.read(computed);
    return bytes === undefined || !equalBytes(bytes, computed.hashes);
  }
}
