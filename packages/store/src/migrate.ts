import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import { checkSettings } from './checks.ts';
import { booleanIn, integerIn, textIn } from './columns.ts';
import { StoreFault, faultOf } from './fault.ts';
import { firstRowOf, rowsOf, run, within } from './session.ts';
import { statements } from './sql/statements.ts';

/** One step of the schema: a numbered file that is never edited. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, in lower-case hex. */
  readonly hash: string;
}

const directory = new URL('./migrations/', import.meta.url);
const fileName = /^(\d{4})-[a-z-]+\.sql$/;

/** All migrations, in order. */
export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => fileName.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, directory), 'utf8')));
  return names.map((name, index) => {
    const text = texts[index] ?? '';
    const hash = createHash('sha256').update(text).digest('hex');
    return { number: Number(name.slice(0, 4)), name, text, hash };
  });
}

/**
 * Brings the schema up to `migrations`, all in one transaction. Run again, it does nothing.
 * @throws {StoreFault} `schema-edited` when a migration is not the one that was applied,
 * `schema-newer` when the database knows one we do not, `role-missing` when the server's role is
 * not there and cannot be made.
 */
export async function migrate(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  await checkSettings(client);
  await within(client, 'BEGIN', async () => {
    await rowsOf(client, statements.lockMigrations);
    await ensureRole(client);
    const found = await firstRowOf(client, statements.hasSchema);
    if (found === undefined || !booleanIn(found, 0)) {
      await run(client, statements.createSchema.text);
    }
    const applied = await checkApplied(client, migrations);
    for (const migration of migrations.slice(applied)) {
      await run(client, migration.text);
      const { number, name, hash } = migration;
      await rowsOf(client, statements.recordMigration, [number, name, hash]);
    }
  });
}

async function ensureRole(client: ClientBase): Promise<void> {
  try {
    await run(client, statements.ensureRole.text);
  } catch (error) {
    const fault = faultOf(error);
    if (fault.code !== 'access-refused') throw fault;
    throw new StoreFault(
      'role-missing',
      'the login may not make or take the role kanribo_server; as an administrator: ' +
        'CREATE ROLE kanribo_server NOLOGIN; GRANT kanribo_server TO <login>;',
      fault,
    );
  }
}

async function checkApplied(client: ClientBase, migrations: readonly Migration[]): Promise<number> {
  const rows = await rowsOf(client, statements.listMigrations);
  for (const [index, row] of rows.entries()) {
    const [number, name] = [integerIn(row, 0), textIn(row, 1)];
    const known = migrations[index];
    if (known === undefined) {
      const message = `the database is of a later release (${name}): use that release`;
      throw new StoreFault('schema-newer', message);
    }
    if (known.number !== number || known.name !== name || known.hash !== textIn(row, 2)) {
      const message = `migration ${name} is not the one that was applied`;
      throw new StoreFault('schema-edited', message);
    }
  }
  return rows.length;
}
