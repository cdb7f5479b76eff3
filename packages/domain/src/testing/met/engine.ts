import type { JsonObject } from '@kanribo/kernel';
import { individualCheckDigit } from '@kanribo/kernel';
import { Life } from '../life.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ManyCommands } from '../../many-commands.ts';
import { bringsIn, fileCommand, fileRow } from '../file-rows.ts';
import type { engineCodes } from '../../refusals/engine.ts';
import {
  auditor,
  chief,
  clientOfficer,
  filings,
  handler,
  knownContract,
  manager,
  office,
  otherWorker,
  paper,
  sendingOf,
  setUpContract,
  takenOut,
  unfiled,
} from '../sample.ts';

const inOffice = (person: string, from = '2026-04-01'): JsonObject => ({ person, from });
const place = (name: string): JsonObject => ({ name, kind: 'other' });

/** How each refusal of the area is met with; a code without its way here does not compile. */
export const engineMet = {
  'unknown-declaration': () => setUpContract().refuses('nothing', 'taken', {}),
  'unknown-step': () => setUpContract().refuses('thing', 'constructor', {}),
  'unknown-case': () => setUpContract().refuses('thing', 'moved', {}, { case: 'thing-99' }),
  'not-in-step': () => setUpContract().refuses('thing', 'moved', {}),
  'role-missing': () => setUpContract().by(auditor).refuses('place', 'recorded', place('倉庫')),
  'occurred-in-future': () =>
    setUpContract().refuses('place', 'recorded', place('倉庫'), { at: '2026-04-20 09:01' }),
  'occurred-before-opening': () =>
    setUpContract().refuses('thing', 'destroyed', {}, { case: paper, at: '2026-04-20 08:59' }),
  'occurred-before-step': () => {
    const life = setUpContract();
    const moved = { place: office, custodian: handler };
    life.on('2026-04-22 09:00').takes('thing', 'moved', moved, { case: paper });
    return life.refuses('thing', 'moved', moved, { case: paper, at: '2026-04-21 09:00' });
  },
  'act-is-now': () => {
    const about = { at: '2026-04-20 08:49' };
    return unfiled().refuses('manager', 'appointed', inOffice(otherWorker), about);
  },
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
  'period-reversed': () =>
    knownContract().refuses('manager', 'appointed', {
      ...inOffice(manager, '2026-05-01'),
      until: '2026-04-30',
    }),
  'paper-outdated': () => {
    const life = unfiled();
    const { subject } = life.takes(filings.manager, 'prepared', {});
    life.takes('person', 'changed', { name: '見本 梅子' }, { case: manager });
    return life.refuses(filings.manager, 'submitted', { method: 'hand' }, { case: subject });
  },
  'line-relied-on': () =>
    takenOut().refuses('thing', 'voided', { voidReason: '二重' }, { case: paper }),
  'line-is-incident': () => {
    const life = takenOut();
    const decision = { isIncident: true, reason: '未承認の持ち出し' };
    life.takes('deviation', 'decided', decision, { case: 'deviation-1' });
    return life.refuses('take-out', 'voided', { voidReason: '二重' }, { case: 'take-out-1' });
  },
  'line-says-incident': () => {
    const life = setUpContract();
    const noticed = { what: '宛名の取り違え', during: 'movement' };
    const { subject } = life.takes('near-miss', 'noticed', noticed);
    const reviewed = {
      cause: '確認漏れ',
      measure: '二人で確認',
      isIncident: true,
      reason: '漏えい',
    };
    life.takes('near-miss', 'reviewed', reviewed, { case: subject });
    return life.by(chief).refuses('near-miss', 'voided', { voidReason: '二重' }, { case: subject });
  },
  'line-undecided': () =>
    takenOut().refuses('take-out', 'voided', { voidReason: '二重' }, { case: 'take-out-1' }),
  'line-of-client': () => {
    const life = setUpContract();
    const clerk = clientOfficer(life);
    const { subject } = life.takes('sending', 'sent', sendingOf([paper]));
    life.by(clerk).takes('sending', 'received', { receivedBy: '区 担当' }, { case: subject });
    return life.by(chief).refuses('sending', 'voided', { voidReason: '二重' }, { case: subject });
  },
  'import-stays': () => {
    const life = setUpContract();
    const { subject } = bringsIn(life, 'place', [placeRow]);
    return life.refuses('import', 'voided', { voidReason: '誤り' }, { case: subject });
  },
  'row-repeats-line': () => refusedRows({ repeats: [{ index: 0, line: office, earlier: null }] }),
  'row-repeats-row': () => refusedRows({ repeats: [{ index: 0, line: null, earlier: 0 }] }),
  'register-grew': () => refusedRows({ seen: 0 }),
  'line-of-finder': () => {
    const noticed = { what: '宛名を取り違えかけた', during: 'movement' };
    const life = setUpContract().by(handler);
    const { subject } = life.takes('near-miss', 'noticed', noticed);
    return life
      .by(manager)
      .refuses('near-miss', 'voided', { voidReason: '二重' }, { case: subject });
  },
  'not-rendered': () => {
    const life = unfiled();
    const { subject } = life.takes(filings.manager, 'prepared', {});
    return life.refuses(filings.manager, 'submitted', { method: 'hand' }, { case: subject });
  },
} as const satisfies Record<keyof typeof engineCodes.refusals, () => Refusal>;

const placeRow = fileRow('place', 2, [
  ['recorded', '2026-04-10 12:00', { name: '倉庫', kind: 'other' }],
]);

function refusedRows(otherwise: Partial<ManyCommands>): Refusal {
  const life = setUpContract();
  const answered = life.answersMany({ ...fileCommand(life, 'place', [placeRow]), ...otherwise });
  if (answered.ok) throw new Error('the rows were not refused');
  return answered.error;
}
