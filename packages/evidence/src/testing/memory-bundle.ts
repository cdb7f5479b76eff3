import { toHex } from '@kanribo/kernel';
import type { LogContent } from '../bundle-content.ts';
import { bundleOf } from '../bundle-of.ts';
import type { BundleSource } from '../bundle-source.ts';
import { contractIdOf, secondsLater, sha256 } from './tools.ts';

/** The files of a bundle by name. */
export type MemoryBundle = Map<string, Uint8Array>;

/** The bundle of some logs and some evidence. */
export function bundleFrom(
  logs: readonly LogContent[],
  evidence: readonly Uint8Array[] = [],
  contract = 'nerima-2026',
): BundleSource {
  const kept = new Map(evidence.map((bytes) => [toHex(sha256(bytes)), bytes]));
  return bundleOf(sha256, {
    instance: 'kanribo.example',
    contract: contractIdOf(contract),
    madeAt: secondsLater(86_400),
    logs,
    async evidence(digest) {
      const bytes = kept.get(digest);
      return bytes && chunksOf(bytes, bytes.length);
    },
  });
}

/** All files of a bundle, in memory. */
export async function gather(source: BundleSource): Promise<MemoryBundle> {
  const files: MemoryBundle = new Map();
  for await (const name of source.names()) {
    files.set(name, new Uint8Array(Buffer.concat(await collect(source.read(name)))));
  }
  return files;
}

/** Files in memory as a bundle, in chunks of a length. */
export function sourceOf(files: MemoryBundle, chunkLength = 65_536): BundleSource {
  return {
    async *names() {
      yield* files.keys();
    },
    async *read(name) {
      const bytes = files.get(name);
      if (bytes === undefined) throw new RangeError(`read without being listed: ${name}`);
      yield* chunksOf(bytes, chunkLength);
    },
  };
}

/** All that comes out of something asynchronous. */
export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

async function* chunksOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}
