/** Columns a change of which no check notices, each with the reason why that may be so. */
export const unnoticedColumns: Readonly<Record<string, string>> = {
  'migration.applied_at':
    'when a migration ran is told to people who look for the cause of something; nothing is ' +
    'decided by it, and no promise is made of it',
};

/** Columns of which the database itself takes no other value in any row, with the reason. */
export const heldColumns: Readonly<Record<string, string>> = {
  'log.log':
    'a contract has both its logs, so that the key refuses one under the name of the other, and ' +
    'only the contract `instance` may have a log `instance`',
};

const ofSecrets =
  'stands in no log: a changed secret does not open, and sign-in says `corrupt` (ACC-26); one that ' +
  'no entry names counts for nothing';
const ofSessions =
  'a session lasts for hours and is in no backup; one that was changed is `corrupt` to who uses it ' +
  '(ACC-26)';
const ofTimes = 'only lets a session that was really begun go on for longer, twelve hours at most';
const ofCounters = 'a counter only makes somebody wait; what was refused is entered within minutes';

/**
 * Columns of tables that are about accounts, with the reason why verification does not look at
 * them. What an account is stands in the instance log, which it does look at.
 */
export const accountColumns: Readonly<Record<string, string>> = {
  'account_counter.counter': ofCounters,
  'account_counter.count': ofCounters,
  'account_counter.changed_ms': ofCounters,
  'account_secret.secret': ofSecrets,
  'account_secret.account': ofSecrets,
  'account_secret.kind': ofSecrets,
  'account_secret.sealed': ofSecrets,
  'account_secret.counter':
    'lowered, a code or a passkey could be used again; who can write here and has the code too is ' +
    'not held off by it',
  'account_secret.made_ms': 'decides only when a leftover is thrown away and a challenge is over',
  'account_session.session': ofSessions,
  'account_session.account': ofSessions,
  'account_session.kind': ofSessions,
  'account_session.since': ofSessions,
  'account_session.started_ms': ofSessions,
  'account_session.seen_ms': ofTimes,
  'account_session.proved_ms': ofTimes,
  'account_session.passkey': ofSessions,
  'account_session.certificate': ofSessions,
  'account_session.certificate_subject': ofSessions,
  'account_session.address': ofSessions,
  'account_session.agent': ofSessions,
  'account_session.mac': ofSessions,
};
