import type { Trial } from '../../api/use-trial.ts';
import { Notice } from '../notice.tsx';
import { ProblemNotice } from '../problem-words.tsx';
import { messages } from './messages.ts';

/** What the register would say of what stands in a form now. */
export function TrialNotice({ trial }: { readonly trial: Trial }) {
  if (trial.state === 'refused') {
    return <ProblemNotice problem={trial.problem} title={messages.wouldBeRefused} />;
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
