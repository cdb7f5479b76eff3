import type { ContractRules, DomainTypes } from '@kanribo/application';
import {
  type Answer,
  type Command,
  type Contract,
  type Question,
  type Refusal,
  type WarningCode,
  answer,
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

const evidenceShape = /^sha256:([0-9a-f]{64})$/;

/** How contracts are decided, folded and asked. */
export const rules: ContractRules<ContractDomain> = {
  ...contractRules,
  decide,
  answer,
  gistOfCommand: ({ declaration, step, case: subject, values }) => ({
    kind: `${declaration}/${step}`,
    subjects: subject === null ? [] : [subject],
    evidence: Object.values(values).flatMap((value) => {
      const digest = typeof value === 'string' ? evidenceShape.exec(value)?.[1] : undefined;
      return digest === undefined ? [] : [digest];
    }),
  }),
  gistOfQuestion: (question) => ({ kind: question.kind, subjects: subjectsOf(question) }),
};

function subjectsOf(question: Question): readonly string[] {
  if (question.kind === 'case') return [question.case];
  return question.kind === 'register' ? [question.declaration] : [];
}
