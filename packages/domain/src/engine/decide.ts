import type { DutyId } from '@kanribo/annex';
import { type JsonObject, type Moment, type Result, dayOf, err, ok } from '@kanribo/kernel';
import { weightOf } from '../refusals/deviations.ts';
import type { WarningCode } from '../refusals/warnings.ts';
import { type Case, type RowSource, voided } from './case.ts';
import type { Command } from './command.ts';
import { type Contract, caseOf } from './contract.ts';
import { correctionOf } from './correction.ts';
import type {
  Attempt,
  CaseDeclaration,
  Catalogue,
  Consequence,
  DeviationFound,
  Step,
} from './declaration.ts';
import { type StepEffects, evolve } from './evolve.ts';
import { atItsTime, doesNotFit, isBeforeLast } from './fitting.ts';
import { rolesOf } from './offices.ts';
import { readValues } from './read-values.ts';
import { type Refusal, misfit } from './refusal.ts';
import { officeTitles } from './titles.ts';
import { reliedOn } from './reliance.ts';

/** Who enters a command, and when it is by the recorder's clock. */
export interface Context {
  readonly actor: string;
  readonly now: Moment;
  /** The row it is brought in from; left out where it is entered as it stands. */
  readonly source?: RowSource;
}

/** One entry a decision wants recorded. */
export interface DecidedEvent {
  readonly declaration: string;
  readonly duties: readonly DutyId[];
  readonly facts: JsonObject;
  readonly particulars: JsonObject | null;
}

/** What is to be recorded, all of it or nothing. */
export interface Decision {
  /** The case the command is about. */
  readonly subject: string;
  readonly events: readonly DecidedEvent[];
  readonly warnings: readonly WarningCode[];
}

/** What every decision is made with. */
export interface Rules {
  readonly catalogue: Catalogue;
  readonly effects: StepEffects;
}

/** A decision under way: the contract as the events so far have made it. */
interface Draft {
  readonly contract: Contract;
  readonly events: readonly DecidedEvent[];
}

interface Move {
  readonly declaration: CaseDeclaration;
  readonly name: string;
  readonly step: Step;
  readonly command: Command;
}

/**
 * Decides a command on a contract: the entries to record, or why not. Total and pure. Facts are
 * never refused for a clause; what happened against one is accepted and opens a deviation.
 */
export function decide(
  rules: Rules,
  contract: Contract,
  command: Command,
  context: Context,
): Result<Decision, Refusal> {
  const move = moveOf(rules, command, context);
  if (!move.ok) return move;
  const { declaration, step } = move.value;
  const roles = rolesOf(contract, context.actor, dayOf(context.now));
  if (!step.by.some((role) => roles.has(role))) return err(roleMissing(declaration, step, context));
  return decided(rules, contract, move.value, context);
}

/** Like {@link decide}, of a step that the software takes for whoever acts. */
export function decideBySoftware(
  rules: Rules,
  contract: Contract,
  command: Command,
  context: Context,
): Result<Decision, Refusal> {
  const move = moveOf(rules, command, context);
  return move.ok ? decided(rules, contract, move.value, context) : move;
}

/** What a command asks for, by its declaration and step. */
function moveOf(rules: Rules, command: Command, { now }: Context): Result<Move, Refusal> {
  const declaration = rules.catalogue.get(command.declaration);
  if (declaration === undefined) {
    return err(misfit('unknown-declaration', { declaration: command.declaration }));
  }
  const step = stepNamed(declaration, command.step);
  if (step === undefined) {
    return err(misfit('unknown-step', { declaration: declaration.title, step: command.step }));
  }
  const told = atItsTime(step, command, now);
  return ok({ declaration, name: command.step, step, command: told });
}

function decided(
  rules: Rules,
  contract: Contract,
  move: Move,
  context: Context,
): Result<Decision, Refusal> {
  const taken = takeStep(rules, { contract, events: [] }, move, context);
  if (!taken.ok) return taken;
  const { draft, attempt } = taken.value;
  return ok({ subject: attempt.id, events: draft.events, warnings: warningsOf(move, attempt) });
}

/** A step by its name from outside, which may be any text. */
function stepNamed(declaration: CaseDeclaration, name: string): Step | undefined {
  if (name === 'corrected' && declaration.correctable.length > 0) return correctionOf(declaration);
  return Object.hasOwn(declaration.steps, name) ? declaration.steps[name] : undefined;
}

function roleMissing(declaration: CaseDeclaration, step: Step, { actor }: Context): Refusal {
  const roles = step.by.map((role) => officeTitles[role]).join('・');
  return {
    code: 'role-missing',
    duty: declaration.duty,
    house: true,
    parameters: { actor, step: step.title },
    wayOut: [{ code: 'ask-person-in-charge', parameters: { roles } }],
  };
}

