import type { CounterStore, StoredCounter } from '@kanribo/application';
import { type Row, integerIn, textIn } from '../columns.ts';
import type { Lend } from '../logs/reader.ts';
import { firstRowOf, rowsOf } from '../session.ts';
import { statements } from '../sql/statements.ts';
import { textArray } from './secrets.ts';

/** Keeps counters over connections that `lend` gives. */
export function counterStore(lend: Lend): CounterStore {
  return {
    counter: async (name) => {
      const row = await lend((client) => firstRowOf(client, statements.accountReadCounter, [name]));
      return row === undefined ? undefined : counterIn(row);
    },
    moveCounter: async ({ name, count, changedMs }, expected) => {
      const values = [name, count, changedMs, expected];
      const rows = await lend((client) => rowsOf(client, statements.accountMoveCounter, values));
      return rows.length === 1;
    },
    addToCounter: async ({ name, count, changedMs }) => {
      const values = [name, count, changedMs];
      await lend((client) => rowsOf(client, statements.accountAddToCounter, values));
    },
    counters: async (prefix) => {
      const values = [prefix];
      const rows = await lend((client) => rowsOf(client, statements.accountListCounters, values));
      return rows.map(counterIn);
    },
    dropCounters: async (names) => {
      if (names.length === 0) return;
      await lend((client) => rowsOf(client, statements.accountDropCounters, [textArray(names)]));
    },
  };
}

const counterIn = (row: Row): StoredCounter => ({
  name: textIn(row, 0),
  count: integerIn(row, 1),
  changedMs: integerIn(row, 2),
});
