/**
 * The three uses of one log: everything that is folded (`register`), who saw what (`access`), and
 * the machine's own (`instance`).
 */
export type LogName = 'register' | 'access' | 'instance';

/** All logs, in the order in which they are kept in a bundle and verified. */
export const logNames = ['register', 'access', 'instance'] as const satisfies readonly LogName[];

/** Whether a text names a log. */
export const isLogName = (text: unknown): text is LogName => logNames.some((name) => name === text);
