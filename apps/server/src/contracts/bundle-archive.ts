import type { BundleSource } from '@kanribo/evidence';
import type { SigningRefusal } from '@kanribo/application';
import { type ContractId, type Result, concatBytes, err, ok } from '@kanribo/kernel';
import { pack } from 'tar-stream';
import type { Parts } from '../parts.ts';

/**
 * A contract's bundle as one tar archive, as it is read: it can be read only while it is written
 * out, so who has got the first bytes has to take the rest. Where reading breaks off the archive
 * does too, and is none.
 */
export async function bundleArchive(
  { instance }: Pick<Parts, 'instance'>,
  contract: ContractId,
): Promise<Result<AsyncIterable<Uint8Array>, SigningRefusal>> {
  const archive = pack();
  const began = Promise.withResolvers<undefined>();
  const exported = instance.exportBundle(contract, async (source) => {
    began.resolve(undefined);
    await packAll(archive, source);
  });
  exported.catch((fault: unknown) => {
    began.resolve(undefined);
    archive.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  });
  const refused = await Promise.race([began.promise, exported]);
  return refused?.ok === false ? err(refused.error) : ok(chunksOf(archive));
}

/** What is packed, as it is taken; who stops taking, or never begins, destroys the archive. */
function chunksOf(archive: Archive): AsyncIterable<Uint8Array> {
  const chunks: AsyncIterator<unknown> = archive[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  return {
    // No generator: one that nobody began does not tell that it ended.
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        for (;;) {
          const step = await chunks.next();
          if (step.done === true) return done;
          if (step.value instanceof Uint8Array) return { done: false, value: step.value };
        }
      },
      return: async () => {
        archive.destroy();
        return done;
      },
    }),
  };
}

type Archive = ReturnType<typeof pack>;

async function packAll(archive: Archive, source: BundleSource): Promise<void> {
  const gone = new Promise<never>((_, reject) => {
    archive.once('close', () => reject(new Error('the reader went away')));
  });
  gone.catch(() => undefined);
  for await (const name of source.names()) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of source.read(name)) chunks.push(chunk);
    await Promise.race([added(archive, name, Buffer.from(concatBytes(chunks))), gone]);
  }
  archive.finalize();
}

/** Resolves once the reader has taken the file, so that only one is ever held. */
function added(archive: Archive, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mtime: new Date(0), mode: 0o600 }, bytes, (fault) => {
      if (fault) reject(fault);
      else resolve();
    });
  });
}
