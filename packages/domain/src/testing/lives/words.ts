import type { JsonObject, JsonValue } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import {
  cityHall,
  handler,
  medium,
  otherWorker,
  outsider,
  paper,
  receives,
  setUpContract,
  submits,
} from '../sample.ts';

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
    disposalMethod: 'crypto-erasure',
  },
  'outside-disposal-approval': { things: [paper], firm: '見本溶解', disposalMethod: '溶解' },
} as const satisfies Readonly<Record<string, JsonObject>>;

/** The sample with an external service and an officer of the client, who has an account. */
export function withClientOfficer(): { readonly life: Life; readonly officer: string } {
  const life = setUpContract();
  const service = { name: '見本保管', provider: '見本通信', role: 'used' };
  life.takes('external-service', 'recorded', service);
  const person = { name: '見本 次郎', affiliation: '税務課', party: 'client', isWorker: false };
  return { life, officer: life.takes('person', 'recorded', person).subject };
}

/** What is applied for, with who applies and why. */
export function applied(name: keyof typeof covered): JsonObject {
  const stated = Object.entries<JsonValue>(covered[name]);
  const asked = stated.filter(([field]) => !['acknowledgedOn', 'decidedOn'].includes(field));
  const about = {
    ...Object.fromEntries(asked),
    applicant: handler,
    applicationReason: '業務のため',
  };
  return { ...about, wantedFrom: '2026-04-01', wantedUntil: '2027-03-31' };
}

/** The client's words: every approval applied for, given, put on paper, taken back and denied. */
export function wordsLife(): Life {
  const { life } = withClientOfficer();
  for (const name of approvals) {
    const application = name === 'worker-audit-answer' ? null : appliesFor(life, name);
    const { subject } = life.takes(name, 'granted', { ...covered[name], ...oral });
    if (application !== null) isAnswered(life, application, subject);
    ends(life, name, subject);
  }
  const ended = { endedBecause: '利用の終了' };
  life.takes('external-service', 'ended', ended, { case: 'external-service-1' });
  return life;
}

const approvals = [
  'take-out-approval',
  'copy-approval',
  'outside-manager-approval',
  'worker-audit-answer',
  'media-storage-approval',
  'internet-environment-approval',
  'external-service-approval',
  'disk-disposal-approval',
  'outside-disposal-approval',
] as const satisfies readonly (keyof typeof covered)[];

interface Applied {
  readonly name: string;
  readonly subject: string;
}

/** One application sent back and withdrawn, another one handed in. */
function appliesFor(life: Life, of: keyof typeof covered): Applied {
  const name = `${of}-application`;
  const dropped = life.takes(name, 'prepared', applied(of)).subject;
  submits(life, name, dropped);
  life.takes(name, 'sent-back', {}, { case: dropped });
  life.takes(name, 'withdrawn', { remarks: '不要になった' }, { case: dropped });
  const { subject } = life.takes(name, 'prepared', applied(of));
  submits(life, name, subject);
  receives(life, name, subject);
  return { name, subject };
}

function isAnswered(life: Life, { name, subject }: Applied, approval: string): void {
  life.takes(name, 'answered', { outcome: 'approved', approval }, { case: subject });
}

function ends(life: Life, name: string, approval: string): void {
  const about = { case: approval };
  life.takes(name, 'confirmed', { clientReference: '区発第4号' }, about);
  life.takes(name, 'withdrawn', { withdrawnBecause: '区の指示' }, about);
  life.takes(name, 'contradicted', { contradictedBecause: '対象が異なる' }, about);
}
