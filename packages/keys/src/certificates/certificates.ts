import { randomBytes } from 'node:crypto';
import { type Result, err, ok } from '@kanribo/kernel';
import type { CertificateFiles } from './certificate-files.ts';
import { parseHostNames } from './host-names.ts';
import { type IssuedCertificate, issuedOf, keyOf, pemOf } from './issued.ts';
import {
  type Draft,
  type IssuingRefusal,
  authorityIn,
  draftAuthority,
  draftClient,
  draftServer,
  isUnfinished,
  serverIn,
} from './issuing.ts';
import { pkcs12Of } from './pkcs12.ts';
import { type CertificateRecord, type ExportedCertificate, exportedCertificate } from './record.ts';

/** What a server needs to answer under TLS; PEM. */
export interface ServerCertificate {
  readonly issued: IssuedCertificate;
  readonly certificate: string;
  readonly key: string;
  /** The authority's certificate: what clients have to trust. */
  readonly authority: string;
}

/** A device's certificate with its key, which are kept nowhere else. */
export interface DeviceCertificate {
  readonly issued: IssuedCertificate;
  /** PKCS#12. */
  readonly file: Uint8Array;
  readonly password: string;
}

/**
 * The office's own certificates: one authority at a time, what it signs, and what was issued ever.
 * Every method throws `KeysFault` where what was issued is not as it was written.
 */
export class Certificates {
  readonly #files: CertificateFiles;

  constructor(files: CertificateFiles) {
    this.#files = files;
  }

  /** All that was issued, in order. */
  async issued(): Promise<readonly IssuedCertificate[]> {
    return (await this.#files.all()).map(issuedOf);
  }

  /**
   * Makes an authority for these names alone, and the server's certificate. Where a crash left an
   * authority for the same names without one, it is completed. An authority that is there is
   * refused, or with `replace` succeeded: clients then have to trust the new one.
   */
  async create(order: {
    readonly hosts: readonly string[];
    readonly now: Date;
    readonly replace: boolean;
  }): Promise<Result<IssuedCertificate, IssuingRefusal>> {
    const { hosts, now, replace } = order;
    const names = parseHostNames(hosts);
    if (!names.ok) return names;
    const before = await this.#files.all();
    if (!isUnfinished(before, names.value)) {
      const made = await this.#issue((records) =>
        authorityIn(records) === undefined || replace
          ? ok(draftAuthority(records, names.value, now))
          : err({ code: 'authority-exists' }),
      );
      if (!made.ok) return made;
    }
    return this.renewServer(now, hosts);
  }

  /** Issues the server's certificate anew, for the names it has or others its authority permits. */
  async renewServer(
    now: Date,
    hosts: readonly string[] = [],
  ): Promise<Result<IssuedCertificate, IssuingRefusal>> {
    const made = await this.#issue((records) => draftServer(records, hosts, now));
    return made.ok ? ok(issuedOf(made.value.record)) : made;
  }

  /** Issues a certificate for a device, which shows by it that it is this one. */
  async issueClient(title: string, now: Date): Promise<Result<DeviceCertificate, IssuingRefusal>> {
    const made = await this.#issue((records) => draftClient(records, title, now));
    if (!made.ok) return made;
    const { record, key } = made.value;
    const password = oneTimePassword();
    const authority = (await this.#files.all())[record.authority - 1]?.certificate;
    if (authority === undefined) throw new RangeError('a certificate without its authority');
    const { certificate } = record;
    const file = await pkcs12Of({ certificate, authority, key, title, password });
    return ok({ issued: issuedOf(record), file, password });
  }

  /** The current authority's certificate; undefined where there is none. */
  async authority(): Promise<IssuedCertificate | undefined> {
    const known = authorityIn(await this.#files.all());
    return known && issuedOf(known);
  }

  /** The newest certificate of the server under the current authority, with its key. */
  async server(): Promise<ServerCertificate | undefined> {
    const records = await this.#files.all();
    const [authority, newest] = [authorityIn(records), serverIn(records)];
    if (newest?.key === undefined || authority === undefined) return undefined;
    return {
      issued: issuedOf(newest),
      certificate: pemOf(newest.certificate),
      key: keyOf(newest.key).export({ type: 'pkcs8', format: 'pem' }).toString(),
      authority: pemOf(authority.certificate),
    };
  }

  /** All that was issued with its keys in the clear, for the inside of an encrypted backup. */
  async exported(): Promise<readonly ExportedCertificate[]> {
    return (await this.#files.all()).map(exportedCertificate);
  }

  /**
   * Keeps what is made on all that was issued before, durably, before it is handed out; made anew
   * where another process was first.
   */
  async #issue(
    make: (records: readonly CertificateRecord[]) => Result<Draft, IssuingRefusal>,
  ): Promise<Result<Draft, IssuingRefusal>> {
    for (;;) {
      const draft = make(await this.#files.all());
      if (!draft.ok || (await this.#files.add(draft.value.record))) return draft;
    }
  }
}

/** Letters and digits that are not taken for another; 32 of them, 5 bits each. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 100 random bits in four groups. */
function oneTimePassword(): string {
  const letters = [...randomBytes(20)].map((byte) => alphabet[byte % alphabet.length] ?? '');
  return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join('')).join('-');
}
