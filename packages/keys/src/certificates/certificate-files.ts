import type { KeyObject } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere, makePrivateDirectory, publishFile, readPrivate } from '../durable-files.ts';
import { KeysFault } from '../keys-fault.ts';
import type { OnStep } from '../steps.ts';
import {
  type CertificateRecord,
  certificateFileName,
  formatCertificateFile,
  numberOfFileName,
  parseCertificateFile,
} from './record.ts';

/** What was issued: one file each, written once and never again. */
export class CertificateFiles {
  readonly #directory: string;
  readonly #root: KeyObject;
  readonly #onStep: OnStep;

  constructor(directory: string, root: KeyObject, onStep: OnStep) {
    this.#directory = directory;
    this.#root = root;
    this.#onStep = onStep;
  }

  /**
   * All that was issued, in order.
   * @throws {KeysFault} `certificate-damaged`, `permissions-too-open`, `storage-failed`.
   */
  async all(): Promise<readonly CertificateRecord[]> {
    const names = (await ifThere(this.#directory, () => readdir(this.#directory))) ?? [];
    const count = names.filter((name) => numberOfFileName(name) !== undefined).length;
    const records: CertificateRecord[] = [];
    for (let number = 1; number <= count; number += 1) records.push(await this.#read(number));
    return records;
  }

  /**
   * Keeps a certificate under the next number, durably; `false` where another process took that
   * number first, and nothing is kept.
   */
  async add(record: CertificateRecord): Promise<boolean> {
    await makePrivateDirectory(this.#directory);
    const path = join(this.#directory, certificateFileName(record.number));
    const file = formatCertificateFile(this.#root, record);
    const staged = async (): Promise<void> => this.#onStep('certificate-staged');
    return (await publishFile(path, file, staged)) === 'published';
  }

  async #read(number: number): Promise<CertificateRecord> {
    const file = await readPrivate(join(this.#directory, certificateFileName(number)));
    const record = file && parseCertificateFile(this.#root, number, file);
    if (record !== undefined) return record;
    throw new KeysFault('certificate-damaged', `the certificate ${number} does not open`);
  }
}
