import { type Result, err, ok } from '@kanribo/kernel';
import type { Command } from './engine/command.ts';
import { type Contract, countOfCases } from './engine/contract.ts';
import type { Context, Decision } from './engine/decide.ts';
import { type Refusal, misfit, wayOut } from './engine/refusal.ts';
import type { WarningCode } from './refusals/warnings.ts';
import type { Repeat } from './repeats.ts';
import { decide, decideBySoftware, evolve } from './rules.ts';

/**
 * What one row tells: the step that opens its case, then those the case has taken since, all of one
 * declaration. The case of later ones is the one just opened.
 */
export type LifeOfRow = readonly [Command, ...Command[]];

/** One row of a file, numbered as a spreadsheet numbers it. */
export interface FileRow {
  readonly row: number;
  readonly life: LifeOfRow;
  /** Whether the time of the opening step is the row's own; otherwise its day alone is. */
  readonly isTimeStated: boolean;
}

/** The file that rows are brought in from, as the page that read it states it. */
interface SourceFile {
  readonly name: string;
  /** Null where the file has one sheet without a name. */
  readonly sheet: string | null;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly digest: string;
}

/** Rows of an existing register, entered as one: all of them or none. */
export interface ManyCommands {
  readonly declaration: string;
  readonly file: SourceFile;
  readonly rows: readonly [FileRow, ...FileRow[]];
  /** Rows that are there already and that nobody took knowingly: any refuses all. */
  readonly repeats: readonly Repeat[];
  /** How many cases the declaration had when the repeats were looked for. */
  readonly seen: number;
}

/** Why a step of a row is not taken; the first step is number 0. */
export interface StepRefusal extends Refusal {
  readonly step: number;
}

/** A refusal of one row, by its place among them from 0; left out where it is of no row. */
export interface RowRefusal extends Refusal {
  readonly row?: number;
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
  rows: readonly FileRow[],
  context: Context,
): Generator<Result<Decision, StepRefusal>> {
  let draft = contract;
  for (const { life } of rows) {
    const lived = live(draft, life, context);
    if (lived.ok) draft = lived.value.contract;
    yield lived.ok ? ok(lived.value.decision) : lived;
  }
}

/**
 * Decides the entry that says where rows come from, and then the rows one after another on what
 * those before leave; the first refusal refuses all.
 */
export function decideMany(
  contract: Contract,
  command: ManyCommands,
  context: Context,
): Result<Decision, RowRefusal> {
  const { rows } = command;
  const opened = opening(contract, command, context);
  if (!opened.ok) return opened;
  const { subject } = opened.value;
  let draft = folded(contract, opened.value, context);
  const events = [...opened.value.events];
  const warnings = new Set<WarningCode>();
  for (const [index, { row, life }] of rows.entries()) {
    const source = { import: subject, row };
    const lived = live(draft, life, { ...context, source });
    if (!lived.ok) return err({ ...lived.error, row: index });
    draft = lived.value.contract;
    events.push(...lived.value.decision.events);
    for (const warning of lived.value.decision.warnings) warnings.add(warning);
  }
  return ok({ subject, events: withWarnings(events, [...warnings]), warnings: [...warnings] });
}

/** The entry of the import itself, or why the rows as a whole are not brought in. */
function opening(
  contract: Contract,
  { declaration, file, rows, repeats, seen }: ManyCommands,
  context: Context,
): Result<Decision, RowRefusal> {
  if (countOfCases(contract, declaration) !== seen) {
    return err({ ...misfit('register-grew'), wayOut: [wayOut('look-again')] });
  }
  const [repeat] = repeats;
  if (repeat !== undefined) return err({ ...repeated(repeat, rows), row: repeat.index });
  const { name, sheet, digest } = file;
  const texts = sheet === null ? { name } : { name, sheet };
  const values = { ...texts, digest, register: declaration, rows: rows.length };
  return decideBySoftware(
    contract,
    {
      declaration: 'import',
      step: 'recorded',
      case: null,
      occurredAt: context.now,
      values,
      falseAlarms: [],
    },
    context,
  );
}

function repeated({ line, earlier }: Repeat, rows: readonly FileRow[]): Refusal {
  const ways = [wayOut('leave-row-out'), wayOut('take-row-knowingly')];
  if (line !== null) return { ...misfit('row-repeats-line', { case: line }), wayOut: ways };
  const row = rows[earlier ?? 0]?.row ?? 0;
  return { ...misfit('row-repeats-row', { row }), wayOut: ways };
}

/** Warnings of a command stand in its first entry, so that a repeated receipt says them again. */
function withWarnings(events: Decision['events'], warnings: readonly WarningCode[]) {
  if (warnings.length === 0) return events;
  return events.map((event, index) =>
    index === 0 ? { ...event, facts: { ...event.facts, warnings } } : event,
  );
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
