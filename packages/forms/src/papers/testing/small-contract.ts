import type { Particulars } from '@kanribo/application';
import { type Contract, decide, emptyContract, evolve } from '@kanribo/domain';
import { type Day, type JsonObject, type Moment, parseDay, parseMoment } from '@kanribo/kernel';
import { sampleProof, sampleVerifierKey } from '../../fixtures/sample-parts.ts';
import type { PaperInput } from '../paper-input.ts';

/** A register as it grows: the contract folded from it and what stands beside its entries. */
export interface Told {
  readonly contract: Contract;
  readonly particulars: ReadonlyMap<number, Particulars>;
}

interface Telling {
  readonly declaration: string;
  readonly step: string;
  readonly case?: string;
  /** When it happened, `2026-04-01 09:00` in Tokyo. */
  readonly at: string;
  /** When it was recorded; the same moment when left out. */
  readonly recorded?: string;
  readonly actor?: string;
  readonly values: JsonObject;
}

/** The moment of a Tokyo time such as `2026-04-01 09:00`. */
function tokyo(text: string): Moment {
  const moment = parseMoment(new Date(`${text.replace(' ', 'T')}:00+09:00`).toISOString());
  if (!moment.ok) throw new TypeError(text);
  return moment.value;
}

/** A day a test writes down. */
function dayAt(text: string): Day {
  const day = parseDay(text);
  if (!day.ok) throw new TypeError(text);
  return day.value;
}

/** The register after a command that must be accepted. */
export function tell({ contract, particulars }: Told, telling: Telling): Told {
  const { declaration, step, at, values, actor = 'set-up', recorded = at } = telling;
  const occurredAt = tokyo(at);
  const command = { declaration, step, case: telling.case ?? null, occurredAt, values };
  const context = { actor, now: tokyo(recorded) };
  const decided = decide(contract, { ...command, falseAlarms: [] }, context);
  if (!decided.ok) throw new Error(`${declaration}/${step}: ${JSON.stringify(decided.error)}`);
  const beside = new Map(particulars);
  let folded = contract;
  for (const event of decided.value.events) {
    const sequence = folded.size;
    if (event.particulars !== null) {
      beside.set(sequence, { status: 'known', values: event.particulars });
    }
    folded = evolve(folded, { ...event, sequence, recordedAt: context.now, actor });
  }
  return { contract: folded, particulars: beside };
}

/** Erases what stands beside one entry. */
export function erase({ contract, particulars }: Told, sequence: number): Told {
  const beside = new Map(particulars);
  beside.set(sequence, { status: 'erased', by: contract.size });
  return { contract, particulars: beside };
}

/** What a paper of this register is made of. */
export function inputOf(told: Told, subject: string | null, date = '2026-11-23'): PaperInput {
  return {
    contract: told.contract,
    subject,
    particularsAt: (sequence) => told.particulars.get(sequence) ?? { status: 'none' },
    date: dayAt(date),
    documentNumber: '見本第2026-0001号',
    proof: sampleProof,
  };
}

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

const setUp: Telling = {
  declaration: 'contract',
  step: 'set-up',
  at: '2026-03-20 09:00',
  values: {
    title: '住民税課税資料データ入力業務委託',
    client: '架空区',
    clientAddressee: '架空区長',
    contractor: '見本事務センター株式会社',
    contractorAddress: '東京都架空区見本町三丁目15番8号 見本第二ビル7階',
    contractorRepresentative: '代表取締役　髙橋 﨑子',
    clientReference: '8架総契第1234号',
    handlesAffairs: false,
    usesExternalServices: false,
    providesExternalServices: false,
    severalDepartments: false,
    worksAtClientPremises: false,
    startsOn: '2026-04-01',
    endsOn: '2027-03-31',
    handlingFrom: '2026-04-01',
    promptDays: 7,
    recordWithinDays: 1,
  },
};

const people = [
  ['𠮷田 一郎', '見本事務センター株式会社', '取締役'],
  ['髙橋 﨑子', '見本事務センター株式会社 監査室', '室長'],
  ['渡邉 葛葉', '見本事務センター株式会社 データ入力部 第一課', '課長'],
  ['辻本 花', '株式会社見本スタッフサービス（派遣元）', ''],
] as const;

const appointments: readonly (readonly [string, JsonObject])[] = [
  ['audit-officer', { person: 'person-2', from: '2026-04-01' }],
  ['manager', { person: 'person-3', from: '2026-04-01', until: '2027-03-31' }],
  [
    'handler',
    {
      person: 'person-3',
      from: '2026-04-01',
      until: '2027-03-31',
      range: 'undivided',
      rangeText: '全員で全ての資料を扱うため',
    },
  ],
  [
    'handler',
    {
      person: 'person-4',
      from: '2026-04-01',
      until: '2026-10-31',
      range: 'divided',
      rangeText: '給与支払報告書の入力',
    },
  ],
  ['chief-officer', { person: 'person-1', from: '2026-03-20' }],
];

