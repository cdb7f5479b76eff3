import type { Refusal } from '../engine/refusal.ts';
import type { RefusalCode } from '../refusals/sentences.ts';
import { contractMet } from './met/contract.ts';
import { engineMet } from './met/engine.ts';
import { movementsMet } from './met/movements.ts';
import { organisationMet } from './met/organisation.ts';
import { inspectionsMet } from './met/inspections.ts';
import { subcontractsMet } from './met/subcontracts.ts';
import { thingsMet } from './met/things.ts';
import { trainingMet } from './met/training.ts';
import { wordsMet } from './met/words.ts';

/** How each refusal is met with; a code without its way does not compile. */
export const met = {
  ...engineMet,
  ...contractMet,
  ...organisationMet,
  ...trainingMet,
  ...thingsMet,
  ...movementsMet,
  ...subcontractsMet,
  ...inspectionsMet,
  ...wordsMet,
} as const satisfies Record<RefusalCode, () => Refusal>;
