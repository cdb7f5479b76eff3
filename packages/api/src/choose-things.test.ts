import { type PlacedThing, thingKinds } from '@kanribo/domain';
import { array, assert, constantFrom, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { chooseThings } from './choose-things.ts';
import { wordsOfThingChoice } from './choice-words.ts';
import type { ThingChoice } from './thing-choice.ts';

const names: Readonly<Record<string, string>> = {
  'thing-1': '簿冊 10',
  'thing-2': '簿冊 9',
  'thing-3': 'USB-01',
  'thing-4': '鍵A',
  'place-1': '書庫',
  'place-2': '作業室',
  'person-1': '見本 いろは',
  'take-out-6': '持出管理簿 6',
};
const nameOf = (id: string) => names[id] ?? id;

const thing = (number: number, rest: Partial<PlacedThing> = {}): PlacedThing => ({
  thing: `thing-${number}`,
  kind: 'paper',
  status: 'here',
  place: null,
  custodian: null,
  under: null,
  how: null,
  dueOn: null,
  isOverdue: false,
  ...rest,
});
const things = [
  thing(1, { place: 'place-1', custodian: 'person-1' }),
  thing(2, { status: 'out', under: 'take-out-6', isOverdue: true }),
  thing(3, { kind: 'medium', place: 'place-2', custodian: 'person-2' }),
  thing(4, { kind: 'key', status: 'ended', how: 'destroyed' }),
];
const chosen = (choice: ThingChoice) =>
  chooseThings({ things, nameOf, kinds: thingKinds, choice }).things.map((one) =>
    Number(one.thing.slice(6)),
  );

test.each<[ThingChoice, readonly number[]]>([
  [{}, [4, 3, 2, 1]],
  [{ state: 'here' }, [3, 1]],
  [{ state: 'out' }, [2]],
  [{ state: 'overdue' }, [2]],
  [{ state: 'ended' }, [4]],
  [{ kind: 'medium' }, [3]],
  [{ place: 'place-1' }, [1]],
  [{ custodian: 'person-1' }, [1]],
  [{ text: 'ｕｓｂ' }, [3]],
  [{ text: '書 庫' }, [1]],
  [{ text: 'いろは' }, [1]],
  [{ text: '持出管理簿6' }, [2]],
  [{ text: '媒体' }, [3]],
  [{ kind: 'medium', state: 'out' }, []],
  [{ sort: 'thing', order: 'asc' }, [3, 4, 2, 1]],
  [{ sort: 'status', order: 'asc' }, [3, 1, 2, 4]],
  [{ sort: 'place', order: 'asc' }, [3, 1, 4, 2]],
  [{ sort: 'place', order: 'desc' }, [1, 3, 4, 2]],
])('API-13: things are chosen and ordered as people read them: %o', (choice, expected) => {
  expect(chosen(choice)).toEqual(expected);
});

test('API-13: page by page every thing comes once, though more is recorded meanwhile', () => {
  const sorts = constantFrom('number', 'thing', 'kind', 'status', 'place', 'custodian', 'under');
  const places = array(constantFrom('place-1', 'place-2', null), { minLength: 1, maxLength: 20 });
  assert(
    property(places, integer({ min: 1, max: 7 }), sorts, (kept, limit, sort) => {
      const all = kept.map((place, index) => thing(index + 1, { place }));
      const seen: string[] = [];
      let after: number | undefined;
      let growing = all;
      for (;;) {
        const choice = { sort, order: 'asc' } as const;
        const asked = { things: growing, nameOf, kinds: thingKinds, choice, limit, after };
        const page = chooseThings(asked);
        seen.push(...page.things.map((one) => one.thing));
        if (page.next === null) break;
        after = page.next;
        const late = thing(100 + growing.length, { place: 'place-2' });
        if (growing.length < 30) growing = [...growing, late];
      }
      const known = seen.filter((id) => Number(id.slice(6)) < 100);
      expect([...known].sort()).toEqual(all.map((one) => one.thing).sort());
      expect(new Set(seen).size).toBe(seen.length);
    }),
  );
});

test('API-13: what was chosen of things is said in words', () => {
  const choice = { state: 'overdue', kind: 'key', place: 'place-1', text: 'A' } as const;
  const sorted = { ...choice, sort: 'custodian', order: 'asc' } as const;
  expect(wordsOfThingChoice(sorted, thingKinds, nameOf)).toBe(
    '所在「外にあり期限超過」、種別「鍵」、場所「書庫」、「A」を含む、保管する人の昇順',
  );
  expect(wordsOfThingChoice({}, thingKinds, nameOf)).toBe('');
});
