import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createInstance } from '@kanribo/application';
import { MemoryKeys, MemoryStore } from '@kanribo/application/testing';
import { type FormRenderer, openFormRenderer } from '@kanribo/forms';
import { type Day, addDays, isBusinessDay, parseDay } from '@kanribo/kernel';
import { rules } from '@kanribo/office';
import { expect, test } from 'vitest';
import { freshCommandId, platform } from '../platform.ts';
import { RecordedTerminal } from '../testing/recorded-terminal.ts';
import { inDirectory } from '../testing/run-cli.ts';
import { firstDayBefore, lastDayFrom, peopleFrom } from './first-day.ts';
import { readPeople } from './people.ts';
import { type Script, tell } from './play.ts';
import { readTextFile } from '../read-text.ts';
import { contractOf } from './script.ts';
import { Stage } from './stage.ts';
import { StoryClock } from './story-clock.ts';

/** One for each day of the week, over New Year, Golden Week and the holidays of September. */
const firstDays = [
  '2025-12-27',
  '2025-12-28',
  '2025-12-29',
  '2026-01-06',
  '2026-04-29',
  '2026-05-01',
  '2026-06-04',
  '2026-09-19',
  '2027-02-04',
  '2028-02-29',
];

const sample = (name: string) =>
  fileURLToPath(new URL(`../../../../samples/${name}`, import.meta.url));

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (!day.ok) throw new RangeError(text);
  return day.value;
}

async function scriptOf(first: Day): Promise<Script> {
  const people = readPeople((await readTextFile(sample('people.csv'))).text, 'people.csv');
  return {
    annex: await readTextFile(sample('annex.txt')),
    people: peopleFrom({ people, isSample: true }, first),
    subcontract: (await readTextFile(sample('subcontract.txt'))).text,
    form: new Uint8Array(await readFile(sample('manager-form.docx'))),
    isKept: true,
  };
}

/** The story in memory: what it says, and the stage it leaves. */
async function told(first: Day, renderer: FormRenderer, documents: string) {
  const clock = new StoryClock(first);
  const [store, keys, terminal] = [new MemoryStore(), new MemoryKeys(), new RecordedTerminal()];
  const made = await createInstance({ ...platform, clock, store, keys, rules }, 'demo.kanribo');
  if (!made.ok) throw new Error(made.error.code);
  const contractId = contractOf('1');
  await made.value.openContract(contractId, { id: freshCommandId(), actor: 'set-up' });
  const opened = { instance: made.value, store, keys };
  const setting = { contractId, seed: '1', clock, opened, renderer, terminal, documents };
  const stage = new Stage(setting);
  await tell(stage, await scriptOf(first));
  return { stage, printed: terminal.printed };
}

test('CLI-33: the story holds from any first day, and leaves something to do', async () => {
  const renderer = openFormRenderer();
  try {
    await inDirectory(async (directory) => {
      for (const first of firstDays) {
        const { stage, printed } = await told(dayOf(first), renderer, directory);
        expect(printed, first).toContain('■ 直近の営業日');
        const day = addDays(lastDayFrom(dayOf(first)), 1);
        const answer = await stage.ask({ kind: 'standing', duty: 'use-register', day });
        expect(answer, first).toMatchObject({ standing: { status: 'overdue' } });
      }
    });
  } finally {
    await renderer.close();
  }
}, 240_000);

test('CLI-33: it ends on the last business day before today, on any day of any year', () => {
  const from = dayOf('2026-01-01');
  for (let days = 0; days < 800; days += 1) {
    const today = addDays(from, days);
    const last = lastDayFrom(firstDayBefore(today));
    expect(last < today && isBusinessDay(last), today).toBe(true);
    let between = addDays(last, 1);
    while (between < today) {
      expect(isBusinessDay(between), today).toBe(false);
      between = addDays(between, 1);
    }
  }
});

test('CLI-33: the days of a list are moved with the story, those of an own one only if need be', async () => {
  const people = readPeople((await readTextFile(sample('people.csv'))).text, 'people.csv');
  const first = dayOf('2025-12-25');
  const moved = peopleFrom({ people, isSample: true }, first);
  expect(moved.map(({ from }) => from)).toEqual([...Array<Day>(5).fill(first), null]);
  expect(moved[4]?.until).toBe('2026-06-25');
  expect(peopleFrom({ people, isSample: false }, first)).toEqual(moved);
  const soon = dayOf('2026-04-10');
  expect(peopleFrom({ people, isSample: true }, soon)[0]?.from).toBe(soon);
  expect(peopleFrom({ people, isSample: false }, soon)).toEqual(people);
  const longer = people.map((member) => ({ ...member, from: member.from && dayOf('2020-04-01') }));
  expect(peopleFrom({ people: longer, isSample: false }, first)).toEqual(longer);
});
