import type { Duty } from '../../engine/standing.ts';
import { lookAtDocument } from './governing.ts';

/** A basic policy is made (基本方針の策定). */
export const basicPolicyDuty: Duty = {
  id: 'basic-policy',
  look: (contract, day) => lookAtDocument(contract, 'basic-policy', day),
};
