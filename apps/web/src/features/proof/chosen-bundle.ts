import type { BundleSource } from '@kanribo/evidence';

/** A file as a folder that was chosen gives it. */
export interface ChosenFile extends Pick<Blob, 'stream'> {
  /** `folder/register/entries.jsonl`; empty where the file was chosen by itself. */
  readonly webkitRelativePath: string;
  readonly name: string;
}

/** The files of a chosen folder as a bundle; the folder's own name is no part of theirs. */
export function chosenBundle(files: readonly ChosenFile[]): BundleSource {
  const byName = new Map(files.map((file): [string, ChosenFile] => [nameIn(file), file]));
  return {
    async *names() {
      yield* byName.keys();
    },
    async *read(name) {
      const file = byName.get(name);
      if (file === undefined) throw new RangeError(`read without being listed: ${name}`);
      yield* chunksOf(file.stream());
    },
  };
}

const nameIn = ({ webkitRelativePath, name }: ChosenFile): string =>
  webkitRelativePath === '' ? name : webkitRelativePath.split('/').slice(1).join('/');

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    reader.releaseLock();
  }
}
