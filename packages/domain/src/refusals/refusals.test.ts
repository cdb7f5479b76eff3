import { expect, test } from 'vitest';
import type { JsonObject } from '@kanribo/kernel';
import { individualCheckDigit } from '@kanribo/kernel';
import type { Refusal } from '../engine/refusal.ts';
import { Life } from '../testing/life.ts';
import {
  appoints,
  approvalOf,
  auditor,
  basicFacts,
  chief,
  filings,
  handler,
  knownContract,
  lineOf,
  manager,
  medium,
  otherWorker,
  outsider,
  paper,
  sendingOf,
  setUpContract,
  thingOf,
} from '../testing/sample.ts';
import { wholeLife } from '../testing/whole-life.ts';
import { deviationSentences } from './deviations.ts';
import { type RefusalCode, refusalSentences } from './sentences.ts';
import { warningSentences } from './warnings.ts';
import { type WayOutCode, wayOutSentences } from './ways-out.ts';

const period = { from: '2026-04-01', until: '2027-03-31' };
const inOffice = (person: string, from = '2026-04-01'): JsonObject => ({ person, from });
const place = (name: string): JsonObject => ({ name, kind: 'other' });

/** Nobody filed yet, the chief officer and the manager in office. */
function unfiled(): Life {
  const life = knownContract();
  appoints(life, 'chief-officer');
  appoints(life, 'manager');
  return life.on('2026-04-20 09:00').by(chief);
}

/** The paper is out under a line of the register. */
function takenOut(): Life {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  return life;
}

/** How each refusal is met with; a code without its way here does not compile. */
const met = {
  'unknown-declaration': () => setUpContract().refuses('nothing', 'taken', {}),
  'unknown-step': () => setUpContract().refuses('thing', 'constructor', {}),
  'unknown-case': () => setUpContract().refuses('thing', 'moved', {}, { case: 'thing-99' }),
  'not-in-step': () => setUpContract().refuses('thing', 'moved', {}),
  'role-missing': () => setUpContract().by(auditor).refuses('place', 'recorded', place('倉庫')),
  'occurred-in-future': () =>
    setUpContract().refuses('place', 'recorded', place('倉庫'), { at: '2026-04-20 09:01' }),
  'occurred-before-opening': () =>
    setUpContract().refuses('thing', 'destroyed', {}, { case: paper, at: '2026-04-20 08:59' }),
  'field-missing': () => setUpContract().refuses('place', 'recorded', { kind: 'other' }),
  'field-unknown': () =>
    setUpContract().refuses('place', 'recorded', { ...place('倉庫'), size: 3 }),
  'field-malformed': () =>
    setUpContract().refuses('place', 'recorded', { name: '倉庫', kind: 'moon' }),
  'reference-unknown': () =>
    setUpContract().refuses('thing', 'moved', { place: chief, custodian: chief }, { case: paper }),
  'individual-number-suspected': () => {
    const digits = '12345678901';
    const number = `${digits}${individualCheckDigit(digits)}`;
    return setUpContract().refuses('place', 'recorded', place(number));
  },
  'contract-not-set-up': () => new Life().refuses('place', 'recorded', place('倉庫')),
  'contract-already-set-up': () => knownContract().refuses('contract', 'set-up', basicFacts),
  'annex-already-adopted': () => {
    const annex = { text: `sha256:${'a'.repeat(64)}`, profile: 'special-provisions@1' };
    return setUpContract().refuses('annex', 'adopted', { ...annex, from: '2026-04-01' });
  },
  'period-reversed': () =>
    knownContract().refuses('manager', 'appointed', {
      ...inOffice(manager, '2026-05-01'),
      until: '2026-04-30',
    }),
  'audit-officer-governed': () =>
    unfiled().refuses('audit-officer', 'appointed', inOffice(manager, '2028-01-01')),
  'audit-officer-holds': () =>
    setUpContract().by(chief).refuses('manager', 'appointed', inOffice(auditor)),
  'worker-as-audit-officer': () =>
    unfiled().refuses('audit-officer', 'appointed', inOffice(otherWorker)),
  'outside-manager-unapproved': () => unfiled().refuses('manager', 'appointed', inOffice(outsider)),
  'office-held-already': () => unfiled().refuses('manager', 'appointed', inOffice(manager)),
  'end-before-start': () =>
    unfiled().refuses('manager', 'ended', { until: '2026-03-31' }, { case: 'manager-1' }),
  'end-after-period': () =>
    setUpContract().refuses('handler', 'ended', { until: '2027-01-01' }, { case: 'handler-1' }),
  'nobody-to-file': () => unfiled().refuses(filings.handler, 'prepared', {}),
  'not-rendered': () => {
    const life = unfiled();
    const { subject } = life.takes(filings.manager, 'prepared', {});
    return life.refuses(filings.manager, 'submitted', { method: 'hand' }, { case: subject });
  },
  'papers-outstanding': () => {
    const life = unfiled();
    life.takes('thing', 'received', thingOf('paper', 'P-1'), {});
    return life.refuses('take-out', 'permitted', lineOf([paper]));
  },
  'take-out-unapproved': () => setUpContract().refuses('take-out', 'permitted', lineOf([paper])),
  'carrier-not-filed': () =>
    setUpContract().refuses('take-out', 'permitted', { ...lineOf([paper]), carrier: otherWorker }),
  'thing-not-here': () =>
    takenOut().refuses('thing', 'destroyed', { reason: '-' }, { case: paper }),
  'thing-ended': () => {
    const life = setUpContract();
    life.takes('thing', 'destroyed', { reason: '溶解' }, { case: paper });
    return life.refuses('sending', 'sent', sendingOf([paper]));
  },
  'return-before-take-out': () => {
    const life = setUpContract();
    life.takes('take-out-approval', 'granted', approvalOf([paper]));
    const about = { case: life.takes('take-out', 'permitted', lineOf([paper])).subject };
    life.on('2026-04-20 11:00').takes('take-out', 'taken', { protection: 'sealed' }, about);
    const back = { returner: handler, returnConfirmedBy: manager };
    return life.refuses('take-out', 'returned', back, { ...about, at: '2026-04-20 10:00' });
  },
  'register-mismatch': () => {
    const life = setUpContract();
    life.takes('sending', 'sent', sendingOf([paper]));
    const back = { returner: handler, returnConfirmedBy: manager };
    return life.refuses('take-out', 'returned', back, { case: 'take-out-1' });
  },
} as const satisfies Record<RefusalCode, () => Refusal>;

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

