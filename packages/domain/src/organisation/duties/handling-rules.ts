import type { Duty } from '../../engine/standing.ts';
import { lookAtDocument, withReviews } from './governing.ts';

/** Handling rules or a manual are made or reviewed (取扱規程・マニュアルの策定または見直し). */
export const handlingRulesDuty: Duty = {
  id: 'handling-rules',
  look: (contract, day) =>
    withReviews(contract, lookAtDocument(contract, 'handling-rules', day), day),
};
