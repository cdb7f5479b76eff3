import type { Contract } from '@kanribo/domain';
import { type JsonObject, momentOf } from '@kanribo/kernel';
import type { Life } from '../../../packages/domain/src/testing/life.ts';
import {
  approvalOf,
  chief,
  handler,
  lineOf,
  manager,
  medium,
  paper,
  receives,
  sendingOf,
  setUpContract,
  submits,
  thingOf,
  useOf,
} from '../../../packages/domain/src/testing/sample.ts';

const people = 200;
const handlers = 150;
/** What is recorded of one round: about so many entries. */
const entriesPerRound = 7.5;
const first = Date.parse('2026-05-01T09:00:00+09:00');
const last = Date.parse('2026-12-28T17:00:00+09:00');
/** One round of so many sends something, of so many does something against a duty. */
const sendingEvery = 10;
const deviatingEvery = 100;
/** The things of so many rounds are not destroyed at the end. */
const underWay = 100;
const confirmed = { returnConfirmedBy: manager };

/**
 * A contract with a register of so many entries and 200 people on record, of whom three quarters
 * are handlers. Over eight months, whatever the size: papers come in, are read and destroyed, are
 * taken out and come back, or are sent under an approval; now and then something is against a duty
 * and is decided. As many things and lines are under way at the end, whatever the size.
 */
export function grownContract(entries: number): Contract {
  return grownLife(entries, last).contract;
}

/** The life of such a contract, which comes to its last day at this moment. */
export function grownLife(entries: number, until: number): Life {
  const life = setUpContract();
  employ(life);
  life.on('2026-04-30 09:00').by(manager);
  life.takes('take-out-approval', 'granted', approvalOf([paper, medium]));
  const rounds = Math.floor((entries - life.contract.size) / entriesPerRound);
  for (let round = 0; round < rounds; round += 1) {
    life.on(tokyoText(first + ((until - first) * round) / rounds));
    takesPart(life, round, rounds - round);
  }
  return life;
}

/** The moment as the clock of a life is set. */
function tokyoText(epochMs: number): string {
  const shifted = momentOf(Math.floor(epochMs / 60_000) * 60_000 + 9 * 3_600_000);
  return shifted.slice(0, 16).replace('T', ' ');
}

function employ(life: Life): void {
  life.by(chief);
  const about = { name: '見本 次郎', affiliation: '総務部', party: 'contractor', isWorker: true };
  const appointed: JsonObject = { from: '2026-04-01', until: '2027-03-31', range: 'undivided' };
  for (let number = life.contract.counts.get('person') ?? 0; number < people; number += 1) {
    const { subject } = life.takes('person', 'recorded', about);
    if (number >= handlers) continue;
    life.takes('handler', 'appointed', { ...appointed, person: subject, rangeText: '全員' });
  }
  const { subject } = life.takes('handlers-list', 'prepared', {});
  submits(life, 'handlers-list', subject);
  receives(life, 'handlers-list', subject);
}

/** One round, with so many to come; what the last ones began is still under way. */
function takesPart(life: Life, round: number, left: number): void {
  const { subject: thing } = life.takes('thing', 'received', thingOf('paper', `P-${round}`));
  const used = life.takes('use', 'used', useOf([thing]));
  life.takes('use', 'returned', confirmed, { case: used.subject });
  const line = round % deviatingEvery === 0 ? takesAgainst(life, thing) : takesOut(life, round);
  if (left === 1) return;
  life.takes('take-out', 'returned', { returner: handler, ...confirmed }, { case: line });
  if (left < underWay) return;
  if (round % sendingEvery === 1) sends(life, thing);
  else life.takes('thing', 'destroyed', { reason: '細断' }, { case: thing });
}

function takesOut(life: Life, round: number): string {
  const [thing, protection] = round % 2 === 0 ? [paper, 'sealed'] : [medium, 'encrypted-locked'];
  const { subject } = life.takes('take-out', 'permitted', lineOf([thing]));
  return life.takes('take-out', 'taken', { protection }, { case: subject }).subject;
}

/** Something is taken out that no approval names, and somebody decides what that was. */
function takesAgainst(life: Life, thing: string): string {
  const line = { ...lineOf([thing]), protection: 'sealed' };
  const { subject } = life.takes('take-out', 'taken', line);
  const decision = { isIncident: false, reason: '影響なし' };
  for (const id of life.contract.open.get('deviation')?.keys() ?? []) {
    life.takes('deviation', 'decided', decision, { case: id });
  }
  return subject;
}

function sends(life: Life, thing: string): void {
  life.takes('take-out-approval', 'granted', approvalOf([thing]));
  const { subject } = life.takes('sending', 'sent', sendingOf([thing]));
  const receipt = `sha256:${'e'.repeat(64)}`;
  life.takes('sending', 'received', { receivedBy: '区 受付', receipt }, { case: subject });
}
