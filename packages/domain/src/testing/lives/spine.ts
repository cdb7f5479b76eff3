import type { Life } from '../life.ts';
import {
  appoints,
  approvalOf,
  auditor,
  basicFacts,
  chief,
  cityHall,
  files,
  handler,
  lineOf,
  manager,
  medium,
  office,
  otherWorker,
  outsider,
  paper,
  receives,
  sendingOf,
  setUpContract,
  submits,
  thingOf,
} from '../sample.ts';

const noted = { remarks: '備考' };
const because = { correctionReason: '書き誤り' };

/** Set-up, offices, filings, words and movements: every step of theirs, and every correction. */
export function spineLife(): Life {
  const life = setUpContract();
  amendsBasics(life);
  changesPeople(life);
  sendsBackAndWithdraws(life);
  hasWords(life);
  movesThings(life);
  endsThings(life);
  corrects(life);
  endsOffices(life);
  return life;
}

function amendsBasics(life: Life): void {
  const { clientReference = '', promptDays = 0 } = basicFacts;
  life.takes('contract', 'amended', { clientReference, promptDays }, { case: 'contract-1' });
  const decision = { duty: 'copy-approval', until: '2026-05-01', reason: '複製しない' };
  const { subject } = life.takes('not-applicable', 'decided', decision);
  life.takes('not-applicable', 'withdrawn', {}, { case: subject });
  const key = {
    origin: 'example.jp/1/register/0',
    verifierKey: 'k+1+A',
    fingerprint: 'f'.repeat(8),
  };
  const filed = life.takes('key-filing', 'prepared', key);
  submits(life, 'key-filing', filed.subject);
  receives(life, 'key-filing', filed.subject);
}

function changesPeople(life: Life): void {
  life.takes('person', 'changed', { affiliation: '業務部' }, { case: handler });
  files(life, 'change-filing', 'change-filing-1');
  life.takes('person', 'changed', { name: '見本 梅子' }, { case: handler });
  const late = life.on('2026-05-11 09:00');
  files(late, 'change-filing', 'change-filing-2');
  life.takes('person', 'changed', { post: '係長' }, { case: handler });
  const about = { case: 'change-filing-3' };
  life.takes('change-filing', 'prepared', noted, about);
  submits(life, 'change-filing', about.case);
  life.takes('change-filing', 'sent-back', noted, about);
  life.takes('change-filing', 'withdrawn', noted, about);
}

function sendsBackAndWithdraws(life: Life): void {
  const filings = ['chief-officer-filing', 'audit-officer-filing', 'manager-filing'];
  for (const filing of [...filings, 'handlers-list', 'key-filing']) {
    const key = { origin: 'o', verifierKey: 'k', fingerprint: 'f' };
    const { subject } = life.takes(filing, 'prepared', filing === 'key-filing' ? key : {});
    submits(life, filing, subject);
    life.takes(filing, 'sent-back', noted, { case: subject });
    life.takes(filing, 'withdrawn', noted, { case: subject });
  }
}

function hasWords(life: Life): void {
  const { from = '', until = '', clientPerson = '' } = approvalOf([]);
  const oral = { from, until, clientPerson, form: 'oral', paperDueOn: '2026-05-15' };
  const covered = {
    'take-out-approval': { things: [paper, medium], destination: cityHall, purpose: '納品' },
    'copy-approval': { things: [paper], schedule: '控えを1部' },
    'outside-manager-approval': { person: outsider, reason: '専門の知識' },
    'worker-audit-answer': { person: otherWorker },
  };
  for (const [declaration, covers] of Object.entries(covered)) {
    const about = { case: life.takes(declaration, 'granted', { ...covers, ...oral }).subject };
    life.takes(declaration, 'confirmed', { clientReference: '区発第4号' }, about);
    life.takes(declaration, 'withdrawn', { withdrawnBecause: '区の指示' }, about);
    life.takes(declaration, 'granted', { ...covers, ...oral, form: 'written' });
  }
}

function movesThings(life: Life): void {
  const permitted = { ...lineOf([paper]), plannedReturnOn: '2026-05-12' };
  const idle = life.takes('take-out', 'permitted', permitted);
  life.takes('take-out', 'cancelled', noted, { case: idle.subject });
  const about = { case: life.takes('take-out', 'permitted', permitted).subject };
  life.takes('take-out', 'taken', { protection: 'sealed' }, about);
  const back = { returner: handler, returnConfirmedBy: handler };
  life.takes('take-out', 'returned', back, about);
  const sent = life.takes('sending', 'sent', sendingOf([paper]));
  const cameBack = { ...noted, returnConfirmedBy: manager };
  life.takes('sending', 'undelivered', cameBack, { case: sent.subject });
  const again = life.takes('sending', 'sent', sendingOf([medium], { method: 'ordinary' }));
  life.takes('sending', 'received', { receivedBy: '区 担当' }, { case: again.subject });
  const decision = { isIncident: false, reason: '内規のとおり' };
  life.takes('deviation', 'decided', decision, { case: 'deviation-1' });
}

function endsThings(life: Life): void {
  const copy = life.takes('thing', 'made', { ...thingOf('paper', 'C-1'), copyOf: paper });
  const moved = { place: office, custodian: manager, reason: '棚替え' };
  life.takes('thing', 'moved', moved, { case: copy.subject });
  life.takes('thing', 'destroyed', { reason: '溶解' }, { case: copy.subject });
  life.takes('thing', 'returned-to-client', { reason: '区の指示' }, { case: paper });
}

function corrects(life: Life): void {
  life.takes('thing', 'corrected', { ...because, label: 'P-2' }, { case: paper });
  life.takes('take-out', 'corrected', { ...because, remarks: '訂正' }, { case: 'take-out-1' });
  life.takes('sending', 'corrected', { ...because, remarks: '訂正' }, { case: 'sending-1' });
}

function endsOffices(life: Life): void {
  life.by(chief).on('2026-06-01 09:00');
  const extended = { until: '2027-02-28', reason: '延長' };
  const ended = { until: '2026-11-30', reason: '異動' };
  for (const held of ['handler', 'manager', 'audit-officer', 'chief-officer'] as const) {
    life.takes(held, 'extended', extended, { case: `${held}-1` });
    life.takes(held, 'ended', ended, { case: `${held}-1` });
  }
  appoints(life, 'manager', { person: outsider, from: '2026-12-01' });
  appoints(life, 'audit-officer', { person: auditor, from: '2026-12-01' });
}
