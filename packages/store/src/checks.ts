import type { ClientBase } from 'pg';
import { type Row, booleanIn, integerIn, textIn } from './columns.ts';
import { StoreFault } from './fault.ts';
import { firstRowOf } from './session.ts';
import { statements } from './sql/statements.ts';

const oldestVersion = 150_000;
const durableCommits = ['on', 'remote_apply'];

function weakSettings(row: Row): readonly string[] {
  const [fsync, fullPageWrites, commit] = [textIn(row, 0), textIn(row, 1), textIn(row, 2)];
  return [
    ...(fsync === 'on' ? [] : [`fsync = ${fsync}`]),
    ...(fullPageWrites === 'on' ? [] : [`full_page_writes = ${fullPageWrites}`]),
    ...(durableCommits.includes(commit) ? [] : [`synchronous_commit = ${commit}`]),
  ];
}

/** What is wrong with the settings in a row of `check-settings.sql`, if anything is. */
export function settingsFault(row: Row): StoreFault | undefined {
  const [encoding, version] = [textIn(row, 3), integerIn(row, 4)];
  if (version < oldestVersion) {
    return new StoreFault('version-too-old', `PostgreSQL 15 or later is needed, not ${version}`);
  }
  if (encoding !== 'UTF8') {
    const message = `the database is encoded in ${encoding}: make one with ENCODING 'UTF8'`;
    return new StoreFault('encoding-not-utf8', message);
  }
  if (booleanIn(row, 5)) {
    const message = 'the database is a standby, or read-only: name the one that takes writes';
    return new StoreFault('standby', message);
  }
  const weak = weakSettings(row);
  if (weak.length === 0) return undefined;
  return new StoreFault(
    'settings-weak',
    `the database could lose an acknowledged write (${weak.join(', ')}): set fsync, ` +
      'full_page_writes and synchronous_commit to on',
  );
}

/**
 * Refuses a database that could lose what it acknowledged, or that this product is not made for.
 * What counts is what is in force on this very connection, whoever set it.
 * @throws {StoreFault} `settings-weak`, `encoding-not-utf8`, `version-too-old` or `standby`.
 */
export async function checkSettings(client: ClientBase): Promise<void> {
  const row = await firstRowOf(client, statements.checkSettings);
  if (row === undefined) throw new StoreFault('corrupt', 'the database does not say its settings');
  const fault = settingsFault(row);
  if (fault !== undefined) throw fault;
}

/**
 * Refuses to work under a role that could change what is only ever to be added to.
 * @throws {StoreFault} `role-too-strong`.
 */
export async function checkRole(client: ClientBase): Promise<void> {
  const row = await firstRowOf(client, statements.checkRole);
  if (row !== undefined && !booleanIn(row, 0)) return;
  throw new StoreFault(
    'role-too-strong',
    'the role kanribo_server may change or delete entries: take those rights from it',
  );
}
