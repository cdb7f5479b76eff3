import type { FastifyRequest } from 'fastify';
import { MalformedUploadFault, TooLargeFault } from './faults.ts';

/** The one file of a multipart body; undefined where there is none. */
export async function uploadIn(
  request: FastifyRequest,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (!request.isMultipart()) return undefined;
  const parts = partsOf(request);
  const first = await readingOn(() => parts.next());
  return first.done === true ? undefined : wholeOf(first.value.file, parts);
}

/** Broken boundaries are thrown at once, everything else while it is read. */
function partsOf(request: FastifyRequest): ReturnType<FastifyRequest['files']> {
  try {
    return request.files();
  } catch (cause) {
    throw malformed(cause);
  }
}

/**
 * All bytes of an upload up to the end of its body. One that was cut off for its size is no upload,
 * nor is one that broke off, or that more came with: nothing of it is kept.
 */
async function* wholeOf(
  file: AsyncIterable<Uint8Array> & { readonly truncated: boolean },
  parts: ReturnType<FastifyRequest['files']>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file) yield chunk;
  } catch (cause) {
    throw malformed(cause);
  }
  if (file.truncated) throw new TooLargeFault('a file larger than is taken');
  const more = await readingOn(() => parts.next());
  if (more.done !== true) throw malformed(undefined);
}

async function readingOn<T>(next: () => Promise<T>): Promise<T> {
  try {
    return await next();
  } catch (cause) {
    throw malformed(cause);
  }
}

const malformed = (cause: unknown): MalformedUploadFault =>
  new MalformedUploadFault('an upload that is not one whole file', { cause });
