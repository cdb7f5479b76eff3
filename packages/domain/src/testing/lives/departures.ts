import type { JsonObject } from '@kanribo/kernel';
import type { Life } from '../life.ts';
import {
  approvalOf,
  chief,
  handler,
  lineOf,
  medium,
  otherWorker,
  paper,
  setUpContract,
  thingOf,
} from '../sample.ts';

/** What goes against clauses, and what is only warned of. */
export function departuresLife(): Life {
  const life = setUpContract().by(chief);
  const oral = approvalOf([paper], { form: 'oral', paperDueOn: '2026-04-30' });
  life.takes('take-out-approval', 'granted', oral, { at: '2026-04-19 09:00' });
  const line = life.takes('take-out', 'taken', { ...lineOf([paper]), protection: 'sealed' });
  const back = { returner: handler, returnConfirmedBy: handler };
  life.takes('take-out', 'returned', back, { case: line.subject });
  life.takes('thing', 'made', { ...thingOf('paper', 'C-1'), copyOf: medium });
  audits(life);
  life.on('2026-04-24 09:00');
  const carried = { ...lineOf([paper, medium]), carrier: otherWorker, protection: 'none' };
  life.takes('take-out', 'taken', carried, { at: '2026-04-20 10:00' });
  return life;
}

function audits(life: Life): void {
  const inOffice = (person: string, from: string): JsonObject => ({ person, from });
  life.takes('audit-officer', 'appointed', inOffice(chief, '2026-05-01'));
  const period = { from: '2026-04-01', until: '2027-03-31' };
  const word = { person: handler, ...period, clientPerson: '区 担当', form: 'written' };
  life.takes('worker-audit-answer', 'granted', word);
  life.takes('audit-officer', 'appointed', inOffice(handler, '2027-01-01'));
}
