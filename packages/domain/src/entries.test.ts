import { expect, test } from 'vitest';
import { type JsonObject, canonicalText, isJsonObject } from '@kanribo/kernel';
import { catalogue, stepEffects } from './catalogue.ts';
import { emptyContract } from './engine/contract.ts';
import { DomainFault } from './engine/domain-fault.ts';
import { evolve } from './rules.ts';
import { lives, storedInLives } from './testing/lives.ts';

const golden = (life: string) => `../../../tests/vectors/entries/${life}.json`;

test('DOM-1: the whole life takes every declared step', () => {
  const written = new Set(storedInLives().map(({ recorded }) => recorded.declaration));
  expect([...stepEffects.keys()].filter((name) => !written.has(name))).toEqual([]);
});

test('DOM-1: facts of every step have the shape they always had', async () => {
  const known = new Set<string>();
  for (const [name, live] of Object.entries(lives)) {
    const found = new Map<string, string>();
    for (const { recorded, particulars } of live().stored) {
      const given = Object.keys(particulars ?? {}).sort();
      const text = canonicalText({ facts: recorded.facts, particulars: given });
      const isNew = !known.has(recorded.declaration) && !found.has(recorded.declaration);
      if (isNew) found.set(recorded.declaration, text);
    }
    for (const declaration of found.keys()) known.add(declaration);
    const sorted = Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
    await expect(`${JSON.stringify(sorted, null, 2)}\n`).toMatchFileSnapshot(golden(name));
  }
});

test('DOM-2: what is a text field is a particular and never a fact', () => {
  for (const { recorded, particulars } of storedInLives()) {
    const fields = catalogue.get(recorded.declaration.split('/')[0] ?? '')?.fields ?? {};
    const found = recorded.facts['values'];
    const values = isJsonObject(found) ? found : {};
    const kinds = (names: JsonObject) => Object.keys(names).map((name) => fields[name]?.type);
    expect(kinds(values)).not.toContain('text');
    expect(kinds(values)).not.toContain(undefined);
    expect(new Set([...kinds(particulars ?? {}), 'text'])).toEqual(new Set(['text']));
    expect(canonicalText(recorded.facts)).not.toMatch(/[^\x20-\x7e]/);
  }
});

test('DOM-3: an entry no release wrote and one that is malformed are faults', () => {
  const [first] = storedInLives();
  const recorded = first?.recorded;
  if (recorded === undefined) throw new Error('a life has entries');
  const codes = [
    { ...recorded, declaration: 'contract/unheard-of@1' },
    { ...recorded, facts: {} },
    { ...recorded, facts: { ...recorded.facts, occurredAt: 'yesterday' } },
    { ...recorded, facts: { ...recorded.facts, values: 'none' } },
  ].map((broken) => {
    try {
      evolve(emptyContract(), broken);
      return null;
    } catch (cause) {
      return cause instanceof DomainFault ? cause.code : cause;
    }
  });
  expect(codes).toEqual(['entry-unknown', ...Array<string>(3).fill('entry-malformed')]);
  const log = evolve(emptyContract(), { ...recorded, declaration: 'log/erased@1', facts: {} });
  expect(log.size).toBe(1);
});
