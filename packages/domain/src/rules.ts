import { type DutyId, cite, isDutyId } from '@kanribo/annex';
import { type Day, type Moment, type Result, dayOf, isJsonObject } from '@kanribo/kernel';
import { catalogue, stepEffects } from './catalogue.ts';
import { profileOf } from './contract/questions.ts';
import { textOf, textsOf } from './engine/case.ts';
import type { Command } from './engine/command.ts';
import { type Contract, draftOf, emptyContract } from './engine/contract.ts';
import {
  type Context,
  type Decision,
  decide as decideBy,
  decideBySoftware as decideAlong,
} from './engine/decide.ts';
import { type Recorded, evolve as evolveBy } from './engine/evolve.ts';
import type { Refusal } from './engine/refusal.ts';
import { type WarningCode, isWarningCode } from './refusals/warnings.ts';

/** Decides a command on a contract by the product's declarations. Total and pure. */
export function decide(
  contract: Contract,
  command: Command,
  context: Context,
): Result<Decision, Refusal> {
  return decideBy({ catalogue, effects: stepEffects }, contract, command, context);
}

/** Decides a step the software takes for somebody, whatever their office. */
export function decideBySoftware(
  contract: Contract,
  command: Command,
  context: Context,
): Result<Decision, Refusal> {
  return decideAlong({ catalogue, effects: stepEffects }, contract, command, context);
}

/**
 * The contract after one more entry of its register.
 * @throws {DomainFault} `entry-unknown`, `entry-malformed`.
 */
export function evolve(contract: Contract, recorded: Recorded): Contract {
  return evolveBy(stepEffects, contract, recorded);
}

/** The clause by which the annex the contract is kept under on a day states a duty. */
export function clauseOf(contract: Contract, duty: DutyId, day: Day): string {
  return cite(profileOf(contract, day), duty);
}

/** How the register of a contract is folded. */
export const contractRules = {
  empty: emptyContract,
  evolve,
  draft: draftOf,
  /** Empty for an unknown duty. */
  cite: (contract: Contract, duty: string, at: Moment): string =>
    isDutyId(duty) ? clauseOf(contract, duty, dayOf(at)) : '',
  recall: (recorded: readonly Recorded[]) => {
    const facts = recorded[0]?.facts;
    const warnings: readonly WarningCode[] = isJsonObject(facts)
      ? textsOf(facts, 'warnings').filter(isWarningCode)
      : [];
    return { subject: textOf(facts ?? {}, 'case') ?? '', warnings };
  },
} as const;
