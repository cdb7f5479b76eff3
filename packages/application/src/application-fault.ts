/**
 * What can go wrong beneath a use case; codes are never renamed.
 *
 * - `unavailable`: the database did not answer. Whether the command stands is not known; the same
 *   command id may be sent again and is recorded at most once.
 * - `corrupt`: what is stored does not agree with itself; the contract is read-only.
 * - `empty-decision`: a decision that records nothing.
 * - `unknown-contract`: no contract of this instance has the id.
 */
export type ApplicationFaultCode =
  | 'unavailable'
  | 'corrupt'
  | 'empty-decision'
  | 'unknown-contract';

/** Thrown by use cases; what people may do about a refusal is returned as a value instead. */
export class ApplicationFault extends Error {
  override readonly name = 'ApplicationFault';
  readonly code: ApplicationFaultCode;

  constructor(code: ApplicationFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}

/** Whether a port says that the database did not answer, and so that nothing is known. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'unavailable';
}
