/** A file as an answer: bytes, or chunks as they are read. */
export interface FileReply {
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** Name for saving it; ASCII. */
  readonly name: string;
}

/** An answer and what goes with it. */
export interface Reply<Body> {
  readonly body: Body;
  /** Version of what is shown, for `If-Match`. */
  readonly version?: number;
  /** The token the cookie holds from now on; null ends it. */
  readonly cookie?: string | null;
}

/** What may be written wherever its values are never changed. */
export type DeepReadonly<T> = T extends (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** Whether an answer is a file. */
export function isFile(body: unknown): body is FileReply {
  return typeof body === 'object' && body !== null && 'content' in body && 'name' in body;
}
