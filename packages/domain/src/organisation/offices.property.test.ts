import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, type JsonObject, addDays, parseDay } from '@kanribo/kernel';
import { holdsOffice, offices } from '../engine/offices.ts';
import type { Life } from '../testing/life.ts';
import { knownContract } from '../testing/sample.ts';

function first(): Day {
  const parsed = parseDay('2026-03-02');
  if (!parsed.ok) throw new Error('the calendar begins');
  return parsed.value;
}

const span = 24;
const dayIn = fc.integer({ min: 0, max: span }).map((days): string => addDays(first(), days));
const people = ['person-1', 'person-2', 'person-3', 'person-4'];

const acts = fc.oneof(
  fc.record({
    kind: fc.constant('appointed' as const),
    office: fc.constantFrom(...offices),
    person: fc.constantFrom(...people),
    from: dayIn,
    until: fc.option(dayIn),
  }),
  fc.record({
    kind: fc.constantFrom('extended' as const, 'ended' as const),
    office: fc.constantFrom(...offices),
    number: fc.integer({ min: 1, max: 3 }),
    until: dayIn,
  }),
);

type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

function tryAct(life: Life, act: Act): boolean {
  const decided =
    act.kind === 'appointed'
      ? life.decides(act.office, 'appointed', appointedValues(act))
      : life.decides(
          act.office,
          act.kind,
          { until: act.until },
          { case: `${act.office}-${act.number}` },
        );
  if (decided.ok) life.records(decided.value);
  return decided.ok;
}

function appointedValues(act: Extract<Act, { kind: 'appointed' }>): JsonObject {
  const { office, person, from, until } = act;
  const range = office === 'handler' ? { range: 'undivided', rangeText: '少人数' } : {};
  return { person, from, ...(until !== null && { until }), ...range };
}

/** The software's set-up acts on the day before anybody is in office. */
function beforeOffices(): Life {
  const life = knownContract().on('2026-03-01 09:00');
  for (const person of ['person-1', 'person-2', 'person-3', 'person-4']) {
    const word = {
      clientPerson: '区 担当',
      form: 'written',
      from: '2026-03-01',
      until: '2027-03-31',
    };
    life.takes('worker-audit-answer', 'granted', { person, ...word });
    life.takes('outside-manager-approval', 'granted', { person, ...word, reason: '専門' });
  }
  return life;
}

/** Who holds which office on a day: one state of the organisation. */
const heldOn = (life: Life, day: Day): string =>
  people
    .map((person) =>
      offices.filter((office) => holdsOffice(life.contract, office, { person, day })),
    )
    .join('|');

test('DOM-7: nobody is audit officer and manager or handler on one day', () => {
  let appointments = 0;
  let changes = 0;
  let refused = 0;
  const states = new Set<string>();
  fc.assert(
    fc.property(fc.array(acts, { minLength: 4, maxLength: 24 }), (tried) => {
      const life = beforeOffices();
      for (const act of tried) {
        if (!tryAct(life, act)) {
          refused += 1;
          continue;
        }
        if (act.kind === 'appointed') appointments += 1;
        else changes += 1;
      }
      for (let days = 0; days <= span + 1; days += 1) {
        const day = addDays(first(), days);
        states.add(heldOn(life, day));
        for (const person of people) {
          const holds = (office: (typeof offices)[number]) =>
            holdsOffice(life.contract, office, { person, day });
          expect(holds('audit-officer') && (holds('manager') || holds('handler'))).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
  // oxlint-disable-next-line no-console -- how far random histories reach is what the test is worth
  console.info(
    `offices: ${appointments} appointed, ${changes} changed, ${refused} refused, ${states.size} states`,
  );
  expect(states.size).toBeGreaterThan(50);
  expect(appointments).toBeGreaterThan(50);
  expect(changes).toBeGreaterThan(5);
});

test('DOM-7: the offices are refused both ways, and possible one after the other', () => {
  const life = beforeOffices();
  const handled = { from: '2026-03-02', until: '2026-03-10', range: 'undivided', rangeText: '-' };
  const person = 'person-3';
  life.takes('handler', 'appointed', { person, ...handled });
  const audits = (from: string) => life.decides('audit-officer', 'appointed', { person, from });
  expect(audits('2026-03-10')).toMatchObject({ error: { code: 'audit-officer-governed' } });
  expect(audits('2026-03-11').ok).toBe(true);
  life.takes('audit-officer', 'appointed', { person, from: '2026-03-11' });
  const handler = { case: 'handler-1' };
  const extended = life.refuses('handler', 'extended', { until: '2026-03-11' }, handler);
  expect(extended).toMatchObject({ code: 'audit-officer-holds', house: false });
  const ended = life.refuses('handler', 'ended', { until: '2026-03-11' }, handler);
  expect(ended.code).toBe('end-after-period');
});
