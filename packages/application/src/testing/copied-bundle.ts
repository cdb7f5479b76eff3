import type { BundleSource } from '@kanribo/evidence';

/** A bundle that was read whole; its files may be changed. */
export interface CopiedBundle extends BundleSource {
  readonly files: Map<string, Uint8Array>;
}

/** Reads a bundle whole, so that it outlives what it was made from. */
export async function copyBundle(source: BundleSource): Promise<CopiedBundle> {
  const files = new Map<string, Uint8Array>();
  for await (const name of source.names()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of source.read(name)) chunks.push(Uint8Array.from(chunk));
    files.set(name, Uint8Array.from(Buffer.concat(chunks)));
  }
  return {
    files,
    async *names() {
      yield* files.keys();
    },
    async *read(name) {
      const bytes = files.get(name);
      if (bytes !== undefined) yield bytes;
    },
  };
}
