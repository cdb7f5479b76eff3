import { expect, test } from 'vitest';
import { auditor, handler, setUpContract } from '../testing/sample.ts';

const noticed = { what: '宛名を取り違えかけた', during: 'movement', nearly: ['third-parties'] };

test('MOV-11: whoever noticed a near miss writes it down, and a named person reviews it', () => {
  const life = setUpContract().by(handler);
  const { events, subject } = life.takes('near-miss', 'noticed', noticed);
  expect(events).toHaveLength(1);
  expect(events[0]?.facts).toMatchObject({
    values: { during: 'movement', nearly: ['third-parties'] },
  });
  expect(life.by(auditor).decides('near-miss', 'noticed', noticed).ok).toBe(true);
  const reviewed = { cause: '似た宛名', measure: '二人で確認', isIncident: false, reason: '未然' };
  const about = { case: subject };
  expect(life.refuses('near-miss', 'reviewed', reviewed, about).code).toBe('role-missing');
  life.by('person-3').takes('near-miss', 'reviewed', reviewed, about);
  expect(life.standing('incident-prevention', '2026-04-20')).toMatchObject({ deviations: 0 });
});
