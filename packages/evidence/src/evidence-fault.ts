/** What can go wrong in this package by a slip of its caller; codes are never renamed. */
export type EvidenceFaultCode = 'entry-malformed' | 'file-unknown' | 'bundle-malformed';

/** A slip in the program or in its storage, never an answer to a bundle that is to be verified. */
export class EvidenceFault extends Error {
  override readonly name = 'EvidenceFault';
  readonly code: EvidenceFaultCode;

  constructor(code: EvidenceFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