function organised(): Told {
  let told = tell({ contract: emptyContract(), particulars: new Map() }, setUp);
  const at = '2026-03-20 10:00';
  const keys = {
    origin: 'kanribo.sample-jimu.example/demo-2026/register/0',
    verifierKey: sampleVerifierKey,
    fingerprint: '4f2a91c70be3d85e7716a0c423f95d188e60b7d219ac43f5c08b6e97d134fa02',
  };
  told = tell(told, { declaration: 'key-filing', step: 'prepared', at, values: keys });
  for (const [index, [name, affiliation, post]] of people.entries()) {
    const worker = { party: 'contractor', isWorker: index >= 2 };
    const values = { name, affiliation, ...worker, ...(post !== '' && { post }) };
    told = tell(told, { declaration: 'person', step: 'recorded', at, values });
  }
  for (const [office, values] of appointments) {
    told = tell(told, { declaration: office, step: 'appointed', at, values });
  }
  return told;
}

/** Prepares, prints, hands in and delivers a filing. */
function delivered(told: Told, declaration: string): Told {
  const actor = 'person-1';
  const of = `${declaration}-1`;
  const at = '2026-03-25 10:00';
  const printing = {
    declaration: 'document',
    step: 'rendered',
    values: { of, kind: declaration, document: digest('a'), basisSize: 1, pages: 1 },
  };
  const isNew = told.contract.cases.get(of) === undefined;
  const prepared = isNew
    ? tell(told, { declaration, step: 'prepared', at, actor, values: {} })
    : told;
  const printed = tell(prepared, { ...printing, at, actor });
  const submitting = { step: 'submitted', at, actor, values: { method: 'hand' } };
  const submitted = tell(printed, { declaration, case: of, ...submitting });
  const values = { receivedBy: '架空区 課税課 見本主事', proof: 'stamp' };
  return tell(submitted, { declaration, case: of, step: 'received', at, actor, values });
}

const moving = {
  things: ['thing-1', 'thing-2'],
  contents: '給与支払報告書（第1回分）',
  purpose: '入力済み原票の返却',
  destination: 'place-2',
};

function withThings(told: Told): Told {
  const actor = 'person-1';
  const at = '2026-04-01 09:00';
  let kept = told;
  for (const [name, kind] of [
    ['本社7階 管理区域', 'controlled-area'],
    ['架空区役所 課税課', 'client'],
  ] as const) {
    kept = tell(kept, {
      declaration: 'place',
      step: 'recorded',
      at,
      actor,
      values: { name, kind },
    });
  }
  for (const [label, kind] of [
    ['P-001', 'paper'],
    ['M-003', 'medium'],
    ['P-002', 'paper'],
  ] as const) {
    const values = {
      label,
      kind,
      owner: 'client',
      isEncrypted: kind === 'medium',
      contents: '給与支払報告書',
      place: 'place-1',
      custodian: 'person-3',
    };
    kept = tell(kept, { declaration: 'thing', step: 'received', at, actor, values });
  }
  return kept;
}

function withMovements(told: Told): Told {
  const actor = 'person-1';
  const people2 = { carrier: 'person-3', approver: 'person-1' };
  const taken = { ...moving, things: ['thing-2'], ...people2, protection: 'none' };
  const unapproved = tell(told, {
    declaration: 'take-out',
    step: 'taken',
    at: '2026-04-06 09:10',
    recorded: '2026-04-09 11:00',
    actor,
    values: { ...taken, plannedReturnOn: '2026-04-07', remarks: '封緘せずに持参' },
  });
  const returned = tell(unapproved, {
    declaration: 'take-out',
    case: 'take-out-1',
    step: 'returned',
    at: '2026-04-10 16:40',
    actor,
    values: { returner: 'person-3', returnConfirmedBy: 'person-1' },
  });
  const sent = tell(returned, {
    declaration: 'sending',
    step: 'sent',
    at: '2026-04-13 13:30',
    actor,
    values: {
      ...moving,
      things: ['thing-1'],
      method: 'specified-record',
      trackingNumber: '12345678903',
      protection: 'sealed',
      sender: 'person-3',
      approver: 'person-1',
      expectedOn: '2026-04-15',
    },
  });
  return tell(sent, {
    declaration: 'deviation',
    case: 'deviation-1',
    step: 'decided',
    at: '2026-04-13 15:00',
    actor,
    values: { isIncident: false, reason: '紛失はなかったため' },
  });
}

/** A small contract: organised, its papers delivered, things moved, an extension to be filed. */
export function smallContract(): Told {
  const filings = [
    'chief-officer-filing',
    'audit-officer-filing',
    'manager-filing',
    'handlers-list',
  ];
  let told = organised();
  for (const filing of filings) told = delivered(told, filing);
  told = withMovements(withThings(told));
  told = tell(told, {
    declaration: 'person',
    case: 'person-4',
    step: 'changed',
    at: '2026-09-12 10:00',
    actor: 'person-1',
    values: { name: '佐々木 花' },
  });
  told = tell(told, {
    declaration: 'handler',
    case: 'handler-2',
    step: 'extended',
    at: '2026-10-01 10:00',
    actor: 'person-1',
    values: { until: '2027-03-31', reason: '繁忙期に入るため' },
  });
  for (const change of ['change-filing-1', 'change-filing-2']) {
    const values = { remarks: '変更後の名簿を添付します。' };
    const preparing = { declaration: 'change-filing', case: change, step: 'prepared', values };
    told = tell(told, { ...preparing, at: '2026-10-05 10:00', actor: 'person-1' });
  }
  return told;
}
