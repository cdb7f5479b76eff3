import { declarationOf } from '@kanribo/api';
import { catalogue } from '@kanribo/domain';
import { expect, test } from 'vitest';
import { filingOf } from './filing-of.ts';

const declarations = [...catalogue.values()].map(declarationOf);

test('WEB-34: each appointment of 6 to 9 has its filing, and nothing else has one', () => {
  const found = declarations.flatMap((declaration) => {
    const filing = filingOf(declarations, declaration);
    return filing === undefined ? [] : [[declaration.name, filing.name]];
  });
  expect(found).toEqual([
    ['chief-officer', 'chief-officer-filing'],
    ['audit-officer', 'audit-officer-filing'],
    ['manager', 'manager-filing'],
    ['handler', 'handlers-list'],
  ]);
});
