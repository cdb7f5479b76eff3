import { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { type Result, err, ok } from '@kanribo/kernel';
import { type Extract, extract, pack } from 'tar-stream';
import type { ArchiveFile } from './backup-files.ts';

/** Why the bytes of a backup cannot be read. */
export type ArchiveProblem = 'passphrase-wrong' | 'backup-malformed';

/** A backup that could not be read to its end; what was read of it is of no use. */
export class ArchiveBroken extends Error {
  override readonly name = 'ArchiveBroken';
}

/** More than any file of a backup has, or all parts of one evidence together. */
export const largestFileBytes = 268_435_456;

/**
 * A tar archive of the files inside an age file that a passphrase opens (scrypt), as a stream;
 * nothing is held but what is under way. The passphrase counts in its NFKC form, so that it can be
 * typed on another machine; `workFactor` is the logarithm of scrypt's cost.
 */
export async function sealArchive(
  files: AsyncIterable<ArchiveFile>,
  key: { readonly passphrase: string; readonly workFactor?: number | undefined },
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(typedForm(key.passphrase));
  if (key.workFactor !== undefined) encrypter.setScryptWorkFactor(key.workFactor);
  return encrypter.encrypt(ReadableStream.from(packed(files)));
}

const typedForm = (passphrase: string): string => passphrase.normalize('NFKC');

async function* packed(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const archive = pack();
  const packing = packAll(archive, files);
  // Its fault comes out of the archive, which it destroys.
  packing.catch(() => undefined);
  for await (const chunk of archive) {
    if (chunk instanceof Uint8Array) yield chunk;
  }
  await packing;
}

async function packAll(
  archive: ReturnType<typeof pack>,
  files: AsyncIterable<ArchiveFile>,
): Promise<void> {
  try {
    for await (const { name, bytes } of files) {
      await new Promise<void>((resolve, reject) => {
        archive.entry({ name, mtime: new Date(0) }, Buffer.from(bytes), (fault) => {
          if (fault) reject(fault);
          else resolve();
        });
      });
    }
    archive.finalize();
  } catch (fault) {
    archive.destroy(fault instanceof Error ? fault : new Error('packing failed', { cause: fault }));
    throw fault;
  }
}

/**
 * The files of {@link sealArchive}, as the bytes come in. What the source throws is thrown; bytes
 * that are no such archive are {@link ArchiveBroken}, also in the middle of it.
 */
export async function openArchive(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string,
): Promise<Result<AsyncIterable<ArchiveFile>, ArchiveProblem>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(typedForm(passphrase));
  const source = new Source(bytes);
  try {
    const plain = await decrypter.decrypt(ReadableStream.from(source.read()));
    return ok(unpacked(plain, source));
  } catch (fault) {
    source.rethrow();
    const isKeyWrong = fault instanceof Error && fault.message.startsWith('no identity matched');
    return err(isKeyWrong ? 'passphrase-wrong' : 'backup-malformed');
  }
}

async function* unpacked(
  plain: AsyncIterable<Uint8Array>,
  source: Source,
): AsyncGenerator<ArchiveFile> {
  const archive = extract();
  const feeding = feed(archive, plain);
  try {
    for await (const entry of archive) {
      const { name, size } = entry.header;
      if (size > largestFileBytes) throw new ArchiveBroken(`${name} is too large`);
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
      yield { name, bytes: Buffer.concat(chunks) };
    }
    await feeding;
  } catch (fault) {
    source.rethrow();
    if (fault instanceof ArchiveBroken) throw fault;
    throw new ArchiveBroken('not the archive that was made', { cause: fault });
  } finally {
    archive.destroy(null);
  }
}

async function feed(archive: Extract, plain: AsyncIterable<Uint8Array>): Promise<void> {
  const closed = next(archive, 'close');
  try {
    for await (const chunk of plain) {
      if (archive.destroyed) return;
      if (!archive.write(chunk)) await Promise.race([next(archive, 'drain'), closed]);
    }
    archive.end(null);
  } catch (fault) {
    archive.destroy(fault instanceof Error ? fault : new Error('reading failed', { cause: fault }));
  }
}

function next(archive: Extract, event: 'drain' | 'close'): Promise<void> {
  return new Promise((resolve) => {
    archive.once(event, resolve);
  });
}

/** Tells the source's own fault from what its bytes lead to. */
class Source {
  readonly #bytes: AsyncIterable<Uint8Array>;
  #fault: { readonly thrown: unknown } | undefined;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of this.#bytes) yield chunk;
    } catch (thrown) {
      this.#fault = { thrown };
      throw thrown;
    }
  }

  rethrow(): void {
    if (this.#fault !== undefined) throw this.#fault.thrown;
  }
}
