import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type JsonObject,
  type JsonValue,
  canonicalText,
  individualCheckDigit,
} from '@kanribo/kernel';
import { catalogue } from './catalogue.ts';
import { parseCommand } from './engine/command.ts';
import { type Contract, emptyContract } from './engine/contract.ts';
import type { Field } from './engine/field.ts';
import { readValues } from './engine/read-values.ts';
import { evolve } from './rules.ts';
import { type Stored, tokyo } from './testing/life.ts';
import { chief, handler, manager } from './testing/sample.ts';
import { lives } from './testing/lives.ts';
import { spineLife } from './testing/lives/spine.ts';

const life = spineLife();
/** The spine's contract with what only other lives have, so that every reference finds a case. */
const whole = Object.values(lives).reduce((contract, live) => {
  const others = [...live().contract.cases.entries()].filter(([id]) => !contract.cases.has(id));
  return {
    ...contract,
    cases: others.reduce((all, [id, one]) => all.set(id, one), contract.cases),
  };
}, life.contract);
const ids = [...whole.cases.keys()].sort();
const awkward = ['__proto__', 'constructor', 'toString', 'corrected', '', '\u0000', '\ud800'];
const declared = [...catalogue.values()];
const stepNames = [...new Set(declared.flatMap(({ steps }) => Object.keys(steps)))];
const fieldNames = [...new Set(declared.flatMap(({ fields }) => Object.keys(fields)))];

const anyText = fc.oneof(
  fc.constantFrom(...awkward, ...ids, '2026-04-20', '2026-02-30', 'encrypted', 'none', 'paper'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const anyValue: fc.Arbitrary<JsonValue> = fc.oneof(
  anyText,
  fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
  fc.array(anyText, { maxLength: 3 }),
  fc.boolean(),
  fc.constantFrom(null, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, 2 ** 60),
  fc.constant({ nested: true }),
);

const anyCommand = fc.record({
  declaration: fc.constantFrom(...catalogue.keys(), ...awkward),
  step: fc.constantFrom(...stepNames, ...awkward),
  case: fc.option(fc.constantFrom(...ids, ...awkward)),
  occurredAt: fc.constantFrom(
    ...['2026-04-20 09:00', '2026-06-01 09:00', '2030-01-01 00:00'].map(tokyo),
  ),
  values: fc.dictionary(fc.constantFrom(...fieldNames, ...awkward), anyValue, { maxKeys: 8 }),
  falseAlarms: fc.array(fc.constantFrom(...fieldNames, ...awkward), { maxLength: 2 }),
});

const actors = fc.constantFrom('set-up', 'software', chief, manager, handler, '', '__proto__');

/** A value that fits a field, naming what the whole life has. */
function fitting(field: Field): JsonValue {
  const one = (of: readonly string[]) =>
    ids.find((id) => of.length === 0 || of.includes(id.replace(/-\d+$/, ''))) ?? 'none';
  switch (field.type) {
    case 'flag':
      return false;
    case 'count':
      return field.min;
    case 'choice':
      return Object.keys(field.options)[0] ?? '';
    case 'day':
      return '2026-06-01';
    case 'moment':
      return tokyo('2026-06-01 09:00');
    case 'evidence':
      return `sha256:${'e'.repeat(64)}`;
    case 'digest':
      return 'd'.repeat(64);
    case 'trackingNumber':
      return '123456789012';
    case 'case':
      return one(field.of);
    case 'cases':
      return [one(field.of)];
    case 'duties':
      return ['basic-policy'];
    default:
      return 'A-1';
  }
}

test('DOM-13: any command at all is decided, never thrown at', () => {
  let [accepted, refused] = [0, 0];
  fc.assert(
    fc.property(anyCommand, actors, (command, actor) => {
      const answered = life.on('2026-06-02 09:00').by(actor).answers(command);
      if (answered.ok) accepted += 1;
      else refused += 1;
      if (answered.ok) for (const { facts } of answered.value.events) canonicalText(facts);
    }),
    { numRuns: 3000 },
  );
  expect([accepted + refused, refused > 0]).toEqual([3000, true]);
});

test('DOM-13: a step of the right shape with one random value is decided, and can be folded', () => {
  let accepted = 0;
  const steps = declared.flatMap(({ name, fields, steps: all }) =>
    Object.entries(all).map(([step, { required, optional }]) => ({
      name,
      fields,
      step,
      required,
      optional,
    })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...steps),
      fc.option(fc.nat()),
      fc.nat(),
      anyValue,
      fc.constantFrom('software', chief, manager, manager),
      ({ name, fields, step, required, optional }, subject, chosen, value, actor) => {
        const values: Record<string, JsonValue> = {};
        for (const field of required) {
          const known = fields[field];
          if (known !== undefined) values[field] = fitting(known);
        }
        const names = [...required, ...optional];
        const changed = names[chosen % Math.max(1, names.length)];
        if (changed !== undefined && chosen % 2 > 0) values[changed] = value;
        const own = ids.filter((id) => id.replace(/-\d+$/, '') === name);
        const about = subject === null ? {} : { case: own[subject % own.length] ?? '' };
        const decided = life.on('2026-06-02 09:00').by(actor).decides(name, step, values, about);
        if (!decided.ok) return;
        accepted += 1;
        let after = life.contract;
        for (const { declaration, facts, particulars } of decided.value.events) {
          canonicalText(facts);
          if (particulars !== null) canonicalText(particulars);
          const recordedAt = tokyo('2026-06-02 09:00');
          after = evolve(after, { declaration, facts, actor, recordedAt, sequence: after.size });
        }
        expect(after.size).toBe(life.contract.size + decided.value.events.length);
      },
    ),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('DOM-13: input from outside is a command or says which key does not fit', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(parseCommand(input).ok).toBe(false);
    }),
  );
  const command = {
    declaration: 'a',
    step: 'b',
    case: null,
    occurredAt: tokyo('2026-06-02 09:00'),
  };
  expect(parseCommand({ ...command, values: {} }).ok).toBe(true);
  const keys: readonly JsonObject[] = [
    { ...command, values: {}, declaration: 1 },
    { ...command, values: {}, step: 1 },
    { ...command, values: {}, case: 1 },
    { ...command, values: {}, occurredAt: 'now' },
    { ...command, values: [] },
    { ...command, values: {}, falseAlarms: [1] },
    { ...command, values: {}, more: 1 },
  ];
  const named = keys
    .map((input) => parseCommand(input))
    .map((read) => (read.ok ? '' : read.error.key));
  expect(named).toEqual([
    'declaration',
    'step',
    'case',
    'occurredAt',
    'values',
    'falseAlarms',
    'more',
  ]);
});

