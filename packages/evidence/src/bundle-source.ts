/**
 * A bundle, wherever it is: a directory, an archive, files dropped onto a page, or the running
 * data presented as one. All a verifier ever reads.
 */
export interface BundleSource {
  /** The names of all files, in any order, `/` between folders; nothing in them is trusted. */
  names(): AsyncIterable<string>;
  /**
   * The bytes of a file that {@link names} has named, in chunks of any length. May be called again
   * for the same file. Chunks belong to the reader until it asks for the next.
   */
  read(name: string): AsyncIterable<Uint8Array>;
}