function takeStep(
  rules: Rules,
  draft: Draft,
  move: Move,
  context: Context,
): Result<{ readonly draft: Draft; readonly attempt: Attempt }, Refusal> {
  const { declaration, step, command } = move;
  const before = command.case === null ? undefined : caseOf(draft.contract, command.case);
  const isConsequence = draft.events.length > 0;
  const { contract } = draft;
  const unfit = doesNotFit({
    contract,
    declaration,
    step,
    command,
    before,
    now: context.now,
    isConsequence,
  });
  if (unfit !== null) return err(unfit);
  const read = readValues({ ...command, contract: draft.contract, declaration, step });
  if (!read.ok) return read;
  const { facts, particulars, falseAlarms } = read.value;
  const given = Object.keys(particulars).sort();
  const plain = attemptOf(draft.contract, { move, before, context, facts, given, particulars });
  const filled = { ...facts, ...step.fill?.(plain) };
  const attempt = { ...plain, values: { ...plain.values, ...filled } };
  const refused = step.forbid?.(attempt) ?? reliance(rules, move, attempt);
  if (refused !== null) return err(refused);
  const deviations = step.deviations?.(attempt) ?? [];
  const event: DecidedEvent = {
    declaration: `${declaration.name}/${move.name}@${declaration.version}`,
    duties: dutiesOf(declaration, deviations),
    facts: {
      case: attempt.id,
      occurredAt: command.occurredAt,
      values: filled,
      ...(given.length > 0 && { given }),
      ...(falseAlarms.length > 0 && { falseAlarms }),
      ...warningFacts(draft, move, attempt),
      ...(context.source && { source: { ...context.source } }),
    },
    particulars: given.length > 0 ? particulars : null,
  };
  const recorded = record(rules, draft, event, context);
  const opened = deviations.map((found) => deviationOpened(attempt, found));
  const consequences = [...(step.also?.(attempt) ?? []), ...opened];
  const followed = follow(rules, recorded, { consequences, attempt }, context);
  return followed.ok ? ok({ draft: followed.value, attempt }) : followed;
}

/** A line is struck out only where nothing else relies on it. */
function reliance({ catalogue }: Rules, { name, step }: Move, attempt: Attempt): Refusal | null {
  return name === voided ? reliedOn(catalogue, step, attempt) : null;
}

interface AttemptParts {
  readonly move: Move;
  readonly before: Case | undefined;
  readonly context: Context;
  readonly facts: JsonObject;
  readonly particulars: JsonObject;
  readonly given: readonly string[];
}

function attemptOf(contract: Contract, parts: AttemptParts): Attempt {
  const { move, before, context, facts, particulars, given } = parts;
  const { declaration, command } = move;
  const number = (contract.counts.get(declaration.name) ?? 0) + 1;
  return {
    contract,
    actor: context.actor,
    occurredAt: command.occurredAt,
    occurredOn: dayOf(command.occurredAt),
    now: context.now,
    today: dayOf(context.now),
    id: before?.id ?? `${declaration.name}-${number}`,
    before,
    values: { ...before?.values, ...facts },
    changes: { ...facts, ...particulars },
    given,
  };
}

/** What is otherwise than our own rule has it cites no clause. */
function dutiesOf({ duty }: CaseDeclaration, deviations: readonly DeviationFound[]) {
  const against = deviations
    .filter(({ code }) => weightOf(code) !== 'house')
    .map((found) => found.duty);
  return [...new Set(duty === null ? against : [duty, ...against])];
}

/** Warnings of a command stand in its first entry, so that a repeated receipt says them again. */
function warningFacts({ events }: Draft, move: Move, attempt: Attempt): JsonObject {
  const warnings = warningsOf(move, attempt);
  return events.length === 0 && warnings.length > 0 ? { warnings } : {};
}

function warningsOf({ step, command }: Move, attempt: Attempt): readonly WarningCode[] {
  const late: readonly WarningCode[] =
    step.nature === 'fact' && attempt.occurredOn < attempt.today ? ['recorded-on-later-day'] : [];
  const isEarlier = attempt.before !== undefined && isBeforeLast(attempt.before, command);
  const earlier: readonly WarningCode[] = isEarlier ? ['before-later-step'] : [];
  return [...(step.warnings?.(attempt) ?? []), ...late, ...earlier];
}

function record(rules: Rules, draft: Draft, event: DecidedEvent, context: Context): Draft {
  const contract = evolve(rules.effects, draft.contract, {
    sequence: draft.contract.size,
    recordedAt: context.now,
    actor: context.actor,
    declaration: event.declaration,
    facts: event.facts,
  });
  return { contract, events: [...draft.events, event] };
}

function deviationOpened(attempt: Attempt, { code, duty }: DeviationFound): Consequence {
  const step = weightOf(code) === 'house' ? 'marked' : 'opened';
  return { declaration: 'deviation', step, case: null, values: { of: attempt.id, duty, code } };
}

interface Following {
  readonly consequences: readonly Consequence[];
  readonly attempt: Attempt;
}

function follow(
  rules: Rules,
  recorded: Draft,
  { consequences, attempt }: Following,
  context: Context,
): Result<Draft, Refusal> {
  let draft = recorded;
  for (const consequence of consequences) {
    const declaration = rules.catalogue.get(consequence.declaration);
    const step = declaration && stepNamed(declaration, consequence.step);
    if (declaration === undefined || step === undefined) {
      return err(
        misfit('unknown-step', { declaration: consequence.declaration, step: consequence.step }),
      );
    }
    const values = { ...consequence.values, ...consequence.particulars };
    const command = {
      ...consequence,
      values,
      occurredAt: attempt.occurredAt,
      falseAlarms: Object.keys(values),
    };
    const move = { declaration, name: consequence.step, step, command };
    const taken = takeStep(rules, draft, move, context);
    if (!taken.ok) return taken;
    draft = taken.value.draft;
  }
  return ok(draft);
}
