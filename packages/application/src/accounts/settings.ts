const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long things last; every value may be set by who runs the server. */
export interface AccountSettings {
  /** A session that was not used for so long is over. */
  readonly idleMs: number;
  /** A session is over so long after it was begun, used or not. */
  readonly sessionMs: number;
  /** How long a second step, and an enrolment, may be waited for. */
  readonly pendingMs: number;
  readonly enrolmentMs: number;
  readonly setUpLinkMs: number;
  readonly invitationMs: number;
  /** An account nobody used for so long is suspended. */
  readonly dormantMs: number;
  /** Failures one after another that lock an account. */
  readonly lockAfter: number;
  /** Failures that cost no waiting; the next cost 1, 2, 4 … seconds. */
  readonly freeAttempts: number;
  readonly longestDelayMs: number;
  /** The longest delay of an account whose person nobody could stand in for. */
  readonly lastOneDelayMs: number;
  /** The same for second steps, at which only arrives who knows the password. */
  readonly lastOneSecondDelayMs: number;
  /** After so long without a failure an address begins anew. */
  readonly addressMemoryMs: number;
}

/** What counts where nothing else is set; NIST SP 800-63B-4 §2.2.3 asks for 24 h and 1 h at most. */
export const defaultSettings: AccountSettings = {
  idleMs: 30 * minuteMs,
  sessionMs: 12 * hourMs,
  pendingMs: 10 * minuteMs,
  enrolmentMs: hourMs,
  setUpLinkMs: dayMs,
  invitationMs: 7 * dayMs,
  dormantMs: 90 * dayMs,
  lockAfter: 20,
  freeAttempts: 5,
  longestDelayMs: 15 * minuteMs,
  lastOneDelayMs: 5 * secondMs,
  lastOneSecondDelayMs: minuteMs,
  addressMemoryMs: hourMs,
};
