/**
 * What can go wrong in a keys directory; codes are never renamed.
 *
 * - `permissions-too-open`: others than the owner may use it; the message says what to run.
 * - `root-damaged`: `root.json` is not as it was written.
 * - `contract-damaged`: a contract's file is not as it was written for this contract and root key.
 * - `guard-damaged`: the guard is not as it was written, beyond a last line that was cut off.
 * - `guard-missing`: there is no guard; without one nothing may be signed.
 * - `certificate-damaged`: a certificate's file is not as it was written, or is gone.
 * - `contract-keys-missing`: keys were asked of a contract that has none.
 * - `head-malformed`: what is to be signed has no possible size or root.
 * - `storage-failed`: the file system did not do as asked; `cause` says what it answered.
 */
export type KeysFaultCode =
  | 'permissions-too-open'
  | 'root-damaged'
  | 'contract-damaged'
  | 'guard-damaged'
  | 'guard-missing'
  | 'certificate-damaged'
  | 'contract-keys-missing'
  | 'head-malformed'
  | 'storage-failed';

/** A fault of the keys directory. Neither message nor cause ever holds a secret. */
export class KeysFault extends Error {
  override readonly name = 'KeysFault';
  readonly code: KeysFaultCode;

  constructor(code: KeysFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
