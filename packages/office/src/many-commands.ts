import {
  type Command,
  type Contract,
  type Decision,
  type Refusal,
  type WarningCode,
  decide,
  evolve,
} from '@kanribo/domain';
import { type Moment, type Result, err, ok } from '@kanribo/kernel';

/** Rows of an existing register, entered as one: all of them or none. */
export interface ManyCommands {
  readonly declaration: string;
  readonly step: string;
  readonly rows: readonly Command[];
}

/** A refusal of one row; the first is number 0. */
export interface RowRefusal extends Refusal {
  readonly row: number;
}

interface Deciding {
  readonly actor: string;
  readonly now: Moment;
}

/** What each row would be answered with, where those before that are refused are left out. */
export function tryMany(
  contract: Contract,
  rows: readonly Command[],
  context: Deciding,
): readonly Result<Decision, Refusal>[] {
  const answers: Result<Decision, Refusal>[] = [];
  let draft = contract;
  for (const row of rows) {
    const decided = decide(draft, row, context);
    if (decided.ok) draft = folded(draft, decided.value, context);
    answers.push(decided);
  }
  return answers;
}

/** Decides rows one after another on what those before leave; the first refusal refuses all. */
export function decideMany(
  contract: Contract,
  rows: readonly Command[],
  context: Deciding,
): Result<Decision, RowRefusal> {
  let draft = contract;
  let subject = '';
  const events: Decision['events'][number][] = [];
  const warnings = new Set<WarningCode>();
  for (const [row, command] of rows.entries()) {
    const decided = decide(draft, command, context);
    if (!decided.ok) return err({ ...decided.error, row });
    draft = folded(draft, decided.value, context);
    subject ||= decided.value.subject;
    events.push(...decided.value.events);
    for (const warning of decided.value.warnings) warnings.add(warning);
  }
  return ok({ subject, events, warnings: [...warnings] });
}

function folded(contract: Contract, { events }: Decision, { actor, now }: Deciding): Contract {
  return events.reduce<Contract>(
    (draft, { declaration, facts }) =>
      evolve(draft, { sequence: draft.size, recordedAt: now, actor, declaration, facts }),
    contract,
  );
}
