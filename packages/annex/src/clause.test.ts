import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { clause, clauseInJapanese, clauseParts, parseClause } from './clause.ts';
import { dutyIds } from './duty-ids.ts';
import { profiles } from './profiles.ts';

test.each([
  ['7', '第7条'],
  ['9.2', '第9条第2項'],
  ['20(6)ウ', '第20条第6号ウ'],
  ['17.4(1)', '第17条第4項第1号'],
  ['22.2イ', '第22条第2項イ'],
])('ANX-1: %s is read and printed as %s', (text, japanese) => {
  expect(clauseInJapanese(clause(text))).toBe(japanese);
});

test('ANX-1: anything else is not a clause, and asking never throws', () => {
  for (const text of ['', '0', '9.', '20()', '20(6)ウウ', '第9条', '9.2 ', '9,2', '1000']) {
    expect(parseClause(text).ok).toBe(false);
  }
  expect(() => clause('9.')).toThrow(RangeError);
  fc.assert(fc.property(fc.string(), (text) => typeof parseClause(text).ok === 'boolean'));
});

test('ANX-1: the parts put together again are the clause', () => {
  const number = fc.integer({ min: 1, max: 30 });
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
  const subitem = fc.constantFrom('ア', 'ウ', 'ソ');
  fc.assert(
    fc.property(
      fc.record({
        article: number,
        paragraph: optional(number),
        item: optional(number),
        subitem: optional(subitem),
      }),
      (parts) => {
        const paragraph = parts.paragraph === null ? '' : `.${parts.paragraph}`;
        const item = parts.item === null ? '' : `(${parts.item})`;
        const text = `${parts.article}${paragraph}${item}${parts.subitem ?? ''}`;
        expect(clauseParts(clause(text))).toEqual(parts);
      },
    ),
  );
});

test('ANX-2: every profile gives each duty of the catalogue a clause of its own', () => {
  for (const profile of profiles.values()) {
    const cited = dutyIds.map((duty) => profile.clauses[duty]);
    expect(new Set(cited).size).toBe(dutyIds.length);
  }
});
