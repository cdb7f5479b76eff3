import { choice, day, duties, text, things } from '../../engine/field.ts';
import { word } from '../../presets/word.ts';

/**
 * An instruction of the client (指示) beside that on retention: how to return or dispose at the end
 * (22.2), to improve (24.4, 24.5), or anything else it tells.
 */
export const instruction = word({
  name: 'instruction',
  title: '委託者の指示',
  duty: null,
  fields: {
    subject: choice('指示の種類', {
      closing: '契約終了時の返還・廃棄',
      'carry-over': '後続の契約への引継ぎ',
      improvement: '改善',
      'subcontractor-improvement': '再委託先の改善',
      other: 'その他',
    }),
    duties: duties('関係する義務'),
    things: things('対象のもの'),
    contents: text('指示の内容', 1000),
    dueOn: day('期限'),
  },
  says: ['subject', 'duties', 'contents'],
  maySay: ['things', 'dueOn'],
  indexedBy: ['subject'],
});
