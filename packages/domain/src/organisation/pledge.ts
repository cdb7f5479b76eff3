import { declareCase } from '../engine/declare.ts';
import { choice, evidence, person, text } from '../engine/field.ts';

/**
 * A pledge of secrecy (誓約書): supporting evidence of our own for clause 14. The clause asks for
 * none, so that nothing is due where there is none.
 */
export const pledge = declareCase({
  name: 'pledge',
  preset: 'basics',
  title: '秘密保持の誓約書',
  duty: 'secrecy',
  house: true,
  fields: {
    person: person('誓約した者'),
    occasion: choice('時期', {
      'taking-office': '従事開始時',
      leaving: '離任・退職時',
      other: 'その他',
    }),
    paper: evidence('誓約書の写し'),
    remarks: text('備考', 400),
  },
  steps: {
    signed: {
      title: '誓約',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['person', 'occasion'],
      optional: ['paper', 'remarks'],
    },
  },
  final: ['signed'],
  indexedBy: ['person'],
});
