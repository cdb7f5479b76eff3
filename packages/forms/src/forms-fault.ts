/** What can go wrong while a document is made; codes are never renamed. */
export type FormsFaultCode =
  | 'document-malformed'
  | 'code-too-long'
  | 'paper-impossible'
  | 'font-unreadable'
  | 'compile-failed'
  | 'renderer-crashed'
  | 'renderer-timed-out'
  | 'renderer-closed';

/** A document was not made; nothing was printed and the next document can be tried. */
export class FormsFault extends Error {
  override readonly name = 'FormsFault';
  readonly code: FormsFaultCode;

  constructor(code: FormsFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
