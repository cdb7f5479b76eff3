import type { JsonProblem } from './json-problem.ts';

/** What can go wrong in the kernel by a slip of the caller; codes are never renamed. */
export type KernelFaultCode = JsonProblem | 'day-out-of-range' | 'count-out-of-range';

/** A slip in the program, never an answer to outside input: those are returned as values. */
export class KernelFault extends Error {
  override readonly name = 'KernelFault';
  readonly code: KernelFaultCode;

  constructor(code: KernelFaultCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options);
    this.code = code;
  }
}
