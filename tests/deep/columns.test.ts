import { MemoryKeys, newInstance, toyOffice } from '@kanribo/application/testing';
import { openDatabase, openStore } from '@kanribo/store';
import {
  type TableColumn,
  type TestDatabase,
  createTestDatabase,
  tableColumns,
} from '@kanribo/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cell, cellsOf, withOthers } from './columns/alterations.ts';
import { findingsIn, live } from './columns/look.ts';
import { accountColumns, heldColumns, unnoticedColumns } from './unnoticed-columns.ts';

const keys = new MemoryKeys();
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const open = await openDatabase({ url: database.url });
  const store = openStore(open, (id) => keys.evidenceKey(id));
  await live(await newInstance(toyOffice({ store, keys })));
  await open.close();
});

afterAll(() => database.close());

/** Words of which a finding has to have one, so that a reader knows where to look. */
function placesOf({ table, name }: Cell): readonly string[] {
  if (table === 'migration') return ['migration'];
  if (table === 'evidence') return ['evidence'];
  const [, log = name] = / of [^/]+\/(\w+)$/.exec(name) ?? [];
  return [log, 'manifest-logs'];
}

test('SUR-6: what the product wrote is found to be sound', async () => {
  expect(await findingsIn(database.url, keys)).toEqual([]);
});

test('SUR-6: a change of any cell is named, but for the columns on the list', async () => {
  const all = await database.asOwner(tableColumns);
  const isOfAccounts = ({ table }: TableColumn) => table.startsWith('account_');
  const ofAccounts = all.filter(isOfAccounts).map(({ table, column }) => `${table}.${column}`);
  expect(ofAccounts.sort()).toEqual(Object.keys(accountColumns).sort());
  const columns = all.filter((column) => !isOfAccounts(column));
  const unnoticed = new Set<string>();
  const unnamed: string[] = [];
  const held: string[] = [];
  const report: string[] = [];
  for (const column of columns) {
    const cells = await cellsOf(database, column);
    expect(cells, `${column.table}.${column.column} holds nothing`).not.toEqual([]);
    let changes = 0;
    for (const cell of cells) {
      const where = `${cell.table}.${cell.column}, ${cell.name}`;
      const seen = await withOthers(database, cell, () => findingsIn(database.url, keys));
      changes += seen.length;
      for (const findings of seen) {
        if (findings.length === 0) unnoticed.add(`${cell.table}.${cell.column}`);
        const text = findings.join('\n');
        const isNamed = placesOf(cell).some((place) => text.includes(place));
        if (findings.length > 0 && !isNamed) unnamed.push(`${where}: ${text}`);
      }
    }
    report.push(
      `  ${column.table}.${column.column}: ${changes} changes in ${cells.length} cells\n`,
    );
    if (changes === 0) held.push(`${column.table}.${column.column}`);
  }
  process.stdout.write(`${columns.length} columns, changed as follows:\n${report.join('')}`);
  expect(unnamed).toEqual([]);
  expect(held.sort()).toEqual(Object.keys(heldColumns).sort());
  expect([...unnoticed].sort()).toEqual(Object.keys(unnoticedColumns).sort());
  expect(await findingsIn(database.url, keys)).toEqual([]);
});
