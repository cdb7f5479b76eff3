import type { Instance } from '@kanribo/application';
import {
  type ContractId,
  type JsonObject,
  type Moment,
  dayOf,
  parseCommandId,
} from '@kanribo/kernel';
import { randomBytes } from 'node:crypto';
import type { ContractDomain } from '@kanribo/office';

/** A command id nobody has used. */
export function freshId() {
  const parsed = parseCommandId(randomBytes(16).toString('hex'));
  if (!parsed.ok) throw new RangeError('random bytes were not 16');
  return parsed.value;
}

/** Who is who in {@link setUpSample}. */
export const people = {
  chiefOfficer: 'person-1',
  auditOfficer: 'person-2',
  manager: 'person-3',
  handler: 'person-4',
  clientOfficer: 'person-5',
  /** On record, in no office. */
  worker: 'person-6',
  /** Has left. */
  leaver: 'person-7',
  /** On record; others do something to this one's account. */
  target: 'person-8',
  /** On record, without an account. */
  guest: 'person-9',
} as const;

const facts = {
  title: '見本業務委託',
  client: 'みなと野区',
  clientAddressee: 'みなと野区長',
  contractor: 'みどり情報処理株式会社',
  contractorAddress: '東京都みなと野区緑町一丁目',
  contractorRepresentative: '代表取締役 髙橋 由紀子',
  clientReference: '打合せ記録による',
  handlesAffairs: false,
  usesExternalServices: false,
  providesExternalServices: false,
  severalDepartments: false,
  worksAtClientPremises: false,
  promptDays: 7,
  recordWithinDays: 1,
};

/** Opens a contract, sets it up, records its people and appoints them. */
export async function setUpSample(
  instance: Instance<ContractDomain>,
  contract: ContractId,
  now: Moment,
): Promise<void> {
  await instance.openContract(contract, { id: freshId(), actor: 'set-up' });
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const [startsOn, endsOn] = [`${year - 1}-04-01`, `${year + 1}-03-31`];
  const act = async (declaration: string, step: string, values: JsonObject, found?: string) => {
    const order = { declaration, step, case: found ?? null, occurredAt: now, values };
    const command = { ...order, falseAlarms: [] };
    const done = await instance.execute(contract, { id: freshId(), actor: 'set-up', command });
    if (!done.ok) throw new Error(`${declaration}/${step}: ${JSON.stringify(done.error)}`);
  };
  await act('contract', 'set-up', { ...facts, startsOn, endsOn, handlingFrom: startsOn });
  const digest = await instance.keepEvidence(contract, once('第1条 見本'));
  const profile = 'special-provisions@1';
  await act('annex', 'adopted', { text: `sha256:${digest}`, profile, from: startsOn });
  for (const [index, id] of Object.values(people).entries()) {
    const party = id === people.clientOfficer ? 'client' : 'contractor';
    const isWorker = workers.includes(id);
    const name = `見本 ${'一二三四五六七八九'.charAt(index)}郎`;
    await act('person', 'recorded', { name, affiliation: '業務課', party, isWorker });
  }
  await act('person', 'left', {}, people.leaver);
  await act('place', 'recorded', { name: '作業室A', kind: 'handling-area' });
  await act('thing', 'received', { ...thing, place: 'place-1', custodian: people.manager });
  const range = { range: 'undivided', rangeText: '全員が同じ資料を扱うため' };
  await act('audit-officer', 'appointed', { person: people.auditOfficer, from: today });
  await act('manager', 'appointed', { person: people.manager, from: today });
  const handler = { person: people.handler, from: today, until: endsOn };
  await act('handler', 'appointed', { ...handler, ...range });
  await act('chief-officer', 'appointed', { person: people.chiefOfficer, from: today });
}

const workers: readonly string[] = [people.manager, people.handler, people.worker];

const thing = {
  label: 'BOX-001',
  kind: 'paper',
  owner: 'client',
  isEncrypted: false,
  contents: '課税資料',
};

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
