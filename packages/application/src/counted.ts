/** Chunks as they pass, and how many bytes they were. */
export class Counted {
  readonly #content: AsyncIterable<Uint8Array>;
  bytes = 0;

  constructor(content: AsyncIterable<Uint8Array>) {
    this.#content = content;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#content) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}
