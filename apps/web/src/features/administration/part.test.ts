import { expect, test } from 'vitest';
import { asAuditor, noPart, readPart } from './part.ts';

test('WEB-26: a part in a contract is sent once it is whole, an auditor’s with its last day', () => {
  const part = { ...noPart, contract: 'alpha' };
  expect(readPart(noPart)).toEqual({ kind: 'none' });
  expect(readPart(part)).toEqual({ kind: 'unfit', missing: 'person' });
  expect(readPart({ ...part, person: 'person-3' })).toEqual({
    kind: 'person',
    contract: 'alpha',
    person: 'person-3',
  });
  const audit = { ...part, person: asAuditor };
  expect(readPart({ ...audit, until: '13月' })).toEqual({ kind: 'unfit', missing: 'until' });
  expect(readPart({ ...audit, until: '令和8年12月31日' })).toEqual({
    kind: 'auditor',
    contract: 'alpha',
    until: '2026-12-31',
  });
});
