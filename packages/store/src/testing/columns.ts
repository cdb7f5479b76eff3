import type { ClientBase } from 'pg';
import { type Row, textIn } from '../columns.ts';

/** A column of a table of this product. */
export interface TableColumn {
  readonly table: string;
  readonly column: string;
  /** As `information_schema` names it, e.g. `bytea`. */
  readonly type: string;
}

const query = `SELECT table_name, column_name, data_type
FROM information_schema.columns
WHERE table_schema = 'kanribo'
ORDER BY table_name, ordinal_position`;

/** Every column of every table of this product, on a connection of the database's owner. */
export async function tableColumns(client: ClientBase): Promise<readonly TableColumn[]> {
  const { rows } = await client.query<string[]>({ text: query, rowMode: 'array' });
  return rows.map((row: Row) => ({
    table: textIn(row, 0),
    column: textIn(row, 1),
    type: textIn(row, 2),
  }));
}
