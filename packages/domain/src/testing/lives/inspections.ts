import { type JsonObject, parseDay } from '@kanribo/kernel';
import { complianceReportValues } from '../../compliance.ts';
import type { Life, Taken } from '../life.ts';
import { receives, setUpContract, submits } from '../sample.ts';

/** A request of the client to report by a day. */
export function requests(life: Life, dueOn: string): Taken {
  const asked = { occasion: 'regular', dueOn, clientPerson: '区 担当' };
  return life.takes('compliance-request', 'requested', asked);
}

/** What a report of a day states. */
export function reported(life: Life, on: string): JsonObject {
  const parsed = parseDay(on);
  if (!parsed.ok) throw new Error(`no day: ${on}`);
  return complianceReportValues(life.contract, parsed.value);
}

/** Requests of the client and the reports that answer them: every step of theirs. */
export function inspectionsLife(): Life {
  const life = setUpContract();
  const { subject: request } = requests(life, '2026-04-30');
  const later = { dueOn: '2026-05-10', clientPerson: '区 担当' };
  life.takes('compliance-request', 'postponed', later, { case: request });
  const none = requests(life, '2026-04-30').subject;
  life.takes('compliance-request', 'withdrawn', { clientPerson: '区 担当' }, { case: none });
  const name = 'compliance-report';
  const values = { ...reported(life, '2026-04-20'), request };
  const dropped = life.takes(name, 'prepared', values).subject;
  submits(life, name, dropped);
  life.takes(name, 'sent-back', {}, { case: dropped });
  life.takes(name, 'withdrawn', { remarks: '作り直し' }, { case: dropped });
  const { subject } = life.takes(name, 'prepared', values);
  submits(life, name, subject);
  receives(life.on('2026-05-11 09:00'), name, subject);
  return life;
}
