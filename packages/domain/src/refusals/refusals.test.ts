import { expect, test } from 'vitest';
import { handler, lineOf, medium, otherWorker, paper, setUpContract } from '../testing/sample.ts';
import { textOf, textsOf } from '../engine/case.ts';
import { isJsonObject } from '@kanribo/kernel';
import { storedInLives } from '../testing/lives.ts';
import { met } from '../testing/met.ts';
import { deviationSentences } from './deviations.ts';
import { refusalSentences } from './sentences.ts';
import { warningSentences } from './warnings.ts';
import { type WayOutCode, wayOutSentences } from './ways-out.ts';

test('DOM-4: every refusal can be met with, and says in Japanese what it is', () => {
  for (const [code, meet] of Object.entries(met)) {
    const refusal = meet();
    expect(refusal.code).toBe(code);
    const said = refusalSentences[refusal.code](refusal.parameters, String);
    expect(said).not.toContain('undefined');
    for (const way of refusal.wayOut) {
      expect(wayOutSentences[way.code](way.parameters)).not.toContain('undefined');
    }
    expect(refusal.duty === null || refusal.wayOut.length > 0).toBe(true);
  }
});

test('DOM-4: every way out is the way out of some refusal', () => {
  const seen = new Set<WayOutCode>(
    Object.values(met).flatMap((meet) => meet().wayOut.map(({ code }) => code)),
  );
  expect([...seen].sort()).toEqual(Object.keys(wayOutSentences).sort());
});

test('DOM-5: what happened against a clause is recorded with every duty it was against', () => {
  const life = setUpContract().on('2026-04-24 09:00');
  const values = { ...lineOf([paper, medium]), carrier: otherWorker, protection: 'none' };
  const { events } = life.takes('take-out', 'taken', values, { at: '2026-04-20 10:00' });
  expect(events[0]?.duties).toEqual([
    'take-out-register',
    'take-out-approval',
    'take-out-protection',
  ]);
});

test('DOM-5: every deviation is recorded by some command', () => {
  const codes = storedInLives()
    .filter(({ recorded }) => /^deviation\/(opened|found|marked)@/.test(recorded.declaration))
    .flatMap(({ recorded: { facts } }) => {
      const values = facts['values'];
      return isJsonObject(values) ? (textOf(values, 'code') ?? []) : [];
    });
  expect([...new Set(codes)].sort()).toEqual(Object.keys(deviationSentences).sort());
});

test('DOM-6: every warning is given by some command', () => {
  const said = storedInLives().flatMap(({ recorded }) => textsOf(recorded.facts, 'warnings'));
  expect([...new Set(said)].sort()).toEqual(Object.keys(warningSentences).sort());
});

test('DOM-6: warnings stand in the first entry of their command', () => {
  const life = setUpContract();
  const line = life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const back = { returner: handler, returnConfirmedBy: handler };
  const { warnings, sequence } = life.takes('take-out', 'returned', back, { case: line.subject });
  expect(warnings).toEqual(['same-person-confirmed']);
  expect(life.stored[sequence]?.recorded.facts['warnings']).toEqual(warnings);
});
