/** What can go wrong in the domain without anybody having been refused anything. */
export type DomainFaultCode = 'entry-unknown' | 'entry-malformed' | 'catalogue-broken';

/** A fault of the domain: a stored entry it cannot fold, or a declaration that is broken. */
export class DomainFault extends Error {
  override readonly name = 'DomainFault';
  readonly code: DomainFaultCode;

  constructor(code: DomainFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
