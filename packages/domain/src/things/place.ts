import { declareCase } from '../engine/declare.ts';
import { choice, text } from '../engine/field.ts';

/** A place (場所) things are kept at or taken to; its name is a particular, its id a fact. */
export const place = declareCase({
  name: 'place',
  preset: 'basics',
  title: '場所',
  duty: null,
  house: true,
  identifiedBy: ['name'],
  fields: {
    name: text('名称', 100),
    kind: choice('区分', {
      'handling-area': '取扱区域',
      'controlled-area': '管理区域',
      'own-premises': '受託者の施設（区域の外）',
      client: '委託者の施設',
      subcontractor: '再委託先の施設',
      other: 'その他',
    }),
  },
  steps: {
    recorded: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['name', 'kind'],
      optional: [],
    },
  },
});
