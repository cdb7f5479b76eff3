import { DatabaseError } from 'pg';

/**
 * Why the store did not do what it was asked.
 *
 * - `unavailable`: the database did not answer; a write may have happened or not.
 * - `disk-full`: the database has no room left; nothing was written.
 * - `settings-weak`: a setting of the database could lose an acknowledged write.
 * - `encoding-not-utf8`, `version-too-old`, `standby`: a database this product does not use.
 * - `role-missing`, `role-too-strong`: the role the server works under is not as it must be.
 * - `schema-edited`, `schema-newer`: the migrations on record are not the ones that are here.
 * - `connection-unprotected`: the database is on another machine, and its certificate is not checked.
 * - `access-refused`: the database refused the login or the statement for want of a right.
 * - `binaries-missing`, `account-missing`, `data-directory-unreachable`,
 *   `database-not-starting`: the embedded database cannot be started here.
 * - `origin-differs`: the log is there already under another origin.
 * - `evidence-too-large`, `evidence-corrupt`: see `keep` and `evidence` of the store.
 * - `corrupt`: what the database gave back is not what was put in.
 * - `unexpected`: anything else; the cause says what.
 */
export type StoreFaultCode =
  | 'unavailable'
  | 'disk-full'
  | 'settings-weak'
  | 'encoding-not-utf8'
  | 'version-too-old'
  | 'standby'
  | 'role-missing'
  | 'role-too-strong'
  | 'schema-edited'
  | 'schema-newer'
  | 'connection-unprotected'
  | 'access-refused'
  | 'binaries-missing'
  | 'account-missing'
  | 'data-directory-unreachable'
  | 'database-not-starting'
  | 'origin-differs'
  | 'evidence-too-large'
  | 'evidence-corrupt'
  | 'corrupt'
  | 'unexpected';

/** What this package throws: a closed code for programs, a sentence for people, and the cause. */
export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreFault';
    this.code = code;
  }
}

const notAnswering = /^(08|57P0|53300|57014|40001|40P01)/;
const readOnly = /^25006/;
const wantOfRight = /^(42501|28|3D000)/;
const damaged = /^XX00[12]/;

function codeOf(error: DatabaseError): StoreFaultCode {
  const state = error.code ?? '';
  if (notAnswering.test(state)) return 'unavailable';
  if (state === '53100') return 'disk-full';
  if (readOnly.test(state)) return 'standby';
  if (wantOfRight.test(state)) return 'access-refused';
  if (damaged.test(state)) return 'corrupt';
  return 'unexpected';
}

/**
 * Any error as a fault of this package. An error that did not come from the database's answer is
 * one of the connection: `unavailable`.
 */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (error instanceof DatabaseError) {
    return new StoreFault(codeOf(error), `the database refused: ${error.message}`, error);
  }
  if (error instanceof TypeError || error instanceof RangeError || !(error instanceof Error)) {
    return new StoreFault(
      'unexpected',
      `the store met what it does not know: ${String(error)}`,
      error,
    );
  }
  if (error.message.startsWith('SASL')) {
    return new StoreFault('access-refused', `the login failed: ${error.message}`, error);
  }
  return new StoreFault('unavailable', `the database does not answer: ${error.message}`, error);
}
