import type { JsonObject } from '@kanribo/kernel';
import { casesOf } from '../engine/contract.ts';
import type { Office } from '../engine/offices.ts';
import { type Circumstances, Life, type Taken } from './life.ts';

/** Basic facts of the sample contract: April to March, handling from 15 April, a week is promptly. */
export const basicFacts: JsonObject = {
  title: '見本業務委託',
  client: '見本区',
  clientAddressee: '見本区長',
  contractor: '見本株式会社',
  contractorAddress: '見本区見本一丁目1番1号',
  contractorRepresentative: '代表取締役 見本一郎',
  clientReference: '見本発第1号',
  handlesAffairs: true,
  usesExternalServices: false,
  providesExternalServices: false,
  severalDepartments: false,
  worksAtClientPremises: false,
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  handlingFrom: '2026-04-15',
  promptDays: 7,
  recordWithinDays: 1,
};

/** People and places of the sample, by what they are to it. */
export const chief = 'person-1';
export const auditor = 'person-2';
export const manager = 'person-3';
export const handler = 'person-4';
export const otherWorker = 'person-5';
export const outsider = 'person-6';
export const office = 'place-1';
export const cityHall = 'place-2';
/** The one purpose of the sample contract. */
export const onlyPurpose = 'purpose-1';

/** Who holds each office of the sample. */
const holders = {
  'chief-officer': chief,
  'audit-officer': auditor,
  manager,
  handler,
} as const satisfies Record<Office, string>;

/** The filing of each office. */
export const filings = {
  'chief-officer': 'chief-officer-filing',
  'audit-officer': 'audit-officer-filing',
  manager: 'manager-filing',
  handler: 'handlers-list',
} as const satisfies Record<Office, string>;

/** Some evidence, by a hexadecimal digit. */
export function evidenceOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/**
 * A contract in March with its basic facts, annex, six people, two places and a purpose, and nobody
 * in office.
 */
export function knownContract(): Life {
  const life = new Life().on('2026-03-02 09:00').by('set-up');
  life.takes('contract', 'set-up', basicFacts);
  const text = `sha256:${'a'.repeat(64)}`;
  life.takes('annex', 'adopted', { text, profile: 'special-provisions@1', from: '2026-04-01' });
  for (const isWorker of [false, false, true, true, true, false]) {
    const name = '見本 花子';
    life.takes('person', 'recorded', {
      name,
      affiliation: '総務部',
      party: 'contractor',
      isWorker,
    });
  }
  life.takes('place', 'recorded', { name: '事務室', kind: 'handling-area' });
  life.takes('place', 'recorded', { name: '区役所', kind: 'client' });
  const period = { from: '2026-04-01', until: '2027-03-31' };
  const purpose = { title: '課税資料の入力', contractReference: '仕様書 2(1)', ...period };
  life.takes('purpose', 'declared', purpose);
  return life;
}

/** Appoints the sample's holder of an office, from 1 April. */
export function appoints(life: Life, held: Office, changed: JsonObject = {}): Taken {
  const values: JsonObject =
    held === 'handler'
      ? { until: '2026-12-31', range: 'undivided', rangeText: '少人数のため' }
      : {};
  const named = { person: holders[held], from: '2026-04-01' };
  return life.takes(held, 'appointed', { ...named, ...values, ...changed });
}

/** Prints and hands in a filing that was prepared. */
export function submits(life: Life, declaration: string, subject: string): Taken {
  const document = `sha256:${'d'.repeat(64)}`;
  const printed = { of: subject, kind: declaration, document, basisSize: 1, pages: 1 };
  life.takes('document', 'rendered', printed);
  return life.takes(declaration, 'submitted', { method: 'hand' }, { case: subject });
}

/** The client's receipt of a filing. */
export function receives(
  life: Life,
  declaration: string,
  subject: string,
  circumstances: Circumstances = {},
): Taken {
  const values = { receivedBy: '区 担当', proof: 'stamp' };
  return life.takes(declaration, 'received', values, { ...circumstances, case: subject });
}

