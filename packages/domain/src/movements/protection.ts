import { textOf, textsOf } from '../engine/case.ts';
import type { Attempt, DeviationFound } from '../engine/declaration.ts';
import { choice } from '../engine/field.ts';
import { isPaper } from '../things/questions.ts';

/** How what leaves is protected (19(2), 19(3), 20(5)). */
export const protection = choice('保護措置', {
  encrypted: '暗号化',
  'encrypted-locked': '暗号化し、施錠可能な入れ物を使用',
  'disk-encrypted': 'ディスク暗号化',
  'seal-sticker': '目隠しシール',
  sealed: '封緘',
  none: '措置なし',
});

const mediaMeasures = ['encrypted', 'encrypted-locked', 'disk-encrypted'];
const paperMeasures = ['seal-sticker', 'sealed'];

/** What was carried without the measure its kind needs. */
export function unprotected({ contract, values }: Attempt): readonly DeviationFound[] {
  const measure = textOf(values, 'protection');
  if (measure === null) return [];
  const carried = textsOf(values, 'things').map((thing) => isPaper(contract, thing));
  const found: DeviationFound[] = [];
  if (carried.includes(false) && !mediaMeasures.includes(measure)) {
    found.push({ code: 'media-unprotected', duty: 'take-out-protection' });
  }
  if (carried.includes(true) && !paperMeasures.includes(measure)) {
    found.push({ code: 'paper-unprotected', duty: 'take-out-protection' });
  }
  return found;
}
