import type { JsonObject } from '@kanribo/kernel';
import { bringsIn, fileRow } from '../file-rows.ts';
import type { Life } from '../life.ts';
import {
  chief,
  clientOfficer,
  copyOf,
  decidesAll,
  evidenceOf,
  handler,
  manager,
  medium,
  office,
  otherWorker,
  paper,
  sendingOf,
  thingOf,
  useOf,
} from '../sample.ts';
import { requests } from './inspections.ts';
import { begins, inMay, plans, supervises } from './subcontracts.ts';

/** Why a line of the sample is struck out. */
const mistaken: JsonObject = { voidReason: '同じものを二重に記録したため' };

/** A line of every register entered by mistake and struck out. */
export function struckOutLife(): Life {
  const life = inMay();
  for (const [declaration, step, values] of lines) {
    const { subject } = life.takes(declaration, step, values);
    decidesAll(life).takes(declaration, 'voided', mistaken, { case: subject });
  }
  ofClient(life);
  life.takes('standing-questions', 'started', {});
  life.takes('consultation', 'voided', mistaken, { case: 'consultation-1' });
  ofSubcontracts(life);
  ofFile(life);
  return life;
}

const lines: readonly (readonly [string, string, JsonObject])[] = [
  ['thing', 'received', thingOf('medium', 'M-9')],
  ['sending', 'sent', sendingOf([medium], { protection: 'none' })],
  ['use', 'used', useOf([paper], { reader: otherWorker, plannedReturnOn: '2026-05-01' })],
  ['copy', 'made', copyOf([paper])],
  [
    'gateway-check',
    'recorded',
    {
      kind: 'vpn',
      name: 'VPN',
      setting: '拠点間のみ',
      isBlocked: false,
      checker: manager,
      nextCheckOn: '2026-08-01',
    },
  ],
  ['near-miss', 'noticed', { what: '宛名の取り違え', during: 'movement' }],
  [
    'training-session',
    'held',
    {
      method: 'sheet',
      contents: '特記事項の内容',
      attendees: [chief, handler],
      sheet: evidenceOf('1'),
    },
  ],
];

/** What is the client's word is struck out by its officer. */
function ofClient(life: Life): void {
  const clerk = clientOfficer(life);
  const announced = { title: '説明会', plannedOn: '2026-05-20' };
  const told = life.takes('client-training', 'announced', announced).subject;
  const asked = requests(life, '2026-05-31').subject;
  life.by(clerk).takes('client-training', 'voided', mistaken, { case: told });
  life.takes('compliance-request', 'voided', mistaken, { case: asked });
  life.by(manager);
}

function ofSubcontracts(life: Life): void {
  const node = begins(life);
  const strike = (declaration: string, subject: string) =>
    decidesAll(life).takes(declaration, 'voided', mistaken, { case: subject });
  strike('subcontract-supervision', supervises(life, node).subject);
  const found = { subcontract: node, of: 'annex', finding: '施錠なし', dueOn: '2026-05-31' };
  const finding = { ...found, duties: ['patches'] };
  strike('supervision-finding', life.takes('supervision-finding', 'found', finding).subject);
  const line = { subcontract: node, contents: '通知書', handedBy: handler, things: [paper] };
  const handed = { ...line, receivedBy: '見本印刷 担当' };
  strike('subcontract-handover', life.takes('subcontract-handover', 'handed', handed).subject);
  const notice = { subcontract: plans(life, node), method: 'paper' };
  strike('resubcontract-notice', life.takes('resubcontract-notice', 'notified', notice).subject);
  strike(
    'thing',
    life.takes('thing', 'made', { ...thingOf('paper', 'P-9'), place: office }).subject,
  );
}

/** Rows of a file that were brought in and struck out with it, for one reason. */
function ofFile(life: Life): void {
  const noticed = (what: string) => ({ what, during: 'paper' });
  const rows = ['鍵の掛け忘れ', '宛先の書き誤り'] as const;
  const [first, second] = rows.map((what, index) =>
    fileRow('near-miss', index + 2, [['noticed', '2026-04-20 12:00', noticed(what)]]),
  );
  if (first === undefined || second === undefined) return;
  const { subject } = bringsIn(life, 'near-miss', [first, second]);
  life.takes('import', 'voided', mistaken, { case: subject });
}
