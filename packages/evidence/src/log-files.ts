import { concatBytes, fromUtf8, utf8 } from '@kanribo/kernel';
import {
  MerkleFault,
  type Sha256,
  type Tree,
  leafHash,
  parseTilePath,
  restoreTree,
  tilePath,
  tileWidth,
  tilesOf,
} from '@kanribo/merkle';
import type { LogContent, LogContentReader } from './bundle-content.ts';
import { parseEntry } from './entry-text.ts';
import { checkpointName, entriesName, particularsName } from './file-names.ts';
import { type NamedEvidence, mayNameEvidence } from './named-evidence.ts';
import { formatParticularsLine } from './particulars.ts';

type Files = AsyncIterable<Uint8Array>;

/** The files that a bundle holds of one log, made from its content as they are asked for. */
export class LogFiles {
  readonly #sha256: Sha256;
  readonly #content: LogContent;
  #tree: Promise<Tree | undefined> | undefined;

  constructor(sha256: Sha256, content: LogContent) {
    this.#sha256 = sha256;
    this.#content = content;
  }

  *names(): Generator<string> {
    const { log, size, signed, reader } = this.#content;
    if (signed !== undefined) yield checkpointName(log);
    if (reader === undefined) return;
    yield entriesName(log);
    yield particularsName(log);
    for (const place of tilesOf(size)) yield `${log}/${tilePath(place)}`;
  }

  /** The chunks of a file; undefined when this log has none of that name. */
  read(name: string): Files | undefined {
    const { log, signed, reader } = this.#content;
    if (name === checkpointName(log)) return signed && oneChunk(signed.note);
    if (reader === undefined || !name.startsWith(`${log}/`)) return undefined;
    if (name === entriesName(log)) return this.#entries(reader);
    if (name === particularsName(log)) return this.#particulars(reader);
    return this.#tile(reader, name.slice(log.length + 1));
  }

  /** Adds the evidence that the entries of this log name. */
  async nameEvidence(evidence: NamedEvidence): Promise<void> {
    const { log, size, reader } = this.#content;
    if (reader === undefined) return;
    for await (const batch of reader.entries({ from: 0, to: size })) {
      for (const bytes of batch) {
        const text = fromUtf8(bytes) ?? '';
        const entry = mayNameEvidence(text) ? parseEntry(text) : undefined;
        if (entry?.ok === true) evidence.take(log, entry.value);
      }
    }
  }

  async *#entries(reader: LogContentReader): Files {
    for await (const batch of reader.entries({ from: 0, to: this.#content.size })) {
      yield concatBytes(batch.flatMap((entry) => [entry, lineFeed]));
    }
  }

  async *#particulars(reader: LogContentReader): Files {
    for await (const batch of reader.particulars({ from: 0, to: this.#content.size })) {
      yield utf8(batch.map((line) => `${formatParticularsLine(line)}\n`).join(''));
    }
  }

  async *#tile(reader: LogContentReader, path: string): Files {
    const place = parseTilePath(path);
    if (!place.ok || place.value.level === 'entries') return;
    const { level, index, width } = place.value;
    if (width === tileWidth) {
      const hashes = await reader.tile({ level, index });
      if (hashes !== undefined) yield hashes;
      return;
    }
    this.#tree ??= this.#restoreTree(reader);
    yield concatBytes((await this.#tree)?.tails[level] ?? []);
  }

  /** The tree whose unfinished tiles are not stored; undefined when a stored tile is not there. */
  async #restoreTree(reader: LogContentReader): Promise<Tree | undefined> {
    const { size } = this.#content;
    const readFullTile: LogContentReader['tile'] = (position) => reader.tile(position);
    const tail: Uint8Array[] = [];
    for await (const batch of reader.entries({ from: size - (size % tileWidth), to: size })) {
      for (const entry of batch) tail.push(leafHash(this.#sha256, entry));
    }
    try {
      return await restoreTree(this.#sha256, { size, readFullTile, tail });
    } catch (cause) {
      if (cause instanceof MerkleFault) return undefined;
      throw cause;
    }
  }
}

const lineFeed = Uint8Array.of(0x0a);

async function* oneChunk(text: string): Files {
  yield utf8(text);
}
