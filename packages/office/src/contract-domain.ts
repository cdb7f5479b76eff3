import { isDutyId } from '@kanribo/annex';
import type { ContractRules, DomainTypes } from '@kanribo/application';
import {
  type Answer,
  type Command,
  type Contract,
  type ManyCommands,
  type Question,
  type Refusal,
  type WarningCode,
  answer,
  caseOf,
  catalogue,
  contractRules,
  decide,
  decideMany,
} from '@kanribo/domain';
import { type Moment, type Result, err } from '@kanribo/kernel';
import { type KeptContract, draftOfKept, emptyKept, evolveKept } from './kept-contract.ts';
import { type AuditRefusal, type Look, type Seen, look } from './look.ts';

/** A command from a page that showed the case as its entry `version` had left it. */
export interface OfficeCommand extends Command {
  readonly version?: number;
}

/** Somebody else has taken a step of the case since it was shown. */
export interface ChangedMeanwhile {
  readonly code: 'changed-meanwhile';
  readonly duty: null;
  /** The entry that has left the case as it is now. */
  readonly version: number;
}

/** A refusal with the clause of the contract's annex that states its duty; empty without one. */
export interface CitedRefusal extends Refusal {
  readonly clause: string;
  /** The row it is about, from 0, where many were entered as one. */
  readonly row?: number;
}

/** The product's own domain, as the use cases see it. */
export interface ContractDomain extends DomainTypes {
  readonly contract: KeptContract;
  readonly command: OfficeCommand | ManyCommands;
  readonly question: Question | Look;
  readonly answer: Answer | Seen;
  readonly refusal: CitedRefusal | ChangedMeanwhile | AuditRefusal;
  readonly warning: WarningCode;
}

/** Stands in the access log for what was typed where a name of ours should have been. */
const unknown = 'unknown';

const evidenceShape = /^sha256:([0-9a-f]{64})$/;

/** How contracts are decided, folded and asked. */
export const rules: ContractRules<ContractDomain> = {
  empty: emptyKept,
  evolve: evolveKept,
  draft: draftOfKept,
  cite: ({ contract }, duty, at) => contractRules.cite(contract, duty, at),
  recall: contractRules.recall,
  decide: ({ contract }, command, context) => {
    if ('rows' in command)
      return cited(contract, decideMany(contract, command, context), context.now);
    const { version, ...plain } = command;
    const found = command.case === null ? undefined : caseOf(contract, command.case);
    const last = found?.steps.at(-1)?.sequence;
    if (version !== undefined && last !== undefined && version !== last) {
      return err({ code: 'changed-meanwhile', duty: null, version: last });
    }
    return cited(contract, decide(contract, plain, context), context.now);
  },
  answer: (kept, question, context) =>
    question.kind === 'look'
      ? looked(kept, look(kept, question, context), context.now)
      : cited(kept.contract, answer(kept.contract, question, context), context.now),
  gistOfCommand: (command) => {
    if ('rows' in command) {
      const steps = command.rows.flatMap(({ life }) => life);
      const kind = stepNamed(command.declaration, command.rows[0].life[0].step);
      return { kind, subjects: [], evidence: steps.flatMap(evidenceIn) };
    }
    const { declaration, step, case: subject } = command;
    const kind = stepNamed(declaration, step);
    const subjects = subject === null ? [] : [caseNamed(subject)];
    return { kind, subjects, evidence: evidenceIn(command) };
  },
  gistOfQuestion: (question) => ({
    kind: question.kind === 'look' ? question.at : question.kind,
    subjects: subjectsOf(question),
  }),
};

function looked(
  { contract }: KeptContract,
  answered: ReturnType<typeof look>,
  now: Moment,
): Result<Seen, CitedRefusal | AuditRefusal> {
  if (answered.ok) return answered;
  const { error } = answered;
  return 'wayOut' in error ? cited(contract, err(error), now) : err(error);
}

function evidenceIn({ values }: Command): readonly string[] {
  return Object.values(values).flatMap((value) => {
    const digest = typeof value === 'string' ? evidenceShape.exec(value)?.[1] : undefined;
    return digest === undefined ? [] : [digest];
  });
}

/** The clause is looked up where the contract, and so its annex of that moment, is at hand. */
export function cited<T>(
  contract: Contract,
  result: Result<T, Refusal>,
  at: Moment,
): Result<T, CitedRefusal> {
  if (result.ok) return result;
  const { duty } = result.error;
  const clause = duty === null ? '' : contractRules.cite(contract, duty, at);
  return err({ ...result.error, clause });
}

function subjectsOf(question: Question | Look): readonly string[] {
  if (question.kind === 'look') return question.subjects.map(subjectNamed);
  if (question.kind === 'case') return [caseNamed(question.case)];
  if (question.kind !== 'register') return [];
  return [catalogue.has(question.declaration) ? question.declaration : unknown];
}

const kept = /^(?:sha256:[0-9a-f]{64}|entry-\d{1,12})$/u;

/** A declaration, a duty, a case, evidence or an entry; nothing else is written down. */
function subjectNamed(subject: string): string {
  if (catalogue.has(subject) || isDutyId(subject) || kept.test(subject)) return subject;
  return caseNamed(subject);
}

/** The access log is never erased, so of a refused command it keeps no text that was made up. */
function stepNamed(declaration: string, step: string): string {
  const steps = catalogue.get(declaration)?.steps;
  if (steps === undefined) return unknown;
  const isStep = step === 'corrected' || Object.hasOwn(steps, step);
  return `${declaration}/${isStep ? step : unknown}`;
}

/** An id a case can have: its declaration's name and a count, too short for an Individual Number. */
function caseNamed(id: string): string {
  const declaration = /^(.+)-[1-9][0-9]{0,8}$/u.exec(id)?.[1];
  return declaration !== undefined && catalogue.has(declaration) ? id : unknown;
}
