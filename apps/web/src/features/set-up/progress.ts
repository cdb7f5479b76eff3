import { exhaustive } from '@kanribo/kernel';
import type { Asked } from '../../api/use-answer.ts';
import { type Registers, linesOf, useRegisters } from '../../api/use-registers.ts';
import { type SetUpStep, setUpSteps } from './steps.ts';

/** Offices that must be filled before handling begins (clauses 6 to 9). */
const firstOffices = ['chief-officer', 'audit-officer', 'manager', 'handler'] as const;

/** The filings that are handed in first. */
export const firstFilings = [
  'key-filing',
  'chief-officer-filing',
  'audit-officer-filing',
  'manager-filing',
  'handlers-list',
] as const;

/** What is on record already of what the set-up asks for. */
export function useProgress(contract: string): Asked<Registers> {
  return useRegisters(contract, ['annex', 'contract', 'person', ...firstOffices, ...firstFilings]);
}

/** Whether a step has left on record all it has to. */
export function isDone(registers: Registers, step: SetUpStep): boolean {
  const has = (name: string) => linesOf(registers, name).length > 0;
  switch (step) {
    case 'annex':
      return has('annex');
    case 'facts':
      return has('contract');
    case 'people':
      return has('person');
    case 'offices':
      return firstOffices.every(has);
    case 'filings':
      return firstFilings.every((name) =>
        linesOf(registers, name).some(({ status }) => status === 'received'),
      );
    default:
      return exhaustive(step);
  }
}

/** Where to go on: the first step that is not done, the last one when all are. */
export function firstOpenStep(registers: Registers): SetUpStep {
  return setUpSteps.find((step) => !isDone(registers, step)) ?? 'filings';
}
