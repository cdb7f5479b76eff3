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
