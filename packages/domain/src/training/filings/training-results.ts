import type { JsonObject } from '@kanribo/kernel';
import { textsOf } from '../../engine/case.ts';
import { caseOf } from '../../engine/contract.ts';
import type { Attempt } from '../../engine/declaration.ts';
import { choice, someOf } from '../../engine/field.ts';
import { filing } from '../../presets/filing.ts';
import { untrained } from '../trained.ts';

/**
 * Filing of the results of education (教育実施結果の届出), clause 11.1: who attended the sessions it
 * names and who of the related staff attended none yet; a further one for those who join later.
 * The security annex's filing of training results may stand for it (11.2).
 */
export const trainingResults = filing({
  name: 'training-results',
  title: '教育実施結果報告書',
  duty: 'training',
  fields: {
    occasion: choice('届出の区分', { first: '教育の実施結果', further: '追加の実施結果' }),
    sessions: someOf('対象の教育', 'training-session'),
    attended: someOf('受講した者', 'person'),
    absent: someOf('受講していない者', 'person'),
  },
  states: ['occasion', 'sessions'],
  fill: results,
  substitute: {
    duty: 'training',
    title: '教育実施結果の届出',
    needed: () => ['includesThisFiling'],
  },
});

function results({ contract, today, values }: Attempt): JsonObject {
  const attended = textsOf(values, 'sessions').flatMap((id) =>
    textsOf(caseOf(contract, id)?.values ?? {}, 'attendees'),
  );
  const absent = untrained(contract, today).map(({ person }) => person);
  return { attended: [...new Set(attended)], absent };
}
