import type { CaseDeclaration } from '../engine/declaration.ts';
import { clientTraining } from './client-training.ts';
import { trainingResults } from './filings/training-results.ts';
import { trainingSession } from './session.ts';

/** Every declared case of the area, in the order people meet them. */
export const trainingCases: readonly CaseDeclaration[] = [
  trainingSession,
  trainingResults,
  clientTraining,
];
