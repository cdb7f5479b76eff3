/**
 * Points at which a process may be killed; tests kill it there.
 *
 * - `directory-staged`: a new directory is written whole; it has not got its name.
 * - `contract-staged`: a contract's keys are written whole; they have not got their name.
 * - `certificate-staged`: a certificate is written whole; it has not got its name.
 * - `guard-appended`: a line is appended to the guard; it is not fsynced.
 * - `guard-staged`: a guard file is finished; the one that carries on has not got its name.
 * - `checkpoint-guarded`: the guard holds the new size, durably; the note has not left.
 */
export type KeysStep =
  | 'directory-staged'
  | 'contract-staged'
  | 'certificate-staged'
  | 'guard-appended'
  | 'guard-staged'
  | 'checkpoint-guarded';

/** Called at each {@link KeysStep}; what follows waits for it. */
export type OnStep = (step: KeysStep) => Promise<void> | void;
