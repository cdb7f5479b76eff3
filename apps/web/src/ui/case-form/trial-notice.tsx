import type { Problem } from '../../api/problem.ts';
import type { Trial } from '../../api/use-trial.ts';
import { Notice } from '../notice.tsx';
import { ProblemNotice } from '../problem-words.tsx';
import type { Choice } from '../select.tsx';
import type { StepToFill } from './declared.ts';
import { messages } from './messages.ts';
import { useCaseChoices } from './use-choices.ts';

/** Whose cases the fields of a step name. */
const namedCases = ({ fields }: StepToFill): readonly string[] =>
  fields.flatMap(({ field }) => (field.type === 'case' ? (field.of ?? []) : []));

/** A refusal speaks of cases by their ids; people know them by the names they chose them by. */
function inNames(problem: Problem, choices: readonly Choice[]): Problem {
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  const message = problem.message.replaceAll(
    /[a-z][a-z-]*-[1-9]\d*/gu,
    (id) => labels.get(id) ?? id,
  );
  return { ...problem, message };
}

/** What the register would say of what stands in a form now. */
export function TrialNotice({
  contract,
  toFill,
  trial,
}: {
  readonly contract: string;
  readonly toFill: StepToFill;
  readonly trial: Trial;
}) {
  const { choices } = useCaseChoices(contract, [...new Set(namedCases(toFill))]);
  if (trial.state === 'refused') {
    const problem = inNames(trial.problem, choices);
    return <ProblemNotice problem={problem} title={messages.wouldBeRefused} />;
  }
  if (trial.state !== 'fit') return null;
  if (trial.warnings.length === 0) return <Notice kind="success" title={messages.wouldFit} />;
  return (
    <Notice kind="warning" title={messages.wouldFitWithWarnings}>
      <ul className="list-disc ps-6">
        {trial.warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </Notice>
  );
}
