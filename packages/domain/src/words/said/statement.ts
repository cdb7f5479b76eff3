import { choice, text, things } from '../../engine/field.ts';
import { word } from '../../presets/word.ts';

/**
 * A statement of the client (申出): that witnessing is difficult, so that photos or process papers
 * go with the certificate (23.1), or anything else it states.
 */
export const statement = word({
  name: 'statement',
  title: '委託者の申出',
  duty: 'disposal-certificate',
  fields: {
    subject: choice('申出の種類', {
      'witness-difficult': '立会いが困難',
      other: 'その他',
    }),
    things: things('対象のもの'),
    contents: text('申出の内容', 1000),
  },
  says: ['subject', 'contents'],
  maySay: ['things'],
  indexedBy: ['subject'],
});
