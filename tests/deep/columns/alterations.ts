import type { TableColumn, TestDatabase } from '@kanribo/store/testing';

/** A cell that is to be changed: in a row of a log, or of a table that has no logs. */
export interface Cell extends TableColumn {
  /** SQL that is true of the one row. */
  readonly row: string;
  /** The row as a reader knows it, e.g. `first of toy-2026/register`. */
  readonly name: string;
}

/** The rows of a table whose cells are changed: the first and the last of each log. */
const rowsIn: Readonly<Record<string, { readonly within: string; readonly order: string }>> = {
  entry: { within: "contract_id || '/' || log", order: 'sequence' },
  evidence: { within: 'contract_id', order: 'digest, position' },
  log: { within: "contract_id || '/' || log", order: 'contract_id' },
  migration: { within: "'all'", order: 'number' },
  tile: { within: "contract_id || '/' || log", order: 'level, index' },
};

/** Other values of a type; of those of a key a table takes some only. */
const othersOf: Readonly<Record<string, (column: string) => readonly string[]>> = {
  text: (column) => [`${column} || 'x'`, `'x' || ${column}`],
  bytea: (column) => [`set_byte(${column}, 0, get_byte(${column}, 0) # 1)`],
  bigint: (column) => [`${column} + 1`],
  integer: (column) => [`${column} + 1`],
  smallint: (column) => [`${column} + 1`],
  'timestamp with time zone': (column) => [`${column} + interval '1 second'`],
  'USER-DEFINED': () => ["'register'", "'access'", "'instance'"],
};

/** Every cell of a column that is changed; none where the table has no row with a value. */
export async function cellsOf(
  { asOwner }: TestDatabase,
  column: TableColumn,
): Promise<readonly Cell[]> {
  const { within, order } = ruleOf(rowsIn, column.table);
  const query = `SELECT DISTINCT ON (part, place) part, place, at FROM (
      SELECT ${within} AS part, at, place FROM (
        SELECT *, md5(one::text) AS at, row_number() OVER up AS up, row_number() OVER down AS down
        FROM kanribo.${column.table} AS one WHERE ${column.column} IS NOT NULL
        WINDOW up AS (PARTITION BY ${within} ORDER BY ${order}),
          down AS (PARTITION BY ${within} ORDER BY ${order.replaceAll(',', ' DESC,')} DESC)
      ) AS numbered, LATERAL (VALUES ('first', up), ('last', down)) AS ends (place, nth)
      WHERE nth = 1
    ) AS found`;
  const { rows } = await asOwner((client) =>
    client.query<{ part: string; place: string; at: string }>(query),
  );
  const cells = new Map<string, Cell>();
  for (const { part, place, at } of rows) {
    cells.set(at, { ...column, row: `md5(one::text) = '${at}'`, name: `${place} of ${part}` });
  }
  return [...cells.values()];
}

/**
 * Changes a cell to one value after another, lets `look` look at the database each time, and puts
 * the whole table back. Leaves out the values the database does not take for the cell.
 */
export async function withOthers<T>(
  { asOwner }: TestDatabase,
  { table, column, type, row }: Cell,
  look: () => Promise<T>,
): Promise<readonly T[]> {
  const run = (sql: string) => asOwner((client) => client.query(sql));
  const seen: T[] = [];
  await run(`CREATE TABLE kept AS SELECT * FROM kanribo.${table}`);
  for (const other of ruleOf(othersOf, type)(column)) {
    const change = `UPDATE kanribo.${table} AS one SET ${column} = ${other}
      WHERE ${row} AND one.${column} IS DISTINCT FROM ${other}`;
    const changed = await run(change).catch(() => undefined);
    if (changed?.rowCount !== 1) continue;
    seen.push(await look());
    await run(`TRUNCATE kanribo.${table}`);
    await run(`INSERT INTO kanribo.${table} SELECT * FROM kept`);
  }
  await run('DROP TABLE kept');
  return seen;
}

function ruleOf<T>(rules: Readonly<Record<string, T>>, name: string): T {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`no rule how to change ${name}`);
  return rule;
}
