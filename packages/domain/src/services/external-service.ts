import { declareCase } from '../engine/declare.ts';
import { choice, text } from '../engine/field.ts';

/** An external service (外部サービス), clause 21: what an approval of 21.1 names. */
export const externalService = declareCase({
  name: 'external-service',
  preset: 'basics',
  title: '外部サービス',
  duty: null,
  house: true,
  fields: {
    name: text('サービスの名称', 100),
    provider: text('提供事業者', 100),
    role: choice('利用・提供の別', {
      used: '受託者が利用する',
      provided: '受託者が委託者に提供する',
    }),
    endedBecause: text('終了の理由', 400),
  },
  steps: {
    recorded: {
      title: '登録',
      from: ['new'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['name', 'provider', 'role'],
      optional: [],
    },
    ended: {
      title: '利用・提供の終了',
      from: ['recorded'],
      nature: 'fact',
      by: ['set-up', 'chief-officer', 'manager'],
      required: ['endedBecause'],
      optional: [],
    },
  },
  final: ['ended'],
});
