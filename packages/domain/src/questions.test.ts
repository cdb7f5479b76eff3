import { expect, test } from 'vitest';
import { dayOf } from '@kanribo/kernel';
import { type Question, answer } from './questions.ts';
import { tokyo } from './testing/life.ts';
import { lives } from './testing/lives.ts';

const { contract } = lives.movements();
const now = tokyo('2027-03-31 10:00');
const day = dayOf(now);

function answered(question: Question) {
  const word = answer(contract, question, { actor: 'software', now });
  if (!word.ok) throw new Error(word.error.code);
  return word.value;
}

/** Every page of at most `limit`, each asked for after the last one. */
function pagesOf(ask: (page: { after?: string; limit: number }) => Question, limit: number) {
  const pages = [];
  let next: string | null = null;
  do {
    const told = answered(ask({ limit, ...(next !== null && { after: next }) }));
    if (told.kind !== 'register' && told.kind !== 'whereabouts') throw new Error(told.kind);
    const ids =
      told.kind === 'register'
        ? told.cases.map(({ id }) => id)
        : told.things.map((one) => one.thing);
    pages.push(ids);
    next = told.next;
  } while (next !== null);
  return pages;
}

test('DOM-27: the pages of a register, and of where things are, are the whole', () => {
  for (const limit of [1, 2, 3, 1000]) {
    const register = pagesOf(
      (page) => ({ kind: 'register', declaration: 'thing', ...page }),
      limit,
    );
    const things = pagesOf((page) => ({ kind: 'whereabouts', day, ...page }), limit);
    const whole = answered({ kind: 'register', declaration: 'thing' });
    const ids = whole.kind === 'register' ? whole.cases.map(({ id }) => id) : [];
    expect(ids.length).toBeGreaterThan(3);
    expect(register.flat()).toEqual(ids);
    expect(things.flat()).toEqual(ids);
    expect(register.every((page) => page.length <= limit)).toBe(true);
    expect(register).toHaveLength(Math.ceil(ids.length / limit));
    expect(whole).toMatchObject({ next: null });
  }
});

test('DOM-27: a page after what is no case begins with the first', () => {
  const about = { kind: 'register', declaration: 'thing', limit: 1 } as const;
  expect(answered({ ...about, after: 'nothing' })).toEqual(answered(about));
  expect(answered({ ...about, after: 'thing-999' })).toMatchObject({ cases: [], next: null });
});
