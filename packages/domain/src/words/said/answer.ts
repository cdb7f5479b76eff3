import { textOf } from '../../engine/case.ts';
import { oneOf, text } from '../../engine/field.ts';
import { word } from '../../presets/word.ts';

/** The client's answer to a consultation (協議への回答), clause 30; it is entered in the register too. */
export const answer = word({
  name: 'answer',
  title: '協議への回答',
  duty: 'consultation',
  fields: {
    consultation: oneOf('協議', 'consultation'),
    contents: text('回答の内容', 1000),
  },
  says: ['consultation', 'contents'],
  also: ({ id, values }) => [
    {
      declaration: 'consultation',
      step: 'answered',
      case: textOf(values, 'consultation'),
      values: { answer: id },
    },
  ],
  indexedBy: ['consultation'],
});
