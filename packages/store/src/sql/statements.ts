import { readFileSync } from 'node:fs';

/** One SQL statement: its text, and its name where it is prepared once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

function statement(name: string): Statement {
  return { name, text: readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8') };
}

/** All statements the server sends, each from the file of its name. */
export const statements = {
  accountAddToCounter: statement('account-add-to-counter'),
  accountDropCounters: statement('account-drop-counters'),
  accountDropOldSessions: statement('account-drop-old-sessions'),
  accountDropSecrets: statement('account-drop-secrets'),
  accountDropSessions: statement('account-drop-sessions'),
  accountKeepSecret: statement('account-keep-secret'),
  accountKeepSession: statement('account-keep-session'),
  accountListCounters: statement('account-list-counters'),
  accountListSecretIds: statement('account-list-secret-ids'),
  accountListSecrets: statement('account-list-secrets'),
  accountListSessions: statement('account-list-sessions'),
  accountMoveCounter: statement('account-move-counter'),
  accountReadCounter: statement('account-read-counter'),
  accountReadSecrets: statement('account-read-secrets'),
  accountReadSession: statement('account-read-session'),
  accountSpendSecret: statement('account-spend-secret'),
  accountTakeSecret: statement('account-take-secret'),
  accountTouchSession: statement('account-touch-session'),
  append: statement('append'),
  appendOne: statement('append-one'),
  checkRole: statement('check-role'),
  checkSettings: statement('check-settings'),
  createLog: statement('create-log'),
  createSchema: statement('create-schema'),
  endLostSession: statement('end-lost-session'),
  ensureRole: statement('ensure-role'),
  enterRole: statement('enter-role'),
  eraseParticulars: statement('erase-particulars'),
  hasSchema: statement('has-schema'),
  holdsAnything: statement('holds-anything'),
  keepEvidenceChunk: statement('keep-evidence-chunk'),
  listEvidence: statement('list-evidence'),
  listLogs: statement('list-logs'),
  listMigrations: statement('list-migrations'),
  lockFilling: statement('lock-filling'),
  lockMigrations: statement('lock-migrations'),
  otherSessions: statement('other-sessions'),
  readEntries: statement('read-entries'),
  readEntriesJoined: statement('read-entries-joined'),
  readEvidenceChunk: statement('read-evidence-chunk'),
  readEvidenceEnd: statement('read-evidence-end'),
  readHead: statement('read-head'),
  readParticulars: statement('read-particulars'),
  readTile: statement('read-tile'),
  readTilesAfter: statement('read-tiles-after'),
  recordMigration: statement('record-migration'),
} as const;
