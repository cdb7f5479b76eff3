import { ApplicationFault, isUnavailable } from '@kanribo/application';
import { StoreFault } from '@kanribo/store';
import { JsonBodyFault } from './json-body.ts';
import type { Problem } from './problem.ts';

/** A body that is more than is taken; thrown while it is read. */
export class TooLargeFault extends Error {
  override readonly name = 'TooLargeFault';
}

/** An upload that broke off, or is not one file as a form sends it; thrown while it is read. */
export class MalformedUploadFault extends Error {
  override readonly name = 'MalformedUploadFault';
}

/**
 * What a caller is told of what was thrown: never its words, which may name files, statements or
 * people. `undefined`: nobody foresaw it, and the server's own log says more.
 */
export function problemOfFault(fault: unknown): Problem | undefined {
  if (isUnavailable(fault)) return { code: 'unavailable' };
  if (fault instanceof ApplicationFault) return ofApplication[fault.code];
  if (fault instanceof TooLargeFault) return { code: 'too-large' };
  if (fault instanceof MalformedUploadFault) return { code: 'malformed', field: 'file' };
  if (fault instanceof JsonBodyFault || fault instanceof SyntaxError) return { code: 'malformed' };
  if (fault instanceof StoreFault) {
    return fault.code === 'evidence-too-large' ? { code: 'too-large' } : undefined;
  }
  return ofFastify(fault);
}

const ofApplication = {
  unavailable: { code: 'unavailable' },
  corrupt: { code: 'read-only' },
  'unknown-contract': { code: 'not-found' },
  'empty-decision': undefined,
} as const satisfies Record<ApplicationFault['code'], Problem | undefined>;

function ofFastify(fault: unknown): Problem | undefined {
  const status = fault instanceof Error && 'statusCode' in fault ? fault.statusCode : undefined;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  if (status === 413) return { code: 'too-large' };
  if (status === 415 || status === 406) return { code: 'media-unsupported' };
  return status === 404 ? { code: 'not-found' } : { code: 'malformed' };
}
