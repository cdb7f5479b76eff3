import type { ContractRules, DomainTypes } from '@kanribo/application';
import {
  type Answer,
  type Command,
  type Contract,
  type Question,
  type Refusal,
  type WarningCode,
  answer,
  catalogue,
  contractRules,
  decide,
} from '@kanribo/domain';

/** The product's own domain, as the use cases see it. */
export interface ContractDomain extends DomainTypes {
  readonly contract: Contract;
  readonly command: Command;
  readonly question: Question;
  readonly answer: Answer;
  readonly refusal: Refusal;
  readonly warning: WarningCode;
}

/** Stands in the access log for what was typed where a name of ours should have been. */
const unknown = 'unknown';

const evidenceShape = /^sha256:([0-9a-f]{64})$/;

/** How contracts are decided, folded and asked. */
export const rules: ContractRules<ContractDomain> = {
  ...contractRules,
  decide,
  answer,
  gistOfCommand: ({ declaration, step, case: subject, values }) => ({
    kind: stepNamed(declaration, step),
    subjects: subject === null ? [] : [caseNamed(subject)],
    evidence: Object.values(values).flatMap((value) => {
      const digest = typeof value === 'string' ? evidenceShape.exec(value)?.[1] : undefined;
      return digest === undefined ? [] : [digest];
    }),
  }),
  gistOfQuestion: (question) => ({ kind: question.kind, subjects: subjectsOf(question) }),
};

function subjectsOf(question: Question): readonly string[] {
  if (question.kind === 'case') return [caseNamed(question.case)];
  if (question.kind !== 'register') return [];
  return [catalogue.has(question.declaration) ? question.declaration : unknown];
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