/** Prepares, prints, hands in and delivers a filing, the change filing of a case included. */
export function files(life: Life, declaration: string, subject?: string): Taken {
  const about = subject === undefined ? {} : { case: subject };
  const prepared = life.takes(declaration, 'prepared', {}, about);
  submits(life, declaration, prepared.subject);
  return receives(life, declaration, prepared.subject);
}

/** The contract set up as far as filed offices, two things kept; 20 April 2026, the manager acts. */
export function setUpContract(): Life {
  const life = knownContract();
  const offices = ['chief-officer', 'audit-officer', 'manager', 'handler'] as const;
  for (const held of offices) appoints(life, held);
  life.on('2026-04-10 09:00').by(chief);
  for (const held of offices) files(life, filings[held]);
  life.on('2026-04-20 09:00').by(manager);
  life.takes('thing', 'received', thingOf('paper', 'P-1'));
  life.takes('thing', 'received', thingOf('medium', 'M-1'));
  return life;
}

/** The papers of the sample, and its medium. */
export const paper = 'thing-1';
export const medium = 'thing-2';

/** What is entered of a thing. */
export function thingOf(kind: string, label: string): JsonObject {
  const about = { label, kind, owner: 'client', isEncrypted: kind !== 'paper' };
  return { ...about, contents: '申請書', place: office, custodian: handler };
}

/** A take-out of these things to the city hall, as it is permitted. */
export function lineOf(things: readonly string[]): JsonObject {
  const about = { things: [...things], contents: '申請書', purpose: '納品' };
  const people = { carrier: handler, approver: manager };
  const why = { use: onlyPurpose, plannedReturnOn: '2026-04-22' };
  return { ...about, ...people, ...why, destination: cityHall };
}

/** The client's approval to take these things to the city hall. */
export function approvalOf(things: readonly string[], changed: JsonObject = {}): JsonObject {
  const about = { things: [...things], destination: cityHall, purpose: '納品' };
  const word = {
    from: '2026-04-01',
    until: '2027-03-31',
    clientPerson: '区 担当',
    form: 'written',
  };
  return { ...about, ...word, ...changed };
}

/** A traceable sending of these things to the city hall. */
export function sendingOf(things: readonly string[], changed: JsonObject = {}): JsonObject {
  const about = { things: [...things], contents: '申請書', purpose: '納品', destination: cityHall };
  const how = { method: 'registered', trackingNumber: '12345678903', protection: 'sealed' };
  const people = { sender: handler, approver: manager, expectedOn: '2026-04-22' };
  return { ...about, ...how, ...people, use: onlyPurpose, ...changed };
}

/** Two photocopies of these things, as they are permitted. */
export function copyOf(sources: readonly string[], changed: JsonObject = {}): JsonObject {
  const about = { sources: [...sources], count: 2, method: 'duplicate', purpose: '照合' };
  return { ...about, maker: handler, approver: manager, use: onlyPurpose, ...changed };
}

/** The handler reads a paper file. */
export function useOf(things: readonly string[], changed: JsonObject = {}): JsonObject {
  const about = { things: [...things], reader: handler, purpose: '入力', isWithinRange: true };
  return { ...about, use: onlyPurpose, plannedReturnOn: '2026-04-20', ...changed };
}

/** Nobody filed yet, the chief officer and the manager in office. */
export function unfiled(): Life {
  const life = knownContract();
  appoints(life, 'chief-officer');
  appoints(life, 'manager');
  return life.on('2026-04-20 09:00').by(chief);
}

/** The client's officer on record (甲担当), with an account of their own. */
export function clientOfficer(life: Life): string {
  const about = { name: '区 担当', affiliation: '見本区', party: 'client', isWorker: false };
  return life.takes('person', 'recorded', about).subject;
}

/** The chief officer decides of every deviation still open that it was no incident. */
export function decidesAll(life: Life): Life {
  const decision = { isIncident: false, reason: '起きていないことを現物で確かめた' };
  for (const { id, status } of casesOf(life.contract, 'deviation')) {
    if (status === 'opened') life.by(chief).takes('deviation', 'decided', decision, { case: id });
  }
  return life.by(manager);
}

/** The paper is out under a line of the register. */
export function takenOut(): Life {
  const life = setUpContract();
  life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  return life;
}