test('DOM-5: every deviation is recorded by some command, and none keeps a fact out', () => {
  const life = setUpContract();
  const late = { at: '2026-04-20 10:00' };
  life.on('2026-04-24 09:00');
  const things = [paper, medium];
  const values = { ...lineOf(things), carrier: otherWorker, protection: 'none' };
  const { events } = life.takes('take-out', 'taken', values, late);
  expect(events[0]?.duties).toEqual([
    'take-out-register',
    'take-out-approval',
    'handlers-list',
    'take-out-protection',
  ]);
  const stored = [...life.stored, ...wholeLife().stored];
  const codes = new Set(stored.map(({ recorded }) => codeOf(recorded.facts['values'])));
  life.takes('thing', 'made', { ...thingOf('paper', 'C-1'), copyOf: paper });
  codes.add(codeOf(life.stored.at(-1)?.recorded.facts['values']));
  codes.delete('');
  expect([...codes].sort()).toEqual(Object.keys(deviationSentences).sort());
});

const codeOf = (values: unknown): string =>
  typeof values === 'object' && values !== null && 'code' in values ? String(values.code) : '';

test('DOM-6: every warning is given by some command and stands in its first entry', () => {
  const life = setUpContract().by(chief);
  const said = new Set<string>();
  const hears = (taken: { readonly warnings: readonly string[]; readonly sequence: number }) => {
    for (const warning of taken.warnings) said.add(warning);
    expect(life.stored[taken.sequence]?.recorded.facts['warnings']).toEqual(taken.warnings);
  };
  const oral = approvalOf([paper], { isOral: true, paperDueOn: '2026-04-30' });
  hears(life.takes('take-out-approval', 'granted', oral, { at: '2026-04-19 09:00' }));
  const line = life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const back = { returner: handler, returnConfirmedBy: handler };
  hears(life.takes('take-out', 'returned', back, { case: line.subject }));
  hears(life.takes('audit-officer', 'appointed', inOffice(chief, '2026-05-01')));
  const word = { person: handler, ...period, clientPerson: '区 担当', isOral: false };
  life.takes('worker-audit-answer', 'granted', word);
  hears(life.takes('audit-officer', 'appointed', inOffice(handler, '2027-01-01')));
  expect([...said].sort()).toEqual(Object.keys(warningSentences).sort());
});
