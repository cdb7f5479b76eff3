/**
 * Why a command ends without having done what it was asked; codes are never renamed.
 *
 * - `usage`: the command line cannot be understood; exit code 2.
 * - `failed`: understood, but it cannot be done; exit code 1.
 */
export type CliFaultCode = 'usage' | 'failed';

/** Ends a command. The message is what the user reads: Japanese, and what to do next. */
export class CliFault extends Error {
  override readonly name = 'CliFault';
  readonly code: CliFaultCode;

  constructor(code: CliFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
