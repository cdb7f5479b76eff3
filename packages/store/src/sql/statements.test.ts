import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { statements } from './statements.ts';

const contractTables = /kanribo\.(log|entry|tile|evidence)\b/;
const overAllContracts = ['list-logs', 'holds-anything', 'check-role'];

test('STO-11: every statement on a contract table says `contract_id = $1`', () => {
  const onContracts = Object.values(statements).filter(
    ({ name, text }) => contractTables.test(text) && !overAllContracts.includes(name),
  );
  const unbound = onContracts.filter(({ text }) => !text.includes('contract_id = $1'));
  expect(unbound).toEqual([]);
  expect(onContracts.length).toBeGreaterThan(8);
});

test('STO-11: each file of SQL holds one statement that is used', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.sql'));
  expect(files.map((name) => name.slice(0, -'.sql'.length)).sort()).toEqual(
    Object.values(statements)
      .map(({ name }) => name)
      .sort(),
  );
});
