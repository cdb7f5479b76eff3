import { type Result, err, ok } from '@kanribo/kernel';
import type { Command } from './engine/command.ts';
import type { Contract } from './engine/contract.ts';
import type { Context, Decision } from './engine/decide.ts';
import type { Refusal } from './engine/refusal.ts';
import type { WarningCode } from './refusals/warnings.ts';
import { decide, evolve } from './rules.ts';

/**
 * One row of an existing register: the step that opens its case, then those the case has taken
 * since, all of one declaration. The case of later ones is the one just opened.
 */
export type LifeOfRow = readonly [Command, ...Command[]];

/** Rows of an existing register, entered as one: all of them or none. */
export interface ManyCommands {
  readonly declaration: string;
  readonly rows: readonly [LifeOfRow, ...LifeOfRow[]];
}

/** Why a step of a row is not taken; the first step is number 0. */
export interface StepRefusal extends Refusal {
  readonly step: number;
}

/** A refusal of one row; the first is number 0. */
export interface RowRefusal extends StepRefusal {
  readonly row: number;
}

interface Lived {
  readonly contract: Contract;
  readonly decision: Decision;
}

/**
 * What each row would be answered with, one after the other, where those before that are refused
 * are left out; whoever asks may rest between them.
 */
export function* tryMany(
  contract: Contract,
  rows: readonly LifeOfRow[],
  context: Context,
): Generator<Result<Decision, StepRefusal>> {
  let draft = contract;
  for (const row of rows) {
    const lived = live(draft, row, context);
    if (lived.ok) draft = lived.value.contract;
    yield lived.ok ? ok(lived.value.decision) : lived;
  }
}

/** Decides rows one after another on what those before leave; the first refusal refuses all. */
export function decideMany(
  contract: Contract,
  rows: readonly LifeOfRow[],
  context: Context,
): Result<Decision, RowRefusal> {
  let draft = contract;
  let subject = '';
  const events: Decision['events'][number][] = [];
  const warnings = new Set<WarningCode>();
  for (const [row, steps] of rows.entries()) {
    const lived = live(draft, steps, context);
    if (!lived.ok) return err({ ...lived.error, row });
    const { decision } = lived.value;
    draft = lived.value.contract;
    subject ||= decision.subject;
    events.push(...decision.events);
    for (const warning of decision.warnings) warnings.add(warning);
  }
  return ok({ subject, events, warnings: [...warnings] });
}

function live(contract: Contract, steps: LifeOfRow, context: Context): Result<Lived, StepRefusal> {
  let draft = contract;
  let subject: string | null = null;
  const events: Decision['events'][number][] = [];
  const warnings = new Set<WarningCode>();
  for (const [step, command] of steps.entries()) {
    const decided = decide(draft, { ...command, case: subject }, context);
    if (!decided.ok) return err({ ...decided.error, step });
    draft = folded(draft, decided.value, context);
    subject ??= decided.value.subject;
    events.push(...decided.value.events);
    for (const warning of decided.value.warnings) warnings.add(warning);
  }
  const decision = { subject: subject ?? '', events, warnings: [...warnings] };
  return ok({ contract: draft, decision });
}

/** The contract as the events of a decision would leave it. */
export function folded(
  contract: Contract,
  { events }: Decision,
  { actor, now }: Context,
): Contract {
  return events.reduce<Contract>(
    (draft, { declaration, facts }) =>
      evolve(draft, { sequence: draft.size, recordedAt: now, actor, declaration, facts }),
    contract,
  );
}
