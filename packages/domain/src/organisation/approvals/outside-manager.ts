import { person, text } from '../../engine/field.ts';
import { approval } from '../../presets/approval.ts';

/** Permission to take the manager from outside the workers (従事者以外からの選任の許可), clause 8. */
export const outsideManagerApproval = approval({
  name: 'outside-manager-approval',
  title: '従事者以外からの管理責任者の選任の許可',
  duty: 'manager',
  fields: { person: person('選任する人'), reason: text('これによりがたい理由', 400) },
  covers: ['person', 'reason'],
});