/** The fold of what is stored, handed over with the particulars still beside each entry. */
function folded(stored: readonly Stored[]): Contract {
  return stored.reduce(
    (contract, { recorded, particulars }) =>
      evolve(contract, Object.assign({}, recorded, { particulars })),
    emptyContract(),
  );
}

test('DOM-14: erasing particulars leaves the fold as it was', () => {
  const folding = folded(life.stored);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: life.stored.length - 1 })), (erased) => {
      const kept = life.stored.map((one, index) =>
        erased.includes(index) ? { ...one, particulars: null } : one,
      );
      expect(casesIn(folded(kept))).toEqual(casesIn(folding));
    }),
    { numRuns: 30 },
  );
  expect(casesIn(folding)).toEqual(casesIn(life.contract));
});

const casesIn = ({ cases }: Contract) => Object.fromEntries(cases.entries());

test('DOM-15: no text and no code of any declared step takes an Individual Number', () => {
  const number = `12345678901${individualCheckDigit('12345678901')}`;
  let guarded = 0;
  for (const declaration of declared) {
    for (const step of Object.values(declaration.steps)) {
      for (const name of [...step.required, ...step.optional]) {
        const field = declaration.fields[name];
        if (field?.type !== 'text' && field?.type !== 'token') continue;
        const values: Record<string, JsonValue> = {};
        for (const needed of step.required) {
          const known = declaration.fields[needed];
          if (known !== undefined) values[needed] = fitting(known);
        }
        const reads = (value: string, falseAlarms: readonly string[]) => {
          const given = { ...values, [name]: value };
          return readValues({ contract: whole, declaration, step, values: given, falseAlarms });
        };
        const spaced = field.type === 'text' ? `番号は ${number} です` : `No.${number}`;
        for (const value of [number, spaced]) {
          expect(reads(value, [])).toMatchObject({
            error: { code: 'individual-number-suspected' },
          });
          const declared = reads(value, [name]);
          if (field.type === 'token') {
            expect(declared).toMatchObject({ error: { wayOut: [{ code: 'remove-number' }] } });
          } else {
            expect(declared).toMatchObject({ value: { falseAlarms: [name] } });
          }
        }
        expect(reads('A-1', [name])).toMatchObject({ value: { falseAlarms: [] } });
        guarded += 1;
      }
    }
  }
  expect(guarded).toBeGreaterThan(60);
});
