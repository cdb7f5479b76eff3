import { person } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/** The client's answer that a plain worker may be audit officer (協議の回答), clauses 7 and 30. */
export const workerAuditAnswer = approval({
  name: 'worker-audit-answer',
  title: '従事者を監査責任者とすることについての回答',
  duty: 'audit-officer',
  fields: { person: person('対象者') },
  covers: ['person'],
});
