/** What can go wrong in this package by a slip of its caller; codes are never renamed. */
export type MerkleFaultCode =
  | 'hash-malformed'
  | 'size-out-of-range'
  | 'range-impossible'
  | 'tile-missing'
  | 'tile-malformed'
  | 'entry-too-long'
  | 'bundle-width'
  | 'key-malformed'
  | 'note-text-malformed'
  | 'signature-malformed'
  | 'proof-malformed';

/** A slip in the program or in its storage, never an answer to outside input. */
export class MerkleFault extends Error {
  override readonly name = 'MerkleFault';
  readonly code: MerkleFaultCode;

  constructor(code: MerkleFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
