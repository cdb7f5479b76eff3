import { catalogue } from '@kanribo/domain';
import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { type LineChoice, chooseLines } from './choose-lines.ts';
import { wordsOfChoice } from './choice-words.ts';
import { declarationOf } from './declarations.ts';
import { lineChoice } from './line-choice.ts';

const found = catalogue.get('use');
if (found === undefined) throw new Error('no register of uses');
const declaration = declarationOf(found);

const names: Readonly<Record<string, string>> = {
  'person-1': '見本 いろは',
  'person-2': '見本 あいう',
};
const nameOf = (id: string) => names[id] ?? id;

const line = (number: number, rest: Partial<ReturnType<typeof plain>> = {}) => ({
  ...plain(number),
  ...rest,
});
function plain(number: number) {
  const values: Record<string, unknown> = { reader: 'person-1', isWithinRange: true };
  const particulars: Record<string, string> = { purpose: `調定 ${number}` };
  const marks: string[] = [];
  const about = { id: `use-${number}`, declaration: 'use', status: 'used' };
  return { ...about, values, particulars, marks, occurredAt: `2026-04-0${number}T03:00:00.000Z` };
}

const lines = [
  line(1, { values: { reader: 'person-2' }, status: 'returned' }),
  line(2, { marks: ['遅延記録'], values: { reader: 'person-1', plannedReturnOn: '2026-04-09' } }),
  line(3, { marks: ['逸脱：管理簿への記録の遅れ', '遅延記録'] }),
];
const chosen = (choice: LineChoice) =>
  chooseLines({ declaration, lines, nameOf, choice }).lines.map(({ id }) => id);

test.each<[LineChoice, readonly string[]]>([
  [{}, ['use-3', 'use-2', 'use-1']],
  [{ status: 'returned' }, ['use-1']],
  [{ from: '2026-04-02', until: '2026-04-02' }, ['use-2']],
  [{ person: 'person-2' }, ['use-1']],
  [{ mark: 'late' }, ['use-3', 'use-2']],
  [{ mark: 'deviation' }, ['use-3']],
  [{ mark: 'overdue' }, []],
  [{ text: 'あいう' }, ['use-1']],
  [{ text: '調定２' }, ['use-2']],
  [{ sort: 'number', order: 'asc' }, ['use-1', 'use-2', 'use-3']],
  [{ sort: 'reader', order: 'asc' }, ['use-1', 'use-3', 'use-2']],
  [{ sort: 'status', order: 'asc' }, ['use-3', 'use-2', 'use-1']],
  [{ sort: 'plannedReturnOn', order: 'asc' }, ['use-2', 'use-3', 'use-1']],
  [{ sort: 'plannedReturnOn', order: 'desc' }, ['use-2', 'use-3', 'use-1']],
])('API-12: lines are chosen and ordered as people read them: %j', (choice, ids) => {
  expect(chosen(choice)).toEqual(ids);
});

test.each([
  ['13758110', ['sending-1']],
  ['1375 8110', ['sending-1']],
  ['1375-8110', ['sending-1']],
  ['１３７５－８１１０', ['sending-1']],
  ['0000-8110', []],
  ['ー', []],
])(
  'SRV-78: a tracking number is found by its last digits, however they are written: %s',
  (written, ids) => {
    const sending = catalogue.get('sending');
    if (sending === undefined) throw new Error('no register of sendings');
    const trackingNumber = '444413758110';
    const sent = line(1, { id: 'sending-1', declaration: 'sending', values: { trackingNumber } });
    const asked = { declaration: declarationOf(sending), lines: [sent, line(2)], nameOf };
    const { lines: some } = chooseLines({ ...asked, choice: { text: written } });
    expect(some.map(({ id }) => id)).toEqual(ids);
    expect(lineChoice.safeParse({ text: written }).success).toBe(true);
    expect(lineChoice.safeParse({ text: trackingNumber }).success).toBe(false);
  },
);

test('API-12: pages of any order give every line once, also when lines are recorded meanwhile', () => {
  const readers = constantFrom('person-1', 'person-2', 'person-3');
  const sorts = constantFrom('number', 'occurred', 'reader', 'status', 'marks', 'purpose');
  const order = constantFrom('asc' as const, 'desc' as const);
  assert(
    property(
      array(readers, { minLength: 1, maxLength: 9 }),
      sorts,
      order,
      integer({ min: 1, max: 4 }),
      (people, sort, order, limit) => {
        const all = people.map((reader, index) => line(index + 1, { values: { reader } }));
        const choice = { sort, order };
        const seen: string[] = [];
        let after: number | null | undefined;
        let growing = all;
        while (after !== null) {
          const asked = { declaration, lines: growing, nameOf, choice, limit };
          const page = chooseLines(after === undefined ? asked : { ...asked, after });
          seen.push(...page.lines.map(({ id }) => id));
          after = page.next;
          const late = line(1, {
            id: `use-${100 + growing.length}`,
            values: { reader: 'person-0' },
          });
          if (growing.length < 30) growing = [...growing, late];
        }
        const known = seen.filter((id) => Number(id.slice(4)) < 100);
        expect([...known].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(new Set(seen).size).toBe(seen.length);
      },
    ),
  );
});

test('API-12: what was chosen is said in words', () => {
  const choice = {
    status: 'returned',
    from: '2026-04-01',
    person: 'person-1',
    mark: 'late',
  } as const;
  expect(wordsOfChoice(declaration, { ...choice, sort: 'reader', order: 'asc' }, nameOf)).toBe(
    '状態「返却」、令和8年4月1日から、人「見本 いろは」、印「遅延記録」、利用した者の昇順',
  );
  expect(wordsOfChoice(declaration, {}, nameOf)).toBe('');
});
