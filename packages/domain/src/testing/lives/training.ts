import type { Life } from '../life.ts';
import {
  auditor,
  chief,
  evidenceOf,
  handler,
  manager,
  otherWorker,
  receives,
  setUpContract,
  submits,
} from '../sample.ts';

const because = { correctionReason: '書き誤り', remarks: '訂正' };
const noted = { remarks: '備考' };

/** Our education with its results, and the client's. */
export function trainingLife(): Life {
  const life = setUpContract().by(chief);
  const session = { method: 'sheet', contents: '特記事項の内容', attendees: [chief, handler] };
  const held = life.takes('training-session', 'held', { ...session, sheet: evidenceOf('1') });
  const about = { case: held.subject };
  life.takes('training-session', 'caught-up', { caughtUp: [manager] }, about);
  life.takes('training-session', 'corrected', because, about);
  reportsResults(life, held.subject);
  attendsClients(life);
  return life;
}

function reportsResults(life: Life, session: string): void {
  const sessions = [session];
  const { subject } = life.takes('training-results', 'prepared', { occasion: 'first', sessions });
  submits(life, 'training-results', subject);
  life.takes('training-results', 'sent-back', noted, { case: subject });
  const other = { otherFiling: evidenceOf('2'), includesThisFiling: true };
  const values = { occasion: 'first', sessions, ...other };
  life.takes('training-results', 'substituted', values, { case: subject });
  life.takes('training-results', 'submitted', { method: 'hand' }, { case: subject });
  receives(life, 'training-results', subject);
  const further = life.takes('training-results', 'prepared', { occasion: 'further', sessions });
  life.takes('training-results', 'withdrawn', noted, { case: further.subject });
}

function attendsClients(life: Life): void {
  const planned = { title: '特記事項の説明会', plannedOn: '2026-04-20' };
  const dropped = life.takes('client-training', 'announced', planned);
  life.takes('client-training', 'cancelled', noted, { case: dropped.subject });
  const about = { case: life.takes('client-training', 'announced', planned).subject };
  const there = { attendees: [chief, manager], absentees: [handler, auditor, otherWorker] };
  life.takes('client-training', 'attended', { ...there, catchUpBy: '2026-04-30' }, about);
  life.takes('client-training', 'caught-up', { caughtUp: [handler] }, about);
  life.takes('client-training', 'corrected', because, about);
}
