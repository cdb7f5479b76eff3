import { fromUtf8 } from '@kanribo/kernel';
import type { BundleSource } from './bundle-source.ts';
import type { FindingList } from './finding-list.ts';
import { limits } from './limits.ts';
import { readWhole } from './small-file.ts';

/** The files of a bundle, each either claimed by what it is for or left over at the end. */
export class BundleFiles {
  readonly #source: BundleSource;
  readonly #findings: FindingList;
  readonly #unclaimed = new Set<string>();

  private constructor(source: BundleSource, findings: FindingList) {
    this.#source = source;
    this.#findings = findings;
  }

  /** Lists a bundle; more files than the limit are not looked at, and that is a finding. */
  static async list(source: BundleSource, findings: FindingList): Promise<BundleFiles> {
    const files = new BundleFiles(source, findings);
    let count = 0;
    for await (const name of source.names()) {
      count += 1;
      if (count > limits.fileCount) {
        findings.add({ code: 'files-too-many', count: limits.fileCount });
        break;
      }
      files.#list(name);
    }
    return files;
  }

  #list(name: string): void {
    const file = name.slice(0, limits.fileNameLength);
    if (this.#unclaimed.has(file)) this.#findings.add({ code: 'file-repeated', file });
    this.#unclaimed.add(file);
  }

  /** Says what a file is for; false, and a finding, when it is not there. */
  claim(file: string): boolean {
    if (this.#unclaimed.delete(file)) return true;
    this.#findings.add({ code: 'file-missing', file });
    return false;
  }

  /** Whether the file is there and nobody has claimed it yet. */
  has(file: string): boolean {
    return this.#unclaimed.has(file);
  }

  /** The chunks of a file that was claimed. */
  chunks(file: string): AsyncIterable<Uint8Array> {
    return this.#source.read(file);
  }

  /** A small file as a whole; undefined, and a finding, when it is not there or too long. */
  async bytes(file: string, bytesAtMost: number): Promise<Uint8Array | undefined> {
    if (!this.claim(file)) return undefined;
    const bytes = await readWhole(this.chunks(file), bytesAtMost);
    if (bytes === undefined) this.#findings.add({ code: 'file-too-long', file });
    return bytes;
  }

  /** {@link bytes} as text; what is not UTF-8 reads as an empty text, which no file may be. */
  async text(file: string, bytesAtMost: number): Promise<string | undefined> {
    const bytes = await this.bytes(file, bytesAtMost);
    return bytes === undefined ? undefined : (fromUtf8(bytes) ?? '');
  }

  /** What nobody has claimed. */
  unclaimed(): Iterable<string> {
    return this.#unclaimed;
  }
}
