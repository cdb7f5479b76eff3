import type { JsonObject } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import { cityHall, medium, otherWorker, outsider, paper, setUpContract } from '../sample.ts';

/** A period and a written word of the client, as the manager records it. */
export const written: JsonObject = {
  from: '2026-04-01',
  until: '2027-03-31',
  form: 'written',
  clientPerson: '区 担当',
};

const oral: JsonObject = { ...written, form: 'oral', paperDueOn: '2026-04-30' };

/** What each approval covers in the sample. */
export const covered = {
  'take-out-approval': { things: [paper], destination: cityHall, purpose: '納品' },
  'copy-approval': { things: [paper], schedule: '毎日', repeats: 'standing' },
  'outside-manager-approval': { person: outsider, reason: '専門の知識' },
  'worker-audit-answer': { person: otherWorker },
  'media-storage-approval': { media: [medium], contents: '申請書' },
  'internet-environment-approval': { systems: [medium], measures: '標的型攻撃対策' },
  'external-service-approval': { service: 'external-service-1', usage: '保管', data: '申請書' },
  'disk-disposal-approval': {
    things: [medium],
    because: '一体型のため',
    acknowledgedOn: '2026-04-10',
    decidedOn: '2026-04-20',
    method: 'crypto-erasure',
  },
  'outside-disposal-approval': { things: [paper], firm: '見本溶解', method: '溶解' },
} as const satisfies Readonly<Record<string, JsonObject>>;

/** The sample with an external service and an officer of the client, who has an account. */
export function withClientOfficer(): { readonly life: Life; readonly officer: string } {
  const life = setUpContract();
  const service = { name: '見本保管', provider: '見本通信', role: 'used' };
  life.takes('external-service', 'recorded', service);
  const person = { name: '見本 次郎', affiliation: '税務課', party: 'client', isWorker: false };
  return { life, officer: life.takes('person', 'recorded', person).subject };
}

/** The client's words: every approval given, put on paper, taken back and denied. */
export function wordsLife(): Life {
  const { life } = withClientOfficer();
  for (const [declaration, covers] of Object.entries(covered)) {
    const about = { case: life.takes(declaration, 'granted', { ...covers, ...oral }).subject };
    life.takes(declaration, 'confirmed', { clientReference: '区発第4号' }, about);
    life.takes(declaration, 'withdrawn', { withdrawnBecause: '区の指示' }, about);
    life.takes(declaration, 'contradicted', { contradictedBecause: '対象が異なる' }, about);
  }
  const ended = { endedBecause: '利用の終了' };
  life.takes('external-service', 'ended', ended, { case: 'external-service-1' });
  return life;
}
