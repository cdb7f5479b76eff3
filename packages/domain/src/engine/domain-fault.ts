/** What can go wrong in the domain without anybody having been refused anything. */
export type DomainFaultCode = 'entry-unknown' | 'entry-malformed';

/** A fault of the domain: a stored entry it cannot fold. */
export class DomainFault extends Error {
  override readonly name = 'DomainFault';
  readonly code: DomainFaultCode;

  constructor(code: DomainFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}
