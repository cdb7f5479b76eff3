import { catalogue } from './catalogue.ts';
import type { StepTaken } from './engine/case.ts';
import { type Contract, draftOf, emptyContract } from './engine/contract.ts';
import { evolve } from './rules.ts';

/** One step with the case that took it. */
interface Taken {
  readonly case: string;
  readonly declaration: string;
  readonly step: StepTaken;
}

/**
 * The contract as it was known when its register had `size` entries, made again from the steps its
 * cases hold: the version *as known on* of reports and of the slider. The whole contract where
 * `size` is what it has.
 */
export function versionAt(contract: Contract, size: number): Contract {
  if (size >= contract.size) return contract;
  const steps: Taken[] = [];
  for (const found of contract.cases.values()) {
    for (const step of found.steps) {
      if (step.sequence >= size) break;
      steps.push({ case: found.id, declaration: found.declaration, step });
    }
  }
  steps.sort((left, right) => left.step.sequence - right.step.sequence);
  const { state, seal } = draftOf(emptyContract());
  const folded = steps.reduce(foldStep, state);
  seal();
  const logged = loggedBefore(contract, size);
  const last = steps.at(-1)?.step.sequence ?? -1;
  const isLoggedLast = logged !== null && logged.sequence > last;
  const recordedAt = isLoggedLast ? logged.recordedAt : folded.recordedAt;
  return { ...folded, size, logged, recordedAt };
}

/** The last entry of the log about itself among the first so many. */
function loggedBefore({ logged }: Contract, size: number): Contract['logged'] {
  let found = logged;
  while (found !== null && found.sequence >= size) found = found.earlier;
  return found;
}

/** How many entries of the register had been recorded by a moment, of those that are steps. */
export function sizeKnownBy(contract: Contract, end: string): number {
  let size = 0;
  for (const { steps } of contract.cases.values()) {
    for (const { recordedAt, sequence } of steps) {
      if (recordedAt < end && sequence >= size) size = sequence + 1;
    }
  }
  return size;
}

function foldStep(contract: Contract, { case: id, declaration, step }: Taken): Contract {
  const { sequence, recordedAt, actor, occurredAt, values, given } = step;
  const version = catalogue.get(declaration)?.version ?? 1;
  return evolve(contract, {
    sequence,
    recordedAt,
    actor,
    declaration: `${declaration}/${step.step}@${version}`,
    facts: { case: id, occurredAt, values, given: [...given] },
  });
}
