import { choice, duties, evidence, text } from '../../engine/field.ts';
import { word } from '../../presets/word.ts';

/** A specification of the client (仕様): for a service provided to it (21.3), or of the work. */
export const specification = word({
  name: 'specification',
  title: '委託者の仕様',
  duty: null,
  fields: {
    subject: choice('仕様の種類', {
      service: '提供するサービスの要件',
      work: '業務の仕様',
      other: 'その他',
    }),
    duties: duties('関係する義務'),
    contents: text('仕様の内容', 1000),
    document: evidence('仕様書'),
  },
  says: ['subject', 'duties', 'contents'],
  maySay: ['document'],
  indexedBy: ['subject'],
});
