/**
 * Points in the life of a write at which a process may be killed; tests kill it there.
 *
 * - `append-sent`: the statement is on its way, its answer is not known.
 * - `append-committed`: it was answered; nobody was told.
 * - `append-answered`: the callers were told.
 * - `checkpoint-guarded`: the guard holds the new size; the note has not left.
 * - `checkpoint-released`: the note is handed out.
 * - `evidence-stored`: the bytes are kept; no entry names them.
 * - `evidence-recorded`: the entry that names them stands.
 * - `erasure-recorded`: the erasure's entry stands; the particulars are still there.
 */
export type Step =
  | 'append-sent'
  | 'append-committed'
  | 'append-answered'
  | 'checkpoint-guarded'
  | 'checkpoint-released'
  | 'evidence-stored'
  | 'evidence-recorded'
  | 'erasure-recorded';

/** Called at each {@link Step}; what follows waits for it. */
export type OnStep = (step: Step) => Promise<void> | void;
